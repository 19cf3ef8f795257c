package org.lowland.rl.landscape;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** One annealing: a descent, dynamics that cool, a quench. Confined to one thread. */
final class AnnealingWalk implements Walk {
    /** No atom moves farther in a step, in Å: a melt full of overlaps must not explode. */
    private static final double LONGEST = 0.1;

    private final OptimizationOptions options;
    private final SimulatedAnnealing.Settings settings;
    private final GeometryOptimizer local;
    private final RandomGenerator random;
    private final long limit;
    private Walk descent;
    private AtomicSystem next;
    private double[] velocities;
    private long dynamics = -1;
    private long step;
    private Position lowest;
    private boolean quenching;
    private long evaluations;

    AnnealingWalk(
            AtomicSystem start,
            OptimizationOptions options,
            SimulatedAnnealing.Settings settings,
            GeometryOptimizer local) {
        this.options = options;
        this.settings = settings;
        this.local = local;
        this.random = new Well19937c(options.seed());
        this.limit = Math.min(options.evaluations(), options.steps() + 1L);
        this.descent = local.start(start, options);
    }

    @Override
    public List<AtomicSystem> ask() {
        return descent != null ? descent.ask() : List.of(next);
    }

    @Override
    public void tell(List<Evaluation> told) {
        Position here = new Position(ask().get(0), told.get(0));
        evaluations++;
        if (lowest == null || here.evaluation().energy() < lowest.evaluation().energy()) {
            lowest = here;
        }
        if (descent != null) {
            descent.tell(told);
            if (!quenching && (descent.done() || evaluations >= settings.descent())) {
                heat(descent.best());
            }
            return;
        }
        double[] forces = Forces.allowed(here.system(), here.evaluation());
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] += settings.timeStep() / 2 * forces[k];
        }
        step++;
        if (step < dynamics) {
            move(here.system(), forces);
        } else {
            quench(here);
        }
    }

    private void heat(Position from) {
        dynamics = settings.steps(limit, evaluations);
        if (dynamics == 0) {
            quench(from);
            return;
        }
        descent = null;
        velocities = new double[3 * from.system().size()];
        double width = Math.sqrt(settings.hottest());
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] = from.system().isFixed(k / 3) ? 0 : width * random.nextGaussian();
        }
        move(from.system(), Forces.allowed(from.system(), from.evaluation()));
    }

    /** The splitting BAOAB, whose structures are those of the temperature to high order in the time step. */
    private void move(AtomicSystem from, double[] forces) {
        double left = 1 - step / (double) dynamics;
        double temperature = settings.coldest() + (settings.hottest() - settings.coldest()) * left;
        double half = settings.timeStep() / 2;
        double kept = Math.exp(-settings.friction() * settings.timeStep());
        double drawn = Math.sqrt(temperature * (1 - kept * kept));
        double[] positions = from.positions();
        for (int atom = 0; atom < from.size(); atom++) {
            if (from.isFixed(atom)) {
                continue;
            }
            double[] moved = new double[3];
            double length = 0;
            for (int axis = 0; axis < 3; axis++) {
                int k = 3 * atom + axis;
                velocities[k] += half * forces[k];
                moved[axis] = half * velocities[k];
                velocities[k] = kept * velocities[k] + drawn * random.nextGaussian();
                moved[axis] += half * velocities[k];
                length += moved[axis] * moved[axis];
            }
            double scale = Math.min(1, LONGEST / Math.sqrt(length));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] += scale * moved[axis];
                velocities[3 * atom + axis] *= scale;
            }
        }
        next = from.withPositions(positions);
    }

    private void quench(Position from) {
        quenching = true;
        descent = local.start(from.system(), options);
        descent.tell(List.of(from.evaluation()));
    }

    @Override
    public boolean done() {
        return quenching && descent.done();
    }

    @Override
    public Position best() {
        if (lowest == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return done()
                        && descent.best().evaluation().energy()
                                <= lowest.evaluation().energy()
                ? descent.best()
                : lowest;
    }

    @Override
    public int steps() {
        return (int) Math.max(0, evaluations - 1);
    }
}
