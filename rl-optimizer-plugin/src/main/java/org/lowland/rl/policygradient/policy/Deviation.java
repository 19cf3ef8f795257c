package org.lowland.rl.policygradient.policy;

import org.lowland.api.InputException;

/**
 * The standard deviation of a Gaussian policy: fixed, learned as one number for all components, or learned for each of a
 * fixed number of components. It does not depend on the state. What is learned are logarithms.
 *
 * @param learned how many logarithms are learned: 0, 1 or the number of components
 * @param initial deviation, in the unit of the actions
 */
public record Deviation(int learned, double initial) {

    /** Checks the ranges. */
    public Deviation {
        if (learned < 0 || !(initial > 0) || Double.isInfinite(initial)) {
            throw new InputException("A standard deviation must be positive, not " + initial);
        }
    }

    /** {@return one that stays what it is} */
    public static Deviation fixed(double deviation) {
        return new Deviation(0, deviation);
    }

    /** {@return one number for all components, learned} */
    public static Deviation shared(double initial) {
        return new Deviation(1, initial);
    }

    /** {@return one number for each of so many components, learned} */
    public static Deviation perComponent(int components, double initial) {
        return new Deviation(components, initial);
    }

    /** The logarithms for so many components, learned ones taken from their place among the parameters. */
    double[] logarithms(double[] parameters, int offset, int components) {
        if (learned > 1 && learned != components) {
            throw new IllegalArgumentException(learned + " deviations do not fit " + components + " components");
        }
        double[] logarithms = new double[components];
        for (int k = 0; k < components; k++) {
            logarithms[k] = learned == 0 ? Math.log(initial) : parameters[offset + place(k)];
        }
        return logarithms;
    }

    /** Which of the learned logarithms belongs to a component. */
    int place(int component) {
        return learned == 1 ? 0 : component;
    }
}
