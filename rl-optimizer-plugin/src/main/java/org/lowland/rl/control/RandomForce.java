package org.lowland.rl.control;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Forces;

/**
 * The policy that follows the force by a random length: the displacement is the force times a scale whose logarithm is
 * drawn evenly. A learned policy that is no better has learned no more than where the force points. Immutable and
 * thread-safe.
 */
public final class RandomForce extends NullPolicy {
    /** The id under which it is found. */
    public static final String ID = "random-force";

    /** The default of the smallest scale in Å²/eV. */
    public static final double DEFAULT_SMALLEST = 1e-4;

    /** The default of the largest scale in Å²/eV. */
    public static final double DEFAULT_LARGEST = 1e-2;

    /** The default of the longest step in Å. */
    public static final double DEFAULT_MAX_STEP = 0.1;

    private final double smallest;
    private final double largest;
    private final double maxStep;

    /**
     * Makes the policy.
     *
     * @param smallest scale in Å²/eV
     * @param largest scale in Å²/eV
     * @param maxStep the farthest that an atom moves in one step, in Å; more is scaled down as a whole
     * @throws InputException when one of them is not positive, or the largest is smaller than the smallest
     */
    public RandomForce(double smallest, double largest, double maxStep) {
        Settings.requirePositive(ID, "smallest", smallest, "Å²/eV");
        Settings.requirePositive(ID, "largest", largest, "Å²/eV");
        Settings.requirePositive(ID, "max-step", maxStep, "Å");
        if (largest < smallest) {
            throw new InputException("The option 'largest' of '" + ID + "' is " + largest + ", but 'smallest' is "
                    + smallest + "; give at least as much");
        }
        this.smallest = smallest;
        this.largest = largest;
        this.maxStep = maxStep;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    Policy policy(long seed) {
        RandomGenerator random = new Well19937c(seed);
        return at -> {
            double[] step = Forces.allowed(at.system(), at.evaluation());
            double scale = smallest * Math.pow(largest / smallest, random.nextDouble());
            double longest = scale * Forces.fmax(at.system(), at.evaluation());
            double factor = longest > maxStep ? scale * maxStep / longest : scale;
            for (int k = 0; k < step.length; k++) {
                step[k] *= factor;
            }
            return step;
        };
    }
}
