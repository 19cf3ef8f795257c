package org.lowland.io.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;

/** Turns the numbers of a file into samples in Å, eV and eV/Å, and counts them. */
final class SampleMaker {
    private final Path file;
    private final LabelUnits units;
    private final Consumer<Sample> sink;
    private long samples;
    private long leftOut;

    SampleMaker(Path file, LabelUnits units, Consumer<Sample> sink) {
        this.file = file;
        this.units = units;
        this.sink = sink;
    }

    long samples() {
        return samples;
    }

    /** How many structures had no labels. */
    long leftOut() {
        return leftOut;
    }

    /** Where the next structure stands. */
    String place() {
        return file + ": frame " + (samples + leftOut + 1);
    }

    /** Makes a sample of a molecule in free space, all numbers in the file's units; passes over one whose labels are NaN. */
    void add(ArrayFrame frame) {
        if (!frame.isLabelled()) {
            leftOut++;
            return;
        }
        AtomicSystem system;
        try {
            system = frame.system(units);
        } catch (InputException e) {
            throw new InputException(place() + ": " + e.getMessage(), e);
        }
        accept(Formula.of(system), Optional.empty(), system, frame.labels(units));
    }

    /** Makes a sample of a structure whose coordinates are in the file's units. */
    void add(String group, Optional<String> kind, AtomicSystem system, double energy, double[] forces) {
        accept(
                group,
                kind,
                units.length() == 1 ? system : system.withPositions(scaled(system.positions(), units.length())),
                Evaluation.of(energy * units.energy(), scaled(forces, units.force())));
    }

    private void accept(String group, Optional<String> kind, AtomicSystem system, Evaluation labels) {
        if (!labels.isFinite()) {
            throw new InputException(
                    place() + " has an energy or a force that is not a finite number; remove it from the data");
        }
        Sample sample = new Sample(place(), group, kind, system, labels);
        samples++;
        sink.accept(sample);
    }

    static int[] whole(double[] atomicNumbers) {
        int[] whole = new int[atomicNumbers.length];
        for (int atom = 0; atom < whole.length; atom++) {
            whole[atom] = (int) atomicNumbers[atom];
            if (whole[atom] != atomicNumbers[atom]) {
                throw new InputException("the atomic number of atom " + (atom + 1) + " is " + atomicNumbers[atom]
                        + ", which is no whole number");
            }
        }
        return whole;
    }

    static double[] scaled(double[] values, double factor) {
        double[] result = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            result[k] = values[k] * factor;
        }
        return result;
    }
}
