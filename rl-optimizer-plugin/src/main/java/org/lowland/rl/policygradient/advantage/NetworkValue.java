package org.lowland.rl.policygradient.advantage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.function.ParametricFunction;

/**
 * A value function with parameters that follows the gradient of half the mean squared error over the states of each
 * iteration for some steps.
 *
 * @param <S> states
 */
public final class NetworkValue<S> implements ValueFunction<S> {
    private final ParametricFunction<S> function;
    private final Ascent.Settings descent;
    private final int steps;
    private final double[] parameters;
    private final Ascent.State moments;

    /**
     * A function before it has learned anything.
     *
     * @param function of one output
     * @param parameters of the function
     * @param descent how they follow the gradient
     * @param steps in each iteration
     */
    public NetworkValue(ParametricFunction<S> function, double[] parameters, Ascent.Settings descent, int steps) {
        this(function, parameters.clone(), descent, steps, Ascent.State.ofSteps(0));
        if (parameters.length != function.size()) {
            throw new IllegalArgumentException(
                    "the function has " + function.size() + " parameters, not " + parameters.length);
        }
    }

    private NetworkValue(
            ParametricFunction<S> function,
            double[] parameters,
            Ascent.Settings descent,
            int steps,
            Ascent.State moments) {
        this.function = function;
        this.parameters = parameters;
        this.descent = descent;
        this.steps = steps;
        this.moments = moments;
    }

    @Override
    public double[] values(List<S> states) {
        return values(parameters, states);
    }

    private double[] values(double[] at, List<S> states) {
        return function.values(at, states).stream()
                .mapToDouble(value -> value[0])
                .toArray();
    }

    @Override
    public NetworkValue<S> fitted(List<S> states, double[] targets) {
        Ascent ascent = new Ascent(descent);
        ascent.restore(moments);
        double[] moved = parameters;
        for (int step = 0; step < steps; step++) {
            double[] values = values(moved, states);
            List<double[]> up = new ArrayList<>(values.length);
            for (int k = 0; k < values.length; k++) {
                up.add(new double[] {(targets[k] - values[k]) / values.length});
            }
            double[] gradient = new double[moved.length];
            function.addGradients(moved, states, up, gradient);
            moved = ascent.step(moved, gradient);
        }
        return new NetworkValue<>(function, moved, descent, steps, ascent.state());
    }

    @Override
    public double[] state() {
        int memory = moments.firstMoment().length;
        double[] state = Arrays.copyOf(parameters, parameters.length + 1 + 2 * memory);
        state[parameters.length] = moments.steps();
        for (int k = 0; k < memory; k++) {
            state[parameters.length + 1 + k] = moments.firstMoment()[k];
            state[parameters.length + 1 + memory + k] = moments.secondMoment()[k];
        }
        return state;
    }

    @Override
    public NetworkValue<S> withState(double[] state) {
        int size = parameters.length;
        int memory = (state.length - size - 1) / 2;
        if (memory != 0 && memory != size || state.length != size + 1 + 2 * memory) {
            throw new IllegalArgumentException("the state is of a value function with other parameters");
        }
        float[] first = new float[memory];
        float[] second = new float[memory];
        for (int k = 0; k < memory; k++) {
            first[k] = (float) state[size + 1 + k];
            second[k] = (float) state[size + 1 + memory + k];
        }
        return new NetworkValue<>(
                function,
                Arrays.copyOf(state, size),
                descent,
                steps,
                new Ascent.State((long) state[size], first, second));
    }
}
