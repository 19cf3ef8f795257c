package org.lowland.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/**
 * Springs for tests, E = ½ k Σ (d - length)², k = 10 eV/Å²: along the bonds of neutral molecules, at rest at the sum of
 * the covalent radii; or between all pairs of argon atoms, at rest at 3 Å.
 */
record Springs(String id, boolean bonded, long delay) implements Potential {
    private static final double STIFFNESS = 10;

    @Override
    public Domain domain() {
        return new Domain(
                Optional.of(bonded ? Set.of(1, 6, 7, 8, 9, 16, 17) : Set.of(18)),
                Optional.of(Set.of(0)),
                Optional.of(Set.of(1)),
                !bonded,
                true,
                true,
                OptionalDouble.empty(),
                "springs");
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain().check(id, system));
        if (delay > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
        }
        return systems.stream().map(this::springs).toList();
    }

    private Evaluation springs(AtomicSystem system) {
        double[] forces = new double[3 * system.size()];
        double energy = 0;
        if (bonded) {
            int[] bonds = system.bonds();
            for (int k = 0; k < bonds.length; k += 2) {
                energy += add(system, bonds[k], bonds[k + 1], forces);
            }
        } else {
            for (int i = 0; i < system.size(); i++) {
                for (int j = 0; j < i; j++) {
                    energy += add(system, i, j, forces);
                }
            }
        }
        return Evaluation.of(energy, forces);
    }

    /** Knows how sure it is only when asked, and knows nothing of sulfur. */
    @Override
    public Evaluation judge(AtomicSystem system, Evaluation evaluation) {
        int sulfur = Arrays.stream(system.atomicNumbers()).boxed().toList().indexOf(16);
        return evaluation.withUncertainty(new Uncertainty(
                0.25,
                OptionalDouble.of(0.5),
                sulfur < 0 ? Optional.empty() : Optional.of("nothing is known of " + system.describe(sulfur))));
    }

    private double add(AtomicSystem system, int i, int j, double[] forces) {
        double[] between = new double[3];
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            between[axis] = system.position(j, axis) - system.position(i, axis);
            squared += between[axis] * between[axis];
        }
        double length = Math.sqrt(squared);
        double stretch = length - (bonded ? radius(system, i) + radius(system, j) : 3.0);
        for (int axis = 0; axis < 3; axis++) {
            double pull = STIFFNESS * stretch * between[axis] / length;
            forces[3 * i + axis] += pull;
            forces[3 * j + axis] -= pull;
        }
        return 0.5 * STIFFNESS * stretch * stretch;
    }

    private static double radius(AtomicSystem system, int atom) {
        return Elements.ofNumber(system.atomicNumber(atom)).covalentRadius();
    }
}
