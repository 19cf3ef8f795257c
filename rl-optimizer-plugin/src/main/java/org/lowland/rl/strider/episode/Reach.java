package org.lowland.rl.strider.episode;

import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;

/**
 * From what a policy wants to what is done: an atom that would go too far goes as far as it may in the same direction,
 * fixed atoms stay, and where nothing is fixed the structure does not drift. Immutable.
 *
 * @param longest displacement of an atom in a step, in Å
 */
public record Reach(double longest) {
    /** The default in Å. */
    public static final double DEFAULT = 0.1;

    /** The square of the share that is nearly all. */
    private static final double NEARLY = 0.8;

    /**
     * Checks the length.
     *
     * @throws InputException when it is not positive
     */
    public Reach {
        if (!(longest > 0) || Double.isInfinite(longest)) {
            throw new InputException("The longest step is " + longest + "; give a positive length in Å");
        }
    }

    /**
     * What is done.
     *
     * @param system that is displaced
     * @param wanted 3N components in Å
     * @return 3N components in Å
     */
    public double[] displacement(AtomicSystem system, double[] wanted) {
        double[] done = wanted.clone();
        for (int atom = 0; atom < system.size(); atom++) {
            double scale = system.isFixed(atom) ? 0 : scale(wanted, atom);
            for (int axis = 0; axis < 3; axis++) {
                done[3 * atom + axis] *= scale;
            }
        }
        if (system.freeAtoms() == system.size()) {
            takeMeanAway(done);
        }
        return done;
    }

    /**
     * The gradient by what is wanted from that by what is done.
     *
     * @param system that is displaced, without fixed atoms
     * @param wanted 3N components in Å
     * @param gradient by what is done
     * @return the gradient by what is wanted
     */
    public double[] pullback(AtomicSystem system, double[] wanted, double[] gradient) {
        double[] back = gradient.clone();
        takeMeanAway(back);
        for (int atom = 0; atom < system.size(); atom++) {
            double scale = scale(wanted, atom);
            int x = 3 * atom;
            if (scale < 1) {
                double length = longest / scale;
                double along = (wanted[x] * back[x] + wanted[x + 1] * back[x + 1] + wanted[x + 2] * back[x + 2])
                        / (length * length);
                for (int axis = 0; axis < 3; axis++) {
                    back[x + axis] = scale * (back[x + axis] - along * wanted[x + axis]);
                }
            }
        }
        return back;
    }

    /**
     * Whether an atom goes as far as it may, or nearly.
     *
     * @param done 3N components in Å
     * @return true or false
     */
    public boolean isReached(double[] done) {
        for (int atom = 0; atom < done.length / 3; atom++) {
            if (squared(done, atom) > NEARLY * longest * longest) {
                return true;
            }
        }
        return false;
    }

    private static double squared(double[] wanted, int atom) {
        double x = wanted[3 * atom];
        double y = wanted[3 * atom + 1];
        double z = wanted[3 * atom + 2];
        return x * x + y * y + z * z;
    }

    private double scale(double[] wanted, int atom) {
        double length = Math.sqrt(squared(wanted, atom));
        return length > longest ? longest / length : 1;
    }

    /**
     * Takes the mean over atoms away.
     *
     * @param vectors 3N components, changed
     */
    public static void takeMeanAway(double[] vectors) {
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            for (int k = axis; k < vectors.length; k += 3) {
                sum += vectors[k];
            }
            double mean = 3 * sum / vectors.length;
            for (int k = axis; k < vectors.length; k += 3) {
                vectors[k] -= mean;
            }
        }
    }
}
