package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.TorchOutputs;

class PainnTest extends NetworkContract {
    private static final Painn SMALL = new Painn(List.of(1, 6, 8), 16, 3, 8, 4.0, 1e-8);

    @Override
    Network network() {
        return SMALL;
    }

    @Test
    void energyAndForceOfAPairGoSmoothlyToNothing() {
        int[] species = {0, 2};
        double apart = energy(species, new double[] {0, 0, 0, 9, 0, 0});
        double previous = Double.NaN;
        for (double inside : new double[] {1e-2, 1e-3, 1e-4}) {
            TorchOutputs near = forward(AtomGraph.of(species, new double[] {0, 0, 0, 4.0 - inside, 0, 0}, 4.0));
            double force = Math.abs(near.get(1).doubles()[0]);
            assertThat(Math.abs(near.get(0).item() - apart)).isLessThan(10 * Math.pow(inside, 3));
            assertThat(force).isPositive().isLessThan(30 * Math.pow(inside, 2));
            assertThat(force).isNotEqualTo(previous);
            previous = force;
        }
        // a list with a skin: the pair is listed beyond the cutoff and counts nothing
        TorchOutputs skin = forward(AtomGraph.of(species, new double[] {0, 0, 0, 4.5, 0, 0}, 6.0));
        assertThat(skin.get(0).item()).isEqualTo(apart);
        assertThat(skin.get(1).doubles()).containsOnly(0.0);
    }

    @Test
    void knowsItsElementsAndItsLimits() {
        assertThat(SMALL.speciesOf(8)).isEqualTo(2);
        assertThat(SMALL.speciesOf(11)).isEqualTo(-1);
        assertThatThrownBy(() -> new Painn(List.of(1, 1), 64, 3, 20, 5, 1e-8)).hasMessageContaining("each once");
        assertThatThrownBy(() -> new Painn(List.of(1), 63, 3, 20, 5, 1e-8)).hasMessageContaining("even");
        assertThatThrownBy(() -> new Painn(List.of(1), 64, 3, 20, Double.NaN, 1e-8))
                .hasMessageContaining("cutoff");
        assertThatThrownBy(() -> GraphBatch.of(List.of(), 5, Type.FLOAT32)).hasMessageContaining("at least one");
    }
}
