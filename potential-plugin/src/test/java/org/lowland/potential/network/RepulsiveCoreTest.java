package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

class RepulsiveCoreTest {
    private static final RepulsiveCore CORE = new RepulsiveCore(0.4, 0.7);
    private static final double CUTOFF = 4;
    private static final int CARBON = 1;
    private static final int OXYGEN = 2;
    private static TorchModule bare;
    private static TorchModule cored;

    @BeforeAll
    static void load() {
        bare = load(Optional.empty());
        cored = load(Optional.of(CORE));
    }

    @AfterAll
    static void close() {
        bare.close();
        cored.close();
    }

    private static TorchModule load(Optional<RepulsiveCore> core) {
        Painn painn = new Painn(List.of(1, 6, 8), 16, 3, 1, 8, CUTOFF, 1e-8, false, core);
        return TorchModule.load(TorchScriptArchive.write(painn.module(Type.FLOAT64, 5)), Device.CPU);
    }

    private static TorchOutputs pair(TorchModule module, double distance) {
        AtomGraph graph = AtomGraph.of(new int[] {CARBON, OXYGEN}, new double[] {0, 0, 0, 0, 0, distance}, CUTOFF);
        return module.call(
                "forward", GraphBatch.of(List.of(graph), CUTOFF, Type.FLOAT64).inputs());
    }

    private static double energy(TorchModule module, double distance) {
        return pair(module, distance).get(0).item();
    }

    @Test
    void atomsAtBondDistanceDoNotFeelIt() {
        assertThat(energy(cored, 1.2)).isEqualTo(energy(bare, 1.2));
    }

    @Test
    void nucleiInsideRepelAsZieglerBiersackAndLittmarkSay() {
        double apart = energy(cored, CUTOFF);
        double x = 0.3 * (Math.pow(6, 0.23) + Math.pow(8, 0.23)) / 0.4685;
        double screening = 0.18175 * Math.exp(-3.1998 * x)
                + 0.50986 * Math.exp(-0.94229 * x)
                + 0.28022 * Math.exp(-0.4029 * x)
                + 0.02817 * Math.exp(-0.20162 * x);

        assertThat(energy(cored, 0.3) - apart).isCloseTo(14.39964548 * 48 / 0.3 * screening, within(1e-6));
    }

    @Test
    void forcesAreTheSlopeAndRepulsiveAllTheWay() {
        for (double distance = 0.15; distance < 0.95; distance += 0.05) {
            double slope = (energy(cored, distance + 1e-5) - energy(cored, distance - 1e-5)) / 2e-5;
            assertThat(pair(cored, distance).get(1).doubles()[5])
                    .as("at %f Å", distance)
                    .isCloseTo(-slope, within(1e-6 * Math.abs(slope)))
                    .isPositive();
        }
    }

    @Test
    void refusesARangeThatReachesBonds() {
        assertThatThrownBy(() -> new RepulsiveCore(0.7, 0.4)).hasMessageContaining("inner < outer");
        assertThatThrownBy(() -> new RepulsiveCore(0.7, 1.2)).hasMessageContaining("outer < 1");
    }
}
