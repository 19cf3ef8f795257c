package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.Device;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;

/** A model that takes edges and shifts of several structures at once and gives energies; its declaration is beside it. */
class LennardJonesEdgesTest extends PotentialContract {
    @Override
    protected Potential create() {
        return Archives.potential("lennard-jones.pt");
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(Archives.cluster(), Structures.randomCluster(5, 2), Archives.crystal());
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.doublePrecision();
    }

    @Test
    void givesTheEnergiesAndForcesOfTheFormula() {
        for (AtomicSystem system : systems()) {
            double[] expected = Archives.lennardJones(system);
            Evaluation evaluation = potential().evaluate(system);
            assertThat(evaluation.energy()).isCloseTo(expected[0], within(1e-9));
            assertThat(evaluation.forces())
                    .containsExactly(Arrays.copyOfRange(expected, 1, expected.length), within(1e-9));
        }
    }

    @Test
    void severalStructuresInOneCallAreThoseAlone() throws IOException {
        Declaration declaration = Declaration.read(Files.readString(Archives.file("lennard-jones.yaml")), "it");
        byte[] archive = Files.readAllBytes(Archives.file("lennard-jones.pt"));
        try (ExportedPotential batched =
                ExportedPotential.load("lj", archive, declaration, Device.CPU, new Batching(1000, true))) {
            List<Evaluation> together = batched.evaluate(systems());
            for (int s = 0; s < together.size(); s++) {
                Evaluation alone = potential().evaluate(systems().get(s));
                assertThat(together.get(s).energy()).isCloseTo(alone.energy(), within(1e-10));
                assertThat(together.get(s).forces()).containsExactly(alone.forces(), within(1e-10));
                assertThat(together.get(s).stress().isPresent())
                        .isEqualTo(alone.stress().isPresent());
            }
            assertThat(together.get(2).stress().orElseThrow())
                    .containsExactly(
                            potential().evaluate(systems().get(2)).stress().orElseThrow(), within(1e-10));
        }
    }

    @Test
    void atomsWithoutNeighboursHaveNoForces() {
        AtomicSystem apart = AtomicSystem.of(new int[] {18, 18}, new double[] {0, 0, 0, 50, 0, 0});
        for (AtomicSystem alone : List.of(apart, AtomicSystem.of(new int[] {18}, new double[3]))) {
            Evaluation evaluation = potential().evaluate(alone);
            assertThat(evaluation.energy()).isZero();
            assertThat(evaluation.forces()).containsOnly(0.0);
        }
    }

    /** What one evaluation computes with is more than half a megabyte: were it kept, a gigabyte would be left. */
    @Test
    void leavesNothingBehind() throws IOException {
        AtomicSystem system = Structures.kobAndersenBox(24, 6);
        for (int k = 0; k < 500; k++) {
            potential().evaluate(system);
        }
        long before = residentKilobytes();
        for (int k = 0; k < 2000; k++) {
            potential().evaluate(system);
        }
        assertThat(residentKilobytes() - before).isLessThan(250_000);
    }

    /** The resident memory of the process, where the system tells it. */
    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
