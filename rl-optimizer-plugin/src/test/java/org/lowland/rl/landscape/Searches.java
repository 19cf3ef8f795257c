package org.lowland.rl.landscape;

import java.util.Arrays;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;

/** Searches on analytic landscapes, made as a user makes them. */
final class Searches {
    private Searches() {}

    static Potential potential(String typed) {
        BackendSpec spec = BackendSpec.parse(typed);
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.create(Options.parse(provider, spec.options()));
    }

    static GeometryOptimizer optimizer(String typed) {
        BackendSpec spec = BackendSpec.parse(typed);
        OptimizerProvider provider = Providers.optimizers().get(spec.id());
        return provider.create(Options.parse(provider, spec.options()));
    }

    static OptimizationResult run(String optimizer, String potential, AtomicSystem start, OptimizationOptions options) {
        try (Potential landscape = potential(potential)) {
            return OptimizationLoop.builder(optimizer(optimizer), landscape)
                    .options(options)
                    .build()
                    .run(start);
        }
    }

    /** Argon atoms on a cubic grid with edges of 1.1 Å: a structure for searches that begin at random. */
    static AtomicSystem grid(int atoms) {
        int edge = (int) Math.ceil(Math.cbrt(atoms));
        double[] positions = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            positions[3 * atom] = 1.1 * (atom % edge);
            positions[3 * atom + 1] = 1.1 * (atom / edge % edge);
            positions[3 * atom + 2] = 1.1 * (atom / edge / edge);
        }
        int[] elements = new int[atoms];
        Arrays.fill(elements, 18);
        return AtomicSystem.of(elements, positions);
    }
}
