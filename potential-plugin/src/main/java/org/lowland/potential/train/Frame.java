package org.lowland.potential.train;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * A labelled structure as training needs it, in single precision but for the energy. The arrays are its own: not to be
 * changed.
 *
 * @param place where it stands, for messages
 * @param group what the split goes by: frames of one group are never on both sides
 * @param kind what sort of structure it is, where the data say so
 * @param atomicNumbers N
 * @param positions 3N in Å
 * @param energy total energy in eV
 * @param forces 3N in eV/Å
 */
record Frame(
        String place,
        String group,
        Optional<String> kind,
        int[] atomicNumbers,
        float[] positions,
        double energy,
        float[] forces) {

    /** A frame that is called by its group. */
    Frame(String group, int[] atomicNumbers, float[] positions, double energy, float[] forces) {
        this("a frame of " + group, group, Optional.empty(), atomicNumbers, positions, energy, forces);
    }

    /** A frame that is called by its group. */
    static Frame of(String group, AtomicSystem system, Evaluation labels) {
        return of("a frame of " + group, group, Optional.empty(), system, labels);
    }

    /**
     * A frame from a structure and its labels.
     *
     * @throws InputException when an energy or force is not a finite number
     */
    static Frame of(String place, String group, Optional<String> kind, AtomicSystem system, Evaluation labels) {
        if (!labels.isFinite()) {
            throw new InputException(place + ": '" + group
                    + "' has an energy or a force that is not a finite number; remove it from the data");
        }
        return new Frame(
                place,
                group,
                kind,
                system.atomicNumbers(),
                narrow(system.positions()),
                labels.energy(),
                narrow(labels.forces()));
    }

    /** A number that another structure or energy hardly has. */
    long mark() {
        return (long) Arrays.hashCode(positions) << Integer.SIZE | Integer.toUnsignedLong(Double.hashCode(energy));
    }

    /** The same with an energy that is so many eV higher. */
    Frame shifted(double shift) {
        return new Frame(place, group, kind, atomicNumbers, positions, energy + shift, forces);
    }

    int size() {
        return atomicNumbers.length;
    }

    AtomicSystem system() {
        return AtomicSystem.of(atomicNumbers, widen(positions));
    }

    Evaluation labels() {
        return Evaluation.of(energy, widen(forces));
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int k = 0; k < wide.length; k++) {
            wide[k] = values[k];
        }
        return wide;
    }

    /** A checksum over the energies of frames, to know them again. */
    static long checksum(List<Frame> frames) {
        CRC32 crc = new CRC32();
        ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
        for (Frame frame : frames) {
            crc.update(number.putDouble(0, frame.energy()).array());
        }
        return crc.getValue();
    }

    /** The largest norm of a force in eV/Å. */
    double largestForce() {
        double largest = 0;
        for (int k = 0; k < forces.length; k += 3) {
            double square = (double) forces[k] * forces[k]
                    + (double) forces[k + 1] * forces[k + 1]
                    + (double) forces[k + 2] * forces[k + 2];
            largest = Math.max(largest, square);
        }
        return Math.sqrt(largest);
    }

    private static float[] narrow(double[] values) {
        float[] single = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            single[k] = (float) values[k];
        }
        return single;
    }
}
