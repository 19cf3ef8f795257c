package org.lowland.io.format.quantum;

import java.util.Arrays;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.LabelledFrame;

/** One geometry of a run while what the program says of it is read. Confined to one thread. */
final class Step {
    /** Below the last of the six decimals that programs write of coordinates, in Å. */
    private static final double SAME = 1e-5;

    private final AtomsBuilder atoms = new AtomsBuilder();
    private int charge;
    private Optional<Integer> multiplicity = Optional.empty();
    private Optional<Double> energy = Optional.empty();
    private Optional<double[]> forces = Optional.empty();

    void add(int element, double[] place) {
        atoms.add(element, place);
    }

    int size() {
        return atoms.size();
    }

    void electrons(int netCharge, Optional<Integer> spinMultiplicity) {
        charge = netCharge;
        multiplicity = spinMultiplicity;
    }

    /** Takes an energy in Hartree; a later one replaces it. */
    void energy(double hartree) {
        energy = Optional.of(hartree * Units.HARTREE);
    }

    boolean hasEnergy() {
        return energy.isPresent();
    }

    /** Takes 3N numbers in Hartree/Bohr, multiplied by a sign: forces or gradients. */
    void forces(double[] given, int sign) {
        if (given.length != 3 * atoms.size()) {
            throw new InputException(
                    "there are forces of " + given.length / 3 + " atoms, but the geometry has " + atoms.size());
        }
        double[] scaled = given.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= sign * Units.HARTREE / Units.BOHR;
        }
        forces = Optional.of(scaled);
    }

    AtomicSystem system() {
        AtomicSystem.Builder builder = atoms.system(Optional.empty()).charge(charge);
        multiplicity.ifPresent(builder::multiplicity);
        return builder.build();
    }

    LabelledFrame frame() {
        AtomicSystem system = system();
        if (energy.isPresent() && forces.isPresent()) {
            return LabelledFrame.of(system, Evaluation.of(energy.get(), forces.get()));
        }
        LabelledFrame frame = LabelledFrame.of(system);
        return energy.isPresent() ? frame.with("energy", energy.get().toString()) : frame;
    }

    /** Whether two systems are the same atoms at the same places, as far as programs write these. */
    static boolean isSame(AtomicSystem one, AtomicSystem other) {
        if (!Arrays.equals(one.atomicNumbers(), other.atomicNumbers())) {
            return false;
        }
        double[] here = one.positions();
        double[] there = other.positions();
        for (int k = 0; k < here.length; k++) {
            if (Math.abs(here[k] - there[k]) > SAME) {
                return false;
            }
        }
        return true;
    }
}
