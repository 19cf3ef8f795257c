package org.lowland.api.relax;

import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.constraint.TargetDrive;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.topology.BondGraph;

/**
 * A walk to the nearest minimum, one structure at a time. The base class decides when it is converged, keeps the newest
 * accepted structure, counts steps, holds fixed atoms and brings every structure to where its constraints hold; a
 * subclass says where to go next and may reject a trial. Confined to one thread.
 */
public abstract class LocalWalk implements Walk {
    /** Halvings of a step that leads away from where the constraints hold before it is given up. */
    private static final int MOST_HALVINGS = 20;

    private final double threshold;
    private AtomicSystem next;
    private Position newest;
    private int steps;
    private boolean done;

    /**
     * A walk that has not begun.
     *
     * @param start where it starts; where its constraints do not hold, it is first moved to where they do
     * @param options when it is converged
     * @throws InputException when there are no atoms, or no structure was found in which the constraints hold
     */
    protected LocalWalk(AtomicSystem start, OptimizationOptions options) {
        if (start.size() == 0) {
            throw new InputException("The structure has no atoms");
        }
        this.next = obeying(start);
        this.threshold = options.fmax();
    }

    /**
     * Decides on a trial; the place to learn from it.
     *
     * @param from the newest accepted structure
     * @param trial the one that {@link #step} led to; constraints may have bent the way
     * @return whether it becomes the newest; a step is counted then
     */
    protected abstract boolean accepts(Position from, Position trial);

    /**
     * Where to go next.
     *
     * @param from the newest accepted structure, the same as before when the last trial was rejected
     * @param forces its 3N force components in eV/Å, as far as fixed atoms and constraints allow them to act
     * @return 3N displacements in Å from it; what fixed atoms and constraints do not allow is taken from them
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

    /** The structure near a start in which its constraints hold: the start itself where they do. */
    static AtomicSystem obeying(AtomicSystem start) {
        if (start.constraints().isEmpty()) {
            return start;
        }
        return start.withPositions(TargetDrive.reach(
                start.manifold(), start.positions(), BondGraph.of(start).pairs()));
    }

    private static AtomicSystem moved(AtomicSystem system, double[] displacement) {
        double[] from = system.positions();
        double[] allowed = displacement.clone();
        system.manifold().project(from, allowed);
        for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
            double[] to = from.clone();
            Vectors.add(to, 1, allowed);
            Optional<double[]> obeying = system.manifold().nearest(to);
            if (obeying.isPresent()) {
                return system.withPositions(obeying.get());
            }
            Vectors.scale(allowed, 0.5);
        }
        throw new InputException(
                "No step leads on from here on which the constraints hold: " + system.constraints() + "; give others");
    }

    /**
     * The forces as an optimizer sees them.
     *
     * @param position a structure with its evaluation
     * @return 3N components in eV/Å, as far as fixed atoms and constraints allow them to act
     */
    protected static double[] freeForces(Position position) {
        return Forces.allowed(position.system(), position.evaluation());
    }

    /**
     * Takes from a vector, such as a velocity, what fixed atoms and constraints do not allow.
     *
     * @param system the atoms with their constraints
     * @param vector 3N components, changed in place
     */
    protected static void project(AtomicSystem system, double[] vector) {
        system.manifold().project(system.positions(), vector);
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
