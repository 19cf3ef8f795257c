package org.lowland.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.system.AtomicSystem;

/** Every bond of a neutral molecule of H, C, N, O a spring: E = ½ k Σ (d − length)², k = 10 eV/Å². */
public final class BondSprings implements PotentialProvider {
    private static final OptionSpec<Double> LENGTH = OptionSpec.number("length", 1.1, "of every bond in Å");
    private static final double STIFFNESS = 10;

    @Override
    public String id() {
        return "bond-springs";
    }

    @Override
    public String description() {
        return "every bond a spring";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(LENGTH);
    }

    @Override
    public Potential create(Options options) {
        return new Springs(options.get(LENGTH));
    }

    private record Springs(double length) implements Potential {
        @Override
        public String id() {
            return "bond-springs";
        }

        @Override
        public Domain domain() {
            return new Domain(
                    Optional.of(Set.of(1, 6, 7, 8)),
                    Optional.of(Set.of(0)),
                    Optional.empty(),
                    false,
                    true,
                    true,
                    OptionalDouble.empty(),
                    "springs");
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            return systems.stream().map(this::springs).toList();
        }

        private Evaluation springs(AtomicSystem system) {
            domain().check(id(), system);
            int[] bonds = system.bonds();
            double[] forces = new double[3 * system.size()];
            double energy = 0;
            for (int k = 0; k < bonds.length; k += 2) {
                double[] between = new double[3];
                double squared = 0;
                for (int axis = 0; axis < 3; axis++) {
                    between[axis] = system.position(bonds[k + 1], axis) - system.position(bonds[k], axis);
                    squared += between[axis] * between[axis];
                }
                double stretch = Math.sqrt(squared) - length;
                energy += 0.5 * STIFFNESS * stretch * stretch;
                for (int axis = 0; axis < 3; axis++) {
                    double pull = STIFFNESS * stretch * between[axis] / Math.sqrt(squared);
                    forces[3 * bonds[k] + axis] += pull;
                    forces[3 * bonds[k + 1] + axis] -= pull;
                }
            }
            return Evaluation.of(energy, forces);
        }
    }
}
