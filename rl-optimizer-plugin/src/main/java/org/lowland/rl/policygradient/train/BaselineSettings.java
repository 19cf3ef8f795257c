package org.lowland.rl.policygradient.train;

import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.MovingAverage;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.PerStart;
import org.lowland.rl.policygradient.advantage.ValueBaseline;
import org.lowland.rl.policygradient.advantage.ValueFunction;

/**
 * What is taken away from returns.
 *
 * @param name none, moving-average, per-start or value
 * @param decay of the moving average; 0.9 if null
 */
public record BaselineSettings(String name, Double decay) {
    private static final List<String> KNOWN = List.of("moving-average", "none", "per-start", "value");
    private static final double USUAL_DECAY = 0.9;

    /** Checks the name. */
    public BaselineSettings {
        if (!KNOWN.contains(name)) {
            throw new InputException("baseline.name is '" + name + "'; known: " + String.join(", ", KNOWN));
        }
        if (decay != null && !name.equals("moving-average")) {
            throw new InputException("baseline.decay belongs to moving-average, not to " + name);
        }
    }

    /**
     * The baseline.
     *
     * @param horizon most steps of an episode
     * @param value the value function of what is trained, if it has one
     * @param <S> states
     * @param <A> actions
     * @return the baseline before it has learned anything
     * @throws InputException when there is no value function and one is asked for
     */
    public <S, A> Baseline<S, A> baseline(int horizon, Optional<ValueFunction<S>> value) {
        return switch (name) {
            case "none" -> new NoBaseline<>();
            case "moving-average" -> new MovingAverage<>(decay == null ? USUAL_DECAY : decay, horizon);
            case "per-start" -> new PerStart<>();
            default ->
                new ValueBaseline<>(value.orElseThrow(() -> new InputException(
                        "baseline.name is value, but there is no value function for this training; take another")));
        };
    }
}
