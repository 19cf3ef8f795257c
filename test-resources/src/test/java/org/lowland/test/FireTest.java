package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.relax.Fire;

class FireTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new Fire();
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
}
