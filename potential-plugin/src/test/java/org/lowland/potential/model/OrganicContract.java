package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Fire;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Rfo;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;

/** The shipped model keeps every promise in the engine that is asked for. */
abstract class OrganicContract extends PotentialContract {

    abstract String engine();

    @Override
    protected Potential create() {
        OrganicProvider provider = (OrganicProvider) Providers.potentials().get("organic");
        return provider.create(Options.parse(provider, Map.of("engine", engine())));
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(
                Structures.water(), Structures.ethanol(), Structures.acetamide(), Structures.chloromethanethiol());
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.singlePrecision();
    }

    @Test
    void aBatchOf64GivesWhatSinglesGive() {
        List<AtomicSystem> batch = new ArrayList<>();
        for (int k = 0; k < 64; k++) {
            batch.add(rattled(k % 2 == 0 ? Structures.benzene() : Structures.acetamide(), k));
        }
        List<Evaluation> together = potential().evaluate(batch);
        for (int k = 0; k < batch.size(); k++) {
            assertThat(together.get(k).energy())
                    .isCloseTo(potential().evaluate(batch.get(k)).energy(), within(1e-5));
        }
    }

    @Test
    void atomsThatClashArePushedApartAndRelax() {
        AtomicSystem water = Structures.water();
        double[] one = water.positions();
        double[] positions = Arrays.copyOf(one, 18);
        for (int k = 0; k < 9; k++) {
            double bond = one[3 + k % 3] - one[k % 3];
            double centre = one[3 + k % 3] + 0.15 * bond / 0.97;
            positions[9 + k] = 2 * centre - one[k];
        }
        AtomicSystem clash = AtomicSystem.of(new int[] {8, 1, 1, 8, 1, 1}, positions);

        assertThat(potential().evaluate(clash).energy())
                .isGreaterThan(2 * potential().evaluate(water).energy() + 10);
        for (GeometryOptimizer optimizer : List.of(new Rfo(), new Lbfgs(), new Fire())) {
            OptimizationResult relaxed =
                    OptimizationLoop.builder(optimizer, potential()).build().run(clash);

            assertThat(relaxed.converged())
                    .as("%s: %s", optimizer.id(), relaxed)
                    .isTrue();
            assertThat(relaxed.energy() - 2 * potential().evaluate(water).energy())
                    .as(optimizer.id())
                    .isBetween(-1.0, 1.0);
        }
    }

    private static AtomicSystem rattled(AtomicSystem system, long seed) {
        Random random = new Random(seed);
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += 0.05 * random.nextGaussian();
        }
        return system.withPositions(positions);
    }
}
