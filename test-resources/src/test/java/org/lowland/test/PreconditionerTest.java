package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.precondition.ModelPreconditioner;
import org.lowland.api.precondition.Preconditioner;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;
import org.lowland.api.system.AtomicSystem;

class PreconditionerTest {
    private static final double CURVATURE = 70;

    private static List<AtomicSystem> systems() {
        return List.of(
                Structures.ethanol(),
                Structures.benzene(),
                Structures.alkane(20),
                HardCases.molecules().get("CO2"),
                HardCases.molecules().get("methane and benzene 10 Å apart"),
                Structures.waterBox(),
                Structures.randomCluster(30, 1),
                Structures.kobAndersenBox(60, 1),
                AtomicSystem.of(new int[] {18}, new double[3]));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Test
    void isSymmetricAndPositiveAndLeavesFixedAtoms() {
        for (AtomicSystem system : systems()) {
            boolean[] fixed = new boolean[system.size()];
            fixed[fixed.length / 2] = fixed.length > 1;
            Preconditioner preconditioner =
                    ModelPreconditioner.of(system.toBuilder().fixed(fixed).build(), CURVATURE);
            Random random = new Random(1);
            double[] a = random.doubles(3L * fixed.length, -1, 1).toArray();
            double[] b = random.doubles(3L * fixed.length, -1, 1).toArray();
            double[] x = preconditioner.solve(a);
            assertThat(dot(a, x)).as("%s", system).isPositive();
            assertThat(dot(b, x)).isCloseTo(dot(a, preconditioner.solve(b)), within(1e-2 * dot(a, x)));
            if (fixed.length > 1) {
                assertThat(x[3 * (fixed.length / 2)]).isZero();
            }
        }
    }

    @Test
    void knowsThatBondsAreStiffAndTorsionsSoft() {
        AtomicSystem butane = Structures.alkane(4);
        Preconditioner preconditioner = ModelPreconditioner.of(butane, CURVATURE);
        double[] along = new double[3 * butane.size()];
        for (int axis = 0; axis < 3; axis++) {
            double d = butane.position(2, axis) - butane.position(1, axis);
            along[3 + axis] = -d;
            along[6 + axis] = d;
        }
        double[] across = new double[3 * butane.size()];
        across[2] = 1;
        across[11] = 1;
        assertThat(dot(across, preconditioner.solve(across)) / dot(across, across))
                .isGreaterThan(20 * dot(along, preconditioner.solve(along)) / dot(along, along));
    }

    @Test
    void savesMostEvaluationsOfAChain() {
        AtomicSystem chain = Transformations.rattled(Structures.alkane(30), 0.05, 1);
        assertThat(evaluations(ToyPotential.molecular(), List.of(chain), Preconditioning.MODEL))
                .isLessThan(evaluations(ToyPotential.molecular(), List.of(chain), Preconditioning.NONE) / 2);
    }

    /** From random starts the minima found differ, and so do the counts: only their sum says something. */
    @Test
    void savesEvaluationsOfClusters() {
        List<AtomicSystem> clusters = IntStream.range(0, 12)
                .mapToObj(seed -> Structures.randomCluster(60, seed))
                .toList();
        assertThat(evaluations(ToyPotential.lennardJones(), clusters, Preconditioning.MODEL))
                .isLessThan(0.9 * evaluations(ToyPotential.lennardJones(), clusters, Preconditioning.NONE));
    }

    private static double evaluations(Potential potential, List<AtomicSystem> starts, Preconditioning preconditioning) {
        Lbfgs lbfgs =
                new Lbfgs(Lbfgs.DEFAULT_MEMORY, Lbfgs.DEFAULT_MAX_STEP, Lbfgs.DEFAULT_CURVATURE, true, preconditioning);
        List<OptimizationResult> results =
                OptimizationLoop.builder(lbfgs, potential).build().run(starts);
        assertThat(results).allMatch(OptimizationResult::converged);
        return results.stream().mapToLong(OptimizationResult::evaluations).sum();
    }
}
