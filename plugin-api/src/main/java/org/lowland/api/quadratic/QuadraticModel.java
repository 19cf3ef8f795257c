package org.lowland.api.quadratic;

import java.util.Optional;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.topology.InternalCoordinates;
import org.lowland.api.topology.WilsonMatrix;

/**
 * The step to the minimum of the model gᵀq + ½ qᵀ(H + λW)q over all structures. The shift λ is that of the rational
 * function (A. Banerjee, N. Adams, J. Simons and R. Shepard, J. Phys. Chem. 89, 52 (1985)), or the larger one that keeps
 * the step within the trust radius (J. J. Moré and D. C. Sorensen, SIAM J. Sci. Stat. Comput. 4, 553 (1983)).
 *
 * <p>Redundant coordinates cannot all have the changes that a linear transformation promises. So the model is minimized
 * over Cartesian displacements, its coordinates taken at the displaced structure, by the method of Gauss and Newton:
 * what is stiff comes out right and what is soft gives way. There is no transformation back that could fail. Confined to one thread.
 */
public final class QuadraticModel {
    private static final int MOST_SHIFTS = 10;
    private static final int MOST_DESCENTS = 12;
    private static final int MOST_HALVINGS = 5;
    private static final double LENGTH_TOLERANCE = 0.1;
    private static final double SHIFT_TOLERANCE = 0.1;

    /** Below this gain in eV the rational function's shift changes nothing. */
    private static final double SMALL_GAIN = 1e-3;

    /** The square of how small a correction must be beside the whole displacement. */
    private static final double SMALL_CORRECTION = 1e-4;

    private final InternalSpace space;
    private final InternalPoint point;
    private final LearnedHessian hessian;
    private double shift;
    private Factor factor;

    /**
     * A model.
     *
     * @param space the coordinates
     * @param point where it is taken
     * @param hessian not changed
     */
    public QuadraticModel(InternalSpace space, InternalPoint point, LearnedHessian hessian) {
        this.space = space;
        this.point = point;
        this.hessian = hessian;
    }

    /**
     * The step to the minimum.
     *
     * @param radius how long it is at most, in radians and bohr, for a molecule of a few dozen atoms; for a larger one
     *     with the root of its size
     * @return the step; nothing when rounding leaves none
     */
    public Optional<Step> step(double radius) {
        double trust = radius * Math.sqrt(space.extent());
        double[][] updates = hessian.project(point.wilson());
        double[] first = null;
        double length = 0;
        boolean bounded = false;
        for (int round = 0; round < MOST_SHIFTS; round++) {
            factor = hessian.factor(point.wilson(), updates, shift, point.rigid());
            first = factor.solve(point.cartesianGradient());
            Vectors.scale(first, -1);
            double[] change = point.wilson().times(first);
            double square = Vectors.square(change, space.weights());
            double gain = -Vectors.dot(point.cartesianGradient(), first) / space.extent();
            length = Math.sqrt(square);
            if (length > trust * (1 + LENGTH_TOLERANCE)) {
                bounded = true;
                shift += (length / trust - 1) * square / response(change);
            } else if (gain > SMALL_GAIN && gain - shift > SHIFT_TOLERANCE * gain) {
                shift += (gain - shift) / (1 + square / space.extent());
            } else {
                break;
            }
        }
        return descend(first, bounded);
    }

    /** How the square of the length falls with the shift, halved. */
    private double response(double[] change) {
        double[] weighted = weighted(change);
        double[] cartesian = point.wilson().transposeTimes(weighted, space.cartesians());
        return Vectors.dot(cartesian, factor.solve(cartesian));
    }

    private double[] weighted(double[] change) {
        double[] weighted = change.clone();
        for (int k = 0; k < weighted.length; k++) {
            weighted[k] *= space.weights()[k];
        }
        return weighted;
    }

    /** What the model says of a structure. */
    private final class Trial {
        final double[] positions;
        final double[] change;
        final double[] slope;
        final double value;

        Trial(double[] displacement) {
            InternalCoordinates coordinates = space.coordinates();
            positions = space.moved(point.positions(), displacement);
            change = coordinates.differences(coordinates.values(positions), point.values());
            slope = hessian.times(change);
            Vectors.add(slope, shift, weighted(change));
            value = Vectors.dot(point.gradient(), change) + 0.5 * Vectors.dot(change, slope);
            Vectors.add(slope, 1, point.gradient());
        }

        boolean isBelow(double other) {
            return value < other - 1e-14 * Math.abs(other);
        }
    }

    private Optional<Step> descend(double[] first, boolean bounded) {
        double[] displacement = new double[first.length];
        double[] correction = first;
        Trial best = null;
        double lowest = 0;
        for (int round = 0; round < MOST_DESCENTS; round++) {
            Trial trial = new Trial(sum(displacement, correction));
            if (!trial.isBelow(lowest) && best != null) {
                WilsonMatrix wilson = space.coordinates().wilson(best.positions, space.columns());
                double[][] rigid = InternalPoint.rigid(space, wilson, best.positions, point.mean());
                factor = hessian.factor(wilson, hessian.project(wilson), shift, rigid);
                correction = correction(wilson, best);
                trial = new Trial(sum(displacement, correction));
            }
            for (int half = 0; half < MOST_HALVINGS && !trial.isBelow(lowest); half++) {
                Vectors.scale(correction, 0.5);
                trial = new Trial(sum(displacement, correction));
            }
            if (!trial.isBelow(lowest)) {
                break;
            }
            best = trial;
            lowest = trial.value;
            Vectors.add(displacement, 1, correction);
            WilsonMatrix wilson = space.coordinates().wilson(best.positions, space.columns());
            correction = correction(wilson, best);
            if (Vectors.dot(correction, correction) < SMALL_CORRECTION * Vectors.dot(displacement, displacement)) {
                break;
            }
        }
        return Optional.ofNullable(best).map(end -> step(end, bounded));
    }

    private double[] correction(WilsonMatrix wilson, Trial at) {
        double[] correction = factor.solve(wilson.transposeTimes(at.slope, space.cartesians()));
        Vectors.scale(correction, -1);
        return correction;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] result = a.clone();
        Vectors.add(result, 1, b);
        return result;
    }

    private Step step(Trial end, boolean bounded) {
        double square = Vectors.square(end.change, space.weights());
        return new Step(
                Vectors.difference(end.positions, point.positions()),
                end.value - 0.5 * shift * square,
                Math.sqrt(square / space.extent()),
                bounded);
    }
}
