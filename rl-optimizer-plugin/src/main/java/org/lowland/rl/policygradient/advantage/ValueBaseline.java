package org.lowland.rl.policygradient.advantage;

import java.util.ArrayList;
import java.util.List;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Step;

/**
 * Expects what a value function says of the state.
 *
 * @param value the function
 * @param <S> states
 * @param <A> actions
 */
public record ValueBaseline<S, A>(ValueFunction<S> value) implements Baseline<S, A> {

    @Override
    public double[][] values(List<Episode<S, A>> episodes, double[][] returns) {
        double[] flat = value.values(states(episodes));
        double[][] values = new double[returns.length][];
        int offset = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] = new double[returns[k].length];
            System.arraycopy(flat, offset, values[k], 0, values[k].length);
            offset += values[k].length;
        }
        return values;
    }

    /** {@return the value of the last state of each episode} */
    double[] lastValues(List<Episode<S, A>> episodes) {
        return value.values(episodes.stream().map(Episode::last).toList());
    }

    @Override
    public ValueBaseline<S, A> after(List<Episode<S, A>> episodes, double[][] returns) {
        List<S> states = states(episodes);
        double[] targets = new double[states.size()];
        int offset = 0;
        for (double[] course : returns) {
            System.arraycopy(course, 0, targets, offset, course.length);
            offset += course.length;
        }
        return new ValueBaseline<>(value.fitted(states, targets));
    }

    private static <S, A> List<S> states(List<Episode<S, A>> episodes) {
        List<S> states = new ArrayList<>();
        for (Episode<S, A> episode : episodes) {
            for (Step<S, A> step : episode.steps()) {
                states.add(step.state());
            }
        }
        return states;
    }

    @Override
    public double[] state() {
        return value.state();
    }

    @Override
    public ValueBaseline<S, A> withState(double[] state) {
        return new ValueBaseline<>(value.withState(state));
    }
}
