package org.lowland.api.relax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.quadratic.InternalPoint;
import org.lowland.api.quadratic.InternalSpace;
import org.lowland.api.quadratic.LearnedHessian;
import org.lowland.api.quadratic.QuadraticModel;
import org.lowland.api.quadratic.Step;
import org.lowland.api.system.AtomicSystem;

/** A walk by steps of a quadratic model in internal coordinates, with a trust radius that follows its success. */
final class InternalWalk extends LocalWalk {
    private static final int MOST_REJECTIONS = 4;
    /** In eV: above, the slopes at both ends of a step say nothing of what lies between. */
    private static final double LARGE_RISE = 1;

    private static final int MOST_LOSSES = 2;
    private static final int MOST_SEEN = 100;
    private static final double SMALLEST_TRUST = 0.05;
    private static final double POOR = 0.25;
    private static final double GOOD = 0.75;

    /** Changes of the energy in eV that may be the noise of single precision. */
    private static final double NOISE = 1e-4;

    private final Rfo settings;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private InternalSpace space;
    private LearnedHessian hessian;
    private InternalPoint point;
    private Step step;
    private double trust;
    private int rejections;
    private int losses;

    /** Two structures between which the walk has moved, with their gradients. */
    private record Seen(double[] from, double[] gradient, double[] to, double[] gradientThere) {}

    InternalWalk(AtomicSystem start, OptimizationOptions options, InternalSpace space, Rfo settings) {
        super(start, options);
        this.settings = settings;
        this.space = space;
        this.hessian = new LearnedHessian(space);
        this.trust = settings.trust();
    }

    /** Whether it had better be left to another method. */
    boolean isLost() {
        return losses >= MOST_LOSSES;
    }

    private static double[] gradient(Position position) {
        double[] gradient = freeForces(position);
        Vectors.scale(gradient, -1);
        return gradient;
    }

    @Override
    protected boolean accepts(Position from, Position trial) {
        double[] before = gradient(from);
        double[] after = gradient(trial);
        double[] displacement = step.displacement();
        double rise = trial.evaluation().energy() - from.evaluation().energy();
        boolean climbing = Vectors.dot(before, displacement) + Vectors.dot(after, displacement) > 0;
        boolean uphill = rise > LARGE_RISE || rise > 0 && climbing;
        double[] reached = trial.system().positions();
        remember(new Seen(from.system().positions(), before, reached, after));
        InternalSpace inUse = space;
        Optional<InternalPoint> there = InternalPoint.of(space, reached, after);
        there.ifPresent(to -> hessian.learn(point, to));
        if (uphill && rejections < MOST_REJECTIONS) {
            rejections++;
            trust = Math.min(trust, step.length()) / 3;
            return false;
        }
        follow(rise);
        if (uphill) {
            lose(trial.system());
        } else if (there.isEmpty() || space.isOutgrown(reached)) {
            renew(trial.system());
        }
        point = (space == inUse ? there : InternalPoint.of(space, reached, after)).orElse(null);
        rejections = 0;
        return true;
    }

    private void remember(Seen move) {
        seen.addLast(move);
        if (seen.size() > MOST_SEEN) {
            seen.removeFirst();
        }
    }

    private void follow(double rise) {
        double ratio = rise / step.predicted();
        if (ratio < POOR && -step.predicted() > NOISE) {
            trust = Math.max(SMALLEST_TRUST, Math.min(trust, step.length()) / 2);
        } else if (ratio > GOOD && step.bounded()) {
            trust = Math.min(settings.maxTrust(), 2 * trust);
        }
    }

    /** Begins anew where the model has led uphill again and again. */
    private void lose(AtomicSystem system) {
        losses++;
        seen.clear();
        trust = settings.trust();
        renew(system);
    }

    /** Chooses the coordinates again, and learns in them what has been seen. */
    private void renew(AtomicSystem system) {
        Optional<InternalSpace> chosen = InternalSpace.of(system, settings.hessian());
        if (chosen.isEmpty()) {
            losses = MOST_LOSSES;
            return;
        }
        space = chosen.get();
        hessian = new LearnedHessian(space);
        for (Seen move : seen) {
            InternalPoint.of(space, move.from(), move.gradient())
                    .ifPresent(from -> InternalPoint.of(space, move.to(), move.gradientThere())
                            .ifPresent(to -> hessian.learn(from, to)));
        }
    }

    @Override
    protected double[] step(Position from, double[] forces) {
        if (point == null) {
            point = InternalPoint.of(space, from.system().positions(), gradient(from))
                    .orElse(null);
        }
        Optional<Step> found = point == null ? Optional.empty() : new QuadraticModel(space, point, hessian).step(trust);
        if (found.filter(InternalWalk::isFinite).isEmpty()) {
            losses = MOST_LOSSES;
            return new double[forces.length];
        }
        step = found.get();
        return step.displacement();
    }

    private static boolean isFinite(Step step) {
        return Arrays.stream(step.displacement()).allMatch(Double::isFinite);
    }
}
