package org.lowland.rl.strider;

import java.util.List;
import java.util.Random;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.policy.Architecture;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;

/** Policies and situations in the midst of an episode. */
public final class Situations {
    private Situations() {}

    /** {@return the liquid's landscape, smooth at the cutoff} */
    public static Potential smooth() {
        return Lowland.potential(BackendSpec.parse("kob-andersen?images=all&shift=force"));
    }

    /** {@return an architecture with a hidden layer} */
    public static Architecture architecture() {
        Architecture usual = Architecture.usual(List.of(28, 15), 1, 1);
        return new Architecture(
                usual.elements(),
                1,
                1,
                usual.cutoff(),
                List.of(5),
                usual.keep(),
                usual.mobility(),
                usual.noise(),
                false);
    }

    /** {@return a policy with random parameters} */
    public static StepPolicy policy(long seed) {
        StepFunction function = new StepFunction(architecture());
        Random random = new Random(seed);
        return new StepPolicy(
                function, random.doubles(function.size(), -0.3, 0.3).toArray());
    }

    /** {@return a situation after a random displacement} */
    public static Situation amid(AtomicSystem system, Potential potential, long seed) {
        double[] displacement =
                new Random(seed).doubles(3 * system.size(), -0.01, 0.01).toArray();
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += displacement[k];
        }
        AtomicSystem moved = system.withPositions(positions);
        return Situation.first(system, potential.evaluate(system), 10, 0)
                .after(moved, potential.evaluate(moved), displacement);
    }
}
