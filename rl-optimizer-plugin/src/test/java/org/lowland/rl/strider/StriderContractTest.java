package org.lowland.rl.strider;

import java.util.List;
import java.util.Optional;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.OptimizerContract;
import org.lowland.test.Structures;

/** A policy with random parameters in periodic liquids. */
class StriderContractTest extends OptimizerContract {
    @Override
    protected GeometryOptimizer optimizer() {
        return new Strider(Optional.of(Situations.policy(1)), Plan.usual());
    }

    @Override
    protected Potential potential() {
        return Situations.smooth();
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(Structures.kobAndersenBox(20, 1), Structures.kobAndersenBox(10, 2));
    }

    @Override
    protected OptimizationOptions options() {
        return super.options().withEvaluations(200);
    }
}
