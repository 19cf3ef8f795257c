package org.lowland.api.relax;

import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * A walk to the nearest minimum, one structure at a time. The base class decides when it is converged, keeps the newest
 * accepted structure, counts steps and holds fixed atoms; a subclass says where to go next and may reject a trial.
 * Confined to one thread.
 */
public abstract class LocalWalk implements Walk {
    private final double threshold;
    private AtomicSystem next;
    private Position newest;
    private int steps;
    private boolean done;

    /**
     * A walk that has not begun.
     *
     * @param start where it starts
     * @param options when it is converged
     * @throws InputException when there are no atoms
     */
    protected LocalWalk(AtomicSystem start, OptimizationOptions options) {
        if (start.size() == 0) {
            throw new InputException("The structure has no atoms");
        }
        this.next = start;
        this.threshold = options.fmax();
    }

    /**
     * Decides on a trial; the place to learn from it.
     *
     * @param from the newest accepted structure
     * @param trial the one that {@link #step} led to
     * @return whether it becomes the newest; a step is counted then
     */
    protected abstract boolean accepts(Position from, Position trial);

    /**
     * Where to go next.
     *
     * @param from the newest accepted structure, the same as before when the last trial was rejected
     * @param forces its 3N force components in eV/Å, zero on fixed atoms
     * @return 3N displacements in Å from it; those of fixed atoms are ignored
     */
    protected abstract double[] step(Position from, double[] forces);

    @Override
    public final List<AtomicSystem> ask() {
        return List.of(next);
    }

    @Override
    public final void tell(List<Evaluation> evaluations) {
        Position trial = new Position(next, evaluations.get(0));
        if (newest == null) {
            newest = trial;
        } else if (accepts(newest, trial)) {
            newest = trial;
            steps++;
        }
        done = Forces.fmax(newest.system(), newest.evaluation()) <= threshold;
        if (!done) {
            next = moved(newest.system(), step(newest, freeForces(newest)));
        }
    }

    @Override
    public final boolean done() {
        return done;
    }

    @Override
    public final Position best() {
        if (newest == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return newest;
    }

    @Override
    public final int steps() {
        return steps;
    }

    private static AtomicSystem moved(AtomicSystem system, double[] displacement) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            if (!system.isFixed(k / 3)) {
                positions[k] += displacement[k];
            }
        }
        return system.withPositions(positions);
    }

    /**
     * The forces as an optimizer sees them.
     *
     * @param position a structure with its evaluation
     * @return 3N components in eV/Å, zero on fixed atoms
     */
    protected static double[] freeForces(Position position) {
        double[] forces = position.evaluation().forces();
        for (int k = 0; k < forces.length; k++) {
            if (position.system().isFixed(k / 3)) {
                forces[k] = 0;
            }
        }
        return forces;
    }

    /**
     * Scales a displacement down, as a whole, until no atom moves farther than a limit.
     *
     * @param displacement 3N components in Å, changed in place
     * @param limit in Å
     */
    protected static void limit(double[] displacement, double limit) {
        double largest = 0;
        for (int k = 0; k < displacement.length; k += 3) {
            double x = displacement[k];
            double y = displacement[k + 1];
            double z = displacement[k + 2];
            largest = Math.max(largest, x * x + y * y + z * z);
        }
        if (largest > limit * limit) {
            Vectors.scale(displacement, limit / Math.sqrt(largest));
        }
    }

    /**
     * Checks a setting of an optimizer.
     *
     * @param optimizer its id, for the message
     * @param name of the setting
     * @param value to be checked
     * @param unit for the message
     * @throws InputException when the value is not positive and finite
     */
    protected static void requirePositive(String optimizer, String name, double value, String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException("The option '" + name + "' of '" + optimizer + "' is " + value
                    + "; give a positive number in " + unit);
        }
    }
}
