package org.lowland.rl.policygradient.algebra;

import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.potential.torch.AdamW;

/**
 * Moves parameters up a gradient: along it, or by Adam, which holds its moments and the parameters that it has moved in
 * single precision. Confined to one thread.
 */
public final class Ascent {
    private final Settings settings;
    private Optional<AdamW> adam = Optional.empty();
    private long steps;

    /** How a step follows from a gradient. */
    public enum Rule {
        /** The rate times the gradient. */
        PLAIN,
        /** Adam, D. P. Kingma and J. Ba (ICLR 2015), with the usual decays. */
        ADAM
    }

    /**
     * How to move.
     *
     * @param rule of the steps
     * @param rate of the steps
     * @param largestNorm of a gradient, to which longer ones are shortened; infinity for none
     * @param largestElement of a gradient, to which larger ones are cut before that; infinity for none
     */
    public record Settings(Rule rule, double rate, double largestNorm, double largestElement) {
        /** Checks the ranges. */
        public Settings {
            if (!(rate > 0 && largestNorm > 0 && largestElement > 0)) {
                throw new InputException("The learning rate and the limits of a gradient must be positive, not " + rate
                        + ", " + largestNorm + " and " + largestElement);
            }
        }

        /** {@return steps along the gradient} */
        public static Settings plain(double rate) {
            return new Settings(Rule.PLAIN, rate, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        /** {@return Adam with a limit of the gradient's length} */
        public static Settings adam(double rate, double largestNorm) {
            return new Settings(Rule.ADAM, rate, largestNorm, Double.POSITIVE_INFINITY);
        }
    }

    /**
     * What is remembered between steps. The arrays are not to be changed.
     *
     * @param steps done
     * @param firstMoment of Adam; empty before its first step
     * @param secondMoment of Adam, as many
     */
    public record State(long steps, float[] firstMoment, float[] secondMoment) {
        /** What there is to remember before the first step, or of steps that need no memory. */
        public static State ofSteps(long steps) {
            return new State(steps, new float[0], new float[0]);
        }
    }

    /** An ascent that has not begun. */
    public Ascent(Settings settings) {
        this.settings = settings;
    }

    /**
     * Makes a step.
     *
     * @param parameters where it begins
     * @param gradient of what is to grow
     * @return where it ends
     * @throws BackendException when the gradient is not finite
     */
    public double[] step(double[] parameters, double[] gradient) {
        if (!Vectors.isFinite(gradient)) {
            throw new BackendException("The gradient of update " + (steps + 1)
                    + " is not finite; lower the learning rate, or bound rewards and actions");
        }
        double[] limited = limited(gradient);
        steps++;
        return settings.rule() == Rule.PLAIN
                ? Vectors.sum(parameters, limited, settings.rate())
                : adamStep(parameters, limited);
    }

    private double[] limited(double[] gradient) {
        double[] limited = gradient.clone();
        double bound = settings.largestElement();
        for (int k = 0; k < limited.length; k++) {
            limited[k] = Math.max(-bound, Math.min(bound, limited[k]));
        }
        double norm = Vectors.norm(limited);
        if (norm > settings.largestNorm()) {
            for (int k = 0; k < limited.length; k++) {
                limited[k] *= settings.largestNorm() / norm;
            }
        }
        return limited;
    }

    private double[] adamStep(double[] parameters, double[] gradient) {
        if (adam.isEmpty()) {
            adam = Optional.of(new AdamW(parameters.length, AdamW.Options.DEFAULT));
        }
        float[] values = new float[parameters.length];
        float[] down = new float[parameters.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) parameters[k];
            down[k] = (float) -gradient[k];
        }
        adam.orElseThrow().update(values, down, settings.rate());
        double[] moved = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            moved[k] = values[k];
        }
        return moved;
    }

    /** {@return what is remembered} */
    public State state() {
        return adam.map(moments -> new State(steps, moments.firstMoment(), moments.secondMoment()))
                .orElseGet(() -> State.ofSteps(steps));
    }

    /**
     * Goes back to what was remembered.
     *
     * @param state of an ascent with the same settings
     */
    public void restore(State state) {
        steps = state.steps();
        adam = Optional.empty();
        if (settings.rule() == Rule.ADAM && state.firstMoment().length > 0) {
            AdamW moments = new AdamW(state.firstMoment().length, AdamW.Options.DEFAULT);
            moments.restore(steps, state.firstMoment(), state.secondMoment());
            adam = Optional.of(moments);
        }
    }

    /** {@return its settings in words} */
    @Override
    public String toString() {
        return settings.toString();
    }
}
