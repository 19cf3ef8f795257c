package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lowland.potential.network.Egnn.Distances;
import org.lowland.potential.network.Egnn.Forces;

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

    @Test
    void theStudysNetworkIsTheDefault() {
        Egnn egnn = Egnn.published(ELEMENTS, 1.2);
        assertThat(egnn.cutoff()).isEqualTo(5.0);
        assertThat(egnn.conservative()).isFalse();
        assertThat(egnn.smooth()).isFalse();
        assertThat(egnn.speciesOf(6)).isEqualTo(1);
        assertThatThrownBy(() -> Egnn.published(List.of(), 1)).hasMessageContaining("elements");
        assertThatThrownBy(() -> Egnn.published(ELEMENTS, 0)).hasMessageContaining("scale");
        assertThatThrownBy(() -> new Distances(Distances.Kind.GAUSSIAN, 1)).hasMessageContaining("1 functions");
    }
}
