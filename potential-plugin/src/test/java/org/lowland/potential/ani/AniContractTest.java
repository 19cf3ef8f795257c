package org.lowland.potential.ani;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.test.PotentialContract;
import org.lowland.test.Tolerances;

/** The promises of every potential, for random weights and, where its folder is present, for ANI-2x itself. */
class AniContractTest {
    /** The curvature of CELU jumps at zero: short steps keep differences clear of most jumps. */
    private static final Tolerances EXACT = new Tolerances(1e-9, 1e-8, 1e-4, 1e-6);

    private static List<AtomicSystem> jittered(List<AtomicSystem> systems) {
        Random random = new Random(7);
        List<AtomicSystem> moved = new ArrayList<>();
        for (AtomicSystem system : systems) {
            double[] x = system.positions();
            for (int k = 0; k < x.length; k++) {
                x[k] += 0.05 * random.nextGaussian();
            }
            moved.add(system.withPositions(x));
        }
        return moved;
    }

    @Nested
    class RandomWeightsInDouble extends PotentialContract {
        @Override
        protected Potential create() {
            return AniPotential.of("ani-test", RandomEnsemble.of(11), HostTensor.Type.FLOAT64, Device.CPU, 1000);
        }

        @Override
        protected List<AtomicSystem> systems() {
            double[] water = {0, 0, 0.1, 0, 0.76, -0.47, 0, -0.76, -0.47};
            double[] chloromethane = {0, 0, 0, 0, 0, 1.78, 1.03, 0, -0.36, -0.51, 0.89, -0.36, -0.51, -0.89, -0.36};
            return jittered(List.of(
                    AtomicSystem.of(new int[] {8, 1, 1}, water),
                    AtomicSystem.of(new int[] {6, 17, 1, 1, 1}, chloromethane)));
        }

        @Override
        protected Tolerances tolerances() {
            return EXACT;
        }
    }

    @Nested
    class PublishedInSingle extends PotentialContract {
        private final String folder = SpiceMonomers.aniFolder().toString();
        private final SpiceMonomers monomers = SpiceMonomers.open();

        @Override
        protected Potential create() {
            AniProvider provider = new AniProvider();
            return provider.create(Options.parse(provider, Map.of("path", folder)));
        }

        @Override
        protected List<AtomicSystem> systems() {
            return List.of(
                    monomers.conformer("CCO", 3),
                    monomers.conformer("CNC(=O)CCS", 3),
                    monomers.conformer("CCC(F)(F)F", 3));
        }

        @Override
        protected Tolerances tolerances() {
            return Tolerances.singlePrecision();
        }

        @AfterAll
        void closeFile() {
            monomers.close();
        }
    }
}
