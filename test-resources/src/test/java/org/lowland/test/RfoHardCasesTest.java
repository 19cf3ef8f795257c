package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Rfo;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Structures on which internal coordinates are known to fail, each held against L-BFGS. */
class RfoHardCasesTest {
    private static final double SQRT3 = Math.sqrt(3);

    private static AtomicSystem atoms(int[] numbers, double... positions) {
        return AtomicSystem.of(numbers, positions);
    }

    private static AtomicSystem together(AtomicSystem first, AtomicSystem second, double distance) {
        int[] numbers = IntStream.concat(Arrays.stream(first.atomicNumbers()), Arrays.stream(second.atomicNumbers()))
                .toArray();
        double[] positions = Arrays.copyOf(first.positions(), 3 * numbers.length);
        for (int k = 0; k < 3 * second.size(); k++) {
            positions[3 * first.size() + k] = second.positions()[k] + (k % 3 == 0 ? distance : 0);
        }
        return atoms(numbers, positions);
    }

    private static AtomicSystem cubane() {
        List<Double> positions = new ArrayList<>();
        for (double edge : new double[] {0.79, 1.42}) {
            for (int corner = 0; corner < 8; corner++) {
                for (int axis = 0; axis < 3; axis++) {
                    positions.add((corner >> axis & 1) == 0 ? -edge : edge);
                }
            }
        }
        int[] numbers = new int[16];
        Arrays.fill(numbers, 0, 8, 6);
        Arrays.fill(numbers, 8, 16, 1);
        return atoms(
                numbers, positions.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static List<Arguments> molecules() {
        AtomicSystem water = Structures.water();
        return List.of(
                Arguments.of("CO2", -280.5073, 5, atoms(new int[] {6, 8, 8}, 0, 0, 0, 1.2, 0, 0, -1.15, 0, 0)),
                Arguments.of("CO2, bent", -280.5073, 8, atoms(new int[] {6, 8, 8}, 0, 0, 0, 1.1, 0.4, 0, -1.1, 0.4, 0)),
                Arguments.of("HCN", -149.7733, 8, atoms(new int[] {1, 6, 7}, -1.0, 0.1, 0, 0, 0, 0, 1.25, 0.1, 0)),
                Arguments.of(
                        "acetylene",
                        -141.6835,
                        15,
                        atoms(new int[] {6, 6, 1, 1}, 0, 0, 0, 1.25, 0, 0, -1.0, 0.3, 0, 2.25, -0.2, 0.3)),
                Arguments.of(
                        "allene",
                        -227.8963,
                        9,
                        atoms(
                                new int[] {6, 6, 6, 1, 1, 1, 1},
                                0,
                                0,
                                0,
                                1.35,
                                0,
                                0,
                                -1.35,
                                0,
                                0,
                                1.9,
                                0.9,
                                0.2,
                                1.9,
                                -0.9,
                                -0.2,
                                -1.9,
                                0.1,
                                0.9,
                                -1.9,
                                -0.1,
                                -0.9)),
                Arguments.of(
                        "water dimer", -276.1684, 34, together(water, Transformations.rattled(water, 0.1, 3), 3.1)),
                Arguments.of(
                        "water and CO2",
                        -418.5736,
                        19,
                        together(water, atoms(new int[] {6, 8, 8}, 0, 0, 0, 0, 0, 1.2, 0, 0, -1.2), 3.2)),
                Arguments.of("fragments 10 Å apart", -251.5903, 5, together(water, Structures.methane(), 10)),
                Arguments.of("cubane", -574.1584, 14, Transformations.rattled(cubane(), 0.05, 1)),
                Arguments.of(
                        "SF6",
                        -864.103,
                        9,
                        Transformations.rattled(
                                atoms(
                                        new int[] {16, 9, 9, 9, 9, 9, 9},
                                        0,
                                        0,
                                        0,
                                        1.6,
                                        0,
                                        0,
                                        -1.6,
                                        0,
                                        0,
                                        0,
                                        1.6,
                                        0,
                                        0,
                                        -1.6,
                                        0,
                                        0,
                                        0,
                                        1.6,
                                        0,
                                        0,
                                        -1.6),
                                0.05,
                                2)),
                Arguments.of(
                        "ammonia, nearly flat",
                        -120.4442,
                        11,
                        atoms(new int[] {7, 1, 1, 1}, 0, 0, 0.03, 1, 0, 0, -0.5, SQRT3 / 2, 0, -0.5, -SQRT3 / 2, 0)),
                Arguments.of(
                        "hydrogen peroxide, flat",
                        -246.3901,
                        8,
                        atoms(new int[] {8, 8, 1, 1}, 0, 0, 0, 1.45, 0, 0, -0.2, 0.95, 0.01, 1.65, -0.95, 0.01)),
                Arguments.of("two atoms", -26.7403, 6, atoms(new int[] {1, 1}, 0, 0, 0, 0.9, 0, 0)));
    }

    private static OptimizationResult run(GeometryOptimizer optimizer, Potential potential, AtomicSystem start) {
        return OptimizationLoop.builder(optimizer, potential).build().run(start);
    }

    /** The energies are those that L-BFGS reaches from the same start. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("molecules")
    void convergesWhereCartesianCoordinatesDo(String name, double energy, int mostEvaluations, AtomicSystem start) {
        assumeTrue(XtbPotential.isInstalled(), "xtb is not installed");
        Potential potential = new XtbPotential();
        OptimizationResult result = run(new Rfo(), potential, start);
        assertThat(result.converged()).as("%s: %s", name, result).isTrue();
        assertThat(result.energy()).isCloseTo(energy, within(0.002));
        assertThat(result.evaluations()).isLessThanOrEqualTo(mostEvaluations);
        OptimizationResult again = run(new Rfo(), potential, result.system());
        assertThat(again.steps()).isZero();
    }

    /** The toy's angle at such a centre is 105°, so that the straight chain has to bend. */
    @Test
    void changesCoordinatesWhereAStraightChainBends() {
        AtomicSystem chain = AtomicSystem.builder(
                        new int[] {6, 8, 8}, new double[] {0, 0.02, 0, 1.4, 0, 0, -1.4, 0, 0.01})
                .bonds(new int[] {0, 1, 0, 2})
                .build();
        OptimizationResult rfo = run(new Rfo(), ToyPotential.molecular(), chain);
        OptimizationResult lbfgs = run(new Lbfgs(), ToyPotential.molecular(), chain);
        assertThat(rfo.converged()).isTrue();
        assertThat(rfo.energy()).isCloseTo(lbfgs.energy(), within(1e-4));
        assertThat(rfo.evaluations()).isLessThanOrEqualTo(lbfgs.evaluations());
    }

    @Test
    void leavesClustersToCartesianCoordinates() {
        AtomicSystem clash = atoms(new int[] {18, 18, 18, 18}, 0, 0, 0, 0.3, 0, 0, 0, 1.1, 0, 0, 0, 1.1);
        for (AtomicSystem cluster : List.of(
                Structures.randomCluster(20, 1), Structures.randomCluster(6, 2), Structures.icosahedron(), clash)) {
            OptimizationResult rfo = run(new Rfo(), ToyPotential.lennardJones(), cluster);
            assertThat(rfo.converged()).as("%s", rfo).isTrue();
        }
        Walk walk = new Rfo().start(Structures.icosahedron(), OptimizationOptions.defaults());
        assertThat(walk.summary()).hasValueSatisfying(text -> assertThat(text).contains("no molecules"));
    }

    @Test
    void leavesPeriodicSystemsToCartesianCoordinates() {
        AtomicSystem box = Structures.randomCluster(8, 3).toBuilder()
                .cell(Cell.orthorhombic(8, 8, 8))
                .build();
        Walk walk = new Rfo().start(box, OptimizationOptions.defaults());
        assertThat(walk.summary()).hasValueSatisfying(text -> assertThat(text).contains("periodic"));
        assertThat(run(new Rfo(), ToyPotential.lennardJones(3), box).converged())
                .isTrue();
    }

    @Test
    void relaxesFiveHundredAtoms() {
        AtomicSystem start = Transformations.rattled(Structures.alkane(166), 0.1, 166);
        OptimizationResult result = run(
                new Rfo(ModelHessian.byId(Rfo.DEFAULT_HESSIAN), Rfo.DEFAULT_TRUST, Rfo.DEFAULT_MAX_TRUST, 500),
                ToyPotential.molecular(),
                start);
        assertThat(result.converged()).as("%s", result).isTrue();
        assertThat(result.evaluations()).isLessThan(40);
    }

    @Test
    void holdsOneAtomAndAllFixedOnes() {
        assertThat(run(new Rfo(), ToyPotential.lennardJones(), atoms(new int[] {18}, 1, 2, 3))
                        .steps())
                .isZero();
        AtomicSystem start = Transformations.rattled(Structures.ethanol(), 0.1, 1);
        for (int fixed = 1; fixed < start.size(); fixed++) {
            boolean[] mask = new boolean[start.size()];
            Arrays.fill(mask, 0, fixed, true);
            OptimizationResult result = run(
                    new Rfo(),
                    ToyPotential.molecular(),
                    start.toBuilder().fixed(mask).build());
            assertThat(result.converged()).as("%d fixed: %s", fixed, result).isTrue();
            assertThat(Arrays.copyOf(result.system().positions(), 3 * fixed))
                    .containsExactly(Arrays.copyOf(start.positions(), 3 * fixed));
        }
    }
}
