package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.relax.Rfo;

class RfoTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new Rfo();
    }

    /** The mean over these six is 11.5 evaluations. Many more would mean that a safeguard works against it; L-BFGS needs 25.7 on average. */
    @Test
    void needsFewEvaluations() {
        assertThat(OptimizationLoop.builder(optimizer(), potential()).build().run(systems()).stream()
                        .mapToLong(OptimizationResult::evaluations)
                        .average()
                        .orElseThrow())
                .isLessThan(15);
    }
}
