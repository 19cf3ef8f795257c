package org.lowland.rl.control;

import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;

/** Controls made and run as a user does it. */
final class Controls {
    private Controls() {}

    static GeometryOptimizer optimizer(String typed) {
        return Lowland.optimizer(BackendSpec.parse(typed));
    }

    static OptimizationResult run(String optimizer, String potential, AtomicSystem start, OptimizationOptions options) {
        try (Potential landscape = Lowland.potential(BackendSpec.parse(potential))) {
            return OptimizationLoop.builder(optimizer(optimizer), landscape)
                    .options(options)
                    .build()
                    .run(start);
        }
    }
}
