package org.lowland.potential.ani;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;

/** The machinery around the networks, on random weights. */
class AniNetworkTest {
    private static final long SEED = 20240611;
    private static final int[][] COMPOSITIONS = {
        {6, 1, 1, 1, 1}, {8, 1, 1}, {17, 6, 1, 1, 1, 9}, {7, 6, 8, 1, 16, 1, 1}, {6, 7, 1}, {1, 1}, {8}, {16, 9, 9}
    };
    private static AniPotential exact;
    private static AniPotential inParts;

    @BeforeAll
    static void load() {
        AniEnsemble ensemble = RandomEnsemble.of(SEED);
        exact = AniPotential.of("ani-test", ensemble, HostTensor.Type.FLOAT64, Device.CPU, 1000);
        inParts = AniPotential.of("ani-test", ensemble, HostTensor.Type.FLOAT64, Device.CPU, 9);
    }

    @AfterAll
    static void close() {
        exact.close();
        inParts.close();
    }

    /** Atoms on a jittered cubic grid of 1.3 Å. */
    private static AtomicSystem system(int[] elements, Random random) {
        double[] x = new double[3 * elements.length];
        for (int atom = 0; atom < elements.length; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                int cell = axis == 0 ? atom % 2 : axis == 1 ? atom / 2 % 2 : atom / 4;
                x[3 * atom + axis] = 1.3 * cell + 0.3 * random.nextDouble();
            }
        }
        return AtomicSystem.builder(elements, x).build();
    }

    private static List<AtomicSystem> covered(Random random) {
        List<AtomicSystem> systems = new ArrayList<>();
        for (int repeat = 0; repeat < 4; repeat++) {
            for (int[] elements : COMPOSITIONS) {
                AtomicSystem system = system(elements, random);
                if (system.multiplicity() == 1) {
                    systems.add(system);
                }
            }
        }
        return systems;
    }

    @Test
    void mixedBatchIsLikeEachSystemAlone() {
        List<AtomicSystem> systems = covered(new Random(SEED));
        assertThat(systems).hasSizeGreaterThan(20);
        List<Evaluation> whole = exact.evaluate(systems);
        List<Evaluation> parts = inParts.evaluate(systems);
        for (int k = 0; k < systems.size(); k++) {
            Evaluation alone = exact.evaluate(systems.get(k));
            for (Evaluation other : List.of(whole.get(k), parts.get(k))) {
                assertThat(other.energy()).as(systems.get(k).toString()).isCloseTo(alone.energy(), within(1e-10));
                assertThat(other.forces()).containsExactly(alone.forces(), within(1e-10));
                assertThat(other.uncertainty().orElseThrow().energy())
                        .isCloseTo(alone.uncertainty().orElseThrow().energy(), within(1e-10));
            }
        }
        assertThat(exact.evaluate(List.of())).isEmpty();
    }

    @Test
    void forcesAreTheNegativeGradientOfEveryComposition() {
        double step = 1e-5;
        for (AtomicSystem system : covered(new Random(SEED)).subList(0, 6)) {
            double[] forces = exact.evaluate(system).forces();
            List<AtomicSystem> moved = new ArrayList<>();
            for (int k = 0; k < 2 * forces.length; k++) {
                double[] x = system.positions();
                x[k / 2] += k % 2 == 0 ? step : -step;
                moved.add(system.withPositions(x));
            }
            List<Evaluation> around = exact.evaluate(moved);
            for (int k = 0; k < forces.length; k++) {
                double slope =
                        (around.get(2 * k).energy() - around.get(2 * k + 1).energy()) / (2 * step);
                assertThat(forces[k]).isCloseTo(-slope, within(1e-5));
            }
        }
    }

    @Test
    void loneAtomHasForcesZeroAndFragmentsAddUp() {
        AtomicSystem water = system(new int[] {8, 1, 1}, new Random(SEED));
        AtomicSystem oxygen = AtomicSystem.of(new int[] {8}, new double[3]);
        double[] x = Arrays.copyOf(water.positions(), 12);
        x[11] = 20;
        AtomicSystem both = AtomicSystem.of(new int[] {8, 1, 1, 8}, x);
        Evaluation lone = exact.evaluate(oxygen);
        assertThat(lone.forces()).containsExactly(new double[3], within(0.0));
        assertThat(exact.evaluate(both).energy())
                .isCloseTo(lone.energy() + exact.evaluate(water).energy(), within(1e-9));
    }

    @Test
    void networksAreReportedOneByOne() {
        AtomicSystem water = system(new int[] {8, 1, 1}, new Random(SEED));
        EnsembleEvaluation ensemble = exact.evaluateEnsemble(List.of(water)).get(0);
        Evaluation evaluation = exact.evaluate(water);
        assertThat(ensemble.energies()).hasSize(AniFolder.MEMBERS).doesNotHaveDuplicates();
        assertThat(ensemble.mean()).isEqualTo(evaluation.energy());
        assertThat(ensemble.forces()).containsExactly(evaluation.forces());
        double squares = 0;
        for (double energy : ensemble.energies()) {
            squares += Math.pow(energy - ensemble.mean(), 2) / (AniFolder.MEMBERS - 1);
        }
        assertThat(evaluation.uncertainty().orElseThrow().energy()).isCloseTo(Math.sqrt(squares), within(1e-9));
        assertThat(Math.abs(ensemble.mean() / Units.HARTREE + 5)).isLessThan(20);
    }

    @Test
    void systemsOutsideTheDomainAreRefusedByName() {
        AtomicSystem silane = system(new int[] {14, 1, 1, 1, 1}, new Random(SEED));
        assertThatThrownBy(() -> exact.evaluate(silane))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("Si")
                .hasMessageContaining("ani-test");
        AtomicSystem hydroxide = AtomicSystem.builder(new int[] {8, 1}, new double[] {0, 0, 0, 0, 0, 1})
                .charge(-1)
                .build();
        assertThatThrownBy(() -> exact.evaluate(hydroxide)).hasMessageContaining("net charge -1");
        AtomicSystem radical = AtomicSystem.of(new int[] {8, 1}, new double[] {0, 0, 0, 0, 0, 1});
        assertThatThrownBy(() -> exact.evaluate(radical)).hasMessageContaining("multiplicity 2");
    }

    @Test
    void threadsShareOnePotential() throws Exception {
        List<AtomicSystem> systems = covered(new Random(SEED));
        List<Evaluation> expected = exact.evaluate(systems);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Evaluation>>> results = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
                results.add(pool.submit(() -> exact.evaluate(systems)));
            }
            for (Future<List<Evaluation>> result : results) {
                for (int k = 0; k < systems.size(); k++) {
                    assertThat(result.get().get(k).energy())
                            .isEqualTo(expected.get(k).energy());
                    assertThat(result.get().get(k).forces())
                            .containsExactly(expected.get(k).forces());
                }
            }
        } finally {
            pool.shutdown();
        }
    }
}
