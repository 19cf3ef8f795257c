package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;
import org.lowland.api.system.AtomicSystem;

class LbfgsTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new Lbfgs();
    }

    @Test
    void findsTheIcosahedron() {
        OptimizationResult result = OptimizationLoop.builder(optimizer(), ToyPotential.lennardJones())
                .options(OptimizationOptions.defaults().withFmax(1e-5))
                .build()
                .run(Transformations.rattled(Structures.icosahedron(), 0.05, 1));
        assertThat(result.converged()).isTrue();
        assertThat(result.energy())
                .isCloseTo(ReferenceValues.lennardJonesMinima().get(13), within(1e-6));
    }

    @Test
    void convergesFromRandomClustersWithEverySetting() {
        List<AtomicSystem> clusters = IntStream.range(0, 10)
                .mapToObj(seed -> Structures.randomCluster(20, seed))
                .toList();
        for (Lbfgs lbfgs : List.of(
                new Lbfgs(),
                new Lbfgs(3, 0.2, 70, true, Preconditioning.NONE),
                new Lbfgs(20, 0.2, 70, false, Preconditioning.NONE),
                new Lbfgs(20, 0.05, 1000, false, Preconditioning.NONE),
                new Lbfgs(20, 0.5, 1, true, Preconditioning.NONE))) {
            List<OptimizationResult> results = OptimizationLoop.builder(lbfgs, ToyPotential.lennardJones())
                    .build()
                    .run(clusters);
            assertThat(results).as("%s", lbfgs).allMatch(OptimizationResult::converged);
        }
    }

    /** Many more would mean that a safeguard works against it. */
    @Test
    void needsFewEvaluations() {
        List<OptimizationResult> results =
                OptimizationLoop.builder(optimizer(), potential()).build().run(systems());
        assertThat(results.stream()
                        .mapToLong(OptimizationResult::evaluations)
                        .average()
                        .orElseThrow())
                .isLessThan(35);
    }
}
