package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;

/** The shipped model keeps every promise, and its chemistry is that of its level of theory. */
class OrganicTest extends PotentialContract {

    @Override
    protected Potential create() {
        OrganicProvider provider = (OrganicProvider) Providers.potentials().get("organic");
        return provider.create(Options.parse(provider, Map.of()));
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(
                Structures.distorted(Structures.ethanol(), 0.05, 1), Structures.distorted(Structures.water(), 0.05, 2));
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.singlePrecision();
    }

    @Test
    void aBatchOf64GivesWhatSinglesGive() {
        List<AtomicSystem> batch = new ArrayList<>();
        for (int k = 0; k < 64; k++) {
            batch.add(Structures.distorted(k % 2 == 0 ? Structures.benzene() : Structures.ethanol(), 0.05, k));
        }
        List<Evaluation> together = potential().evaluate(batch);
        for (int k = 0; k < batch.size(); k++) {
            assertThat(together.get(k).energy())
                    .isCloseTo(potential().evaluate(batch.get(k)).energy(), within(1e-4));
        }
    }
}
