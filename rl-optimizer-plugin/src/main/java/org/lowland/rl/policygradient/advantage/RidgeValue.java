package org.lowland.rl.policygradient.advantage;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.algebra.NormalMatrix;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.function.Features;

/**
 * A value function that is linear in features of the state and a constant, fitted to each iteration by least squares with
 * a pull towards what it was before.
 *
 * @param <S> states
 */
public final class RidgeValue<S> implements ValueFunction<S> {
    private final Features<S> features;
    private final double pull;
    private final double[] weights;

    /**
     * A function that is zero everywhere.
     *
     * @param features it is linear in
     * @param pull towards the weights before, in units of the mean square of a feature; positive
     */
    public RidgeValue(Features<S> features, double pull) {
        this(features, pull, new double[features.count() + 1]);
        if (!(pull > 0)) {
            throw new InputException("The pull of a linear value function must be positive, not " + pull);
        }
    }

    private RidgeValue(Features<S> features, double pull, double[] weights) {
        this.features = features;
        this.pull = pull;
        this.weights = weights;
    }

    private double[] row(S state) {
        double[] x = features.of(state);
        double[] row = new double[x.length + 1];
        System.arraycopy(x, 0, row, 0, x.length);
        row[x.length] = 1;
        return row;
    }

    @Override
    public double[] values(List<S> states) {
        return states.stream()
                .mapToDouble(state -> Vectors.dot(weights, row(state)))
                .toArray();
    }

    @Override
    public RidgeValue<S> fitted(List<S> states, double[] targets) {
        List<double[]> rows = new ArrayList<>(states.size());
        double[] right = new double[weights.length];
        for (int k = 0; k < targets.length; k++) {
            double[] row = row(states.get(k));
            rows.add(row);
            Vectors.addTo(right, row, (targets[k] - Vectors.dot(weights, row)) / targets.length);
        }
        try (NormalMatrix matrix = new NormalMatrix(weights.length)) {
            matrix.add(rows, 1.0 / targets.length);
            return new RidgeValue<>(features, pull, Vectors.sum(weights, matrix.solve(right, pull), 1));
        }
    }

    @Override
    public double[] state() {
        return weights.clone();
    }

    @Override
    public RidgeValue<S> withState(double[] state) {
        if (state.length != weights.length) {
            throw new IllegalArgumentException("the state is of a value function of other features");
        }
        return new RidgeValue<>(features, pull, state.clone());
    }
}
