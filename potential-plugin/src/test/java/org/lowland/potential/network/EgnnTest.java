package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lowland.potential.network.Egnn.Distances;
import org.lowland.potential.network.Egnn.Forces;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchScriptArchive;

class EgnnTest {
    private static final List<Integer> ELEMENTS = List.of(1, 6, 8);

    private static Egnn of(Forces forces, Distances distances, Optional<Integer> envelope, boolean average) {
        return new Egnn(ELEMENTS, 10, 3, 4.0, forces, distances, envelope, !average, average, 0.5);
    }

    @Nested
    class Published extends NetworkContract {
        @Override
        Network network() {
            return of(Forces.DIRECT, Distances.SQUARED, Optional.empty(), false);
        }
    }

    @Nested
    class ConservativeWithBesselFunctions extends NetworkContract {
        @Override
        Network network() {
            Distances bessel = new Distances(Distances.Kind.BESSEL, 6);
            return of(Forces.CONSERVATIVE, bessel, Optional.of(6), false);
        }
    }

    @Nested
    class ConservativeByMeansWithGaussians extends NetworkContract {
        @Override
        Network network() {
            Distances gaussians = new Distances(Distances.Kind.GAUSSIAN, 7);
            return of(Forces.CONSERVATIVE, gaussians, Optional.of(5), true);
        }
    }

    private static Egnn about(Forces forces, Double... mean) {
        return new Egnn(
                ELEMENTS, 10, 3, 4.0, forces, Distances.SQUARED, Optional.empty(), true, false, 0.5, List.of(mean));
    }

    private static double[] forces(Egnn egnn, double[] positions) {
        AtomGraph graph = AtomGraph.of(new int[] {0, 1, 2, 1}, positions, egnn.cutoff());
        byte[] archive = TorchScriptArchive.write(egnn.module(HostTensor.Type.FLOAT64, 4));
        try (TorchModule module = TorchModule.load(archive, Device.CPU)) {
            return module.call(
                            "forward",
                            GraphBatch.of(List.of(graph), egnn.cutoff(), HostTensor.Type.FLOAT64)
                                    .inputs())
                    .get(1)
                    .doubles();
        }
    }

    @Test
    void aMeanForceIsAddedToTheForceOnEveryAtom() {
        double[] positions = {0, 0, 0, 1.1, 0.2, 0, 0.3, 1.4, 0.1, -0.4, 0.2, 1.2};
        double[] plain = forces(about(Forces.DIRECT), positions);
        double[] shifted = forces(about(Forces.DIRECT, 0.5, -0.25, 0.125), positions);
        for (int k = 0; k < plain.length; k++) {
            assertThat(shifted[k] - plain[k]).isCloseTo(new double[] {0.5, -0.25, 0.125}[k % 3], within(1e-12));
        }
        assertThatThrownBy(() -> about(Forces.CONSERVATIVE, 0.5, -0.25, 0.125)).hasMessageContaining("direct forces");
        assertThatThrownBy(() -> about(Forces.DIRECT, 0.5)).hasMessageContaining("a mean force is a vector");
    }

    @Test
    void theStudysNetworkIsTheDefault() {
        Egnn egnn = Egnn.published(ELEMENTS, 1.2);
        assertThat(egnn.cutoff()).isEqualTo(5.0);
        assertThat(egnn.conservative()).isFalse();
        assertThat(egnn.smooth()).isFalse();
        assertThat(egnn.speciesOf(6)).isEqualTo(1);
        assertThat(egnn.meanForce()).isEmpty();
        assertThatThrownBy(() -> Egnn.published(List.of(), 1)).hasMessageContaining("elements");
        assertThatThrownBy(() -> Egnn.published(ELEMENTS, 0)).hasMessageContaining("scale");
        assertThatThrownBy(() -> new Distances(Distances.Kind.GAUSSIAN, 1)).hasMessageContaining("1 functions");
    }
}
