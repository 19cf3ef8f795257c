package org.lowland.potential.physics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The work of forces along closed paths: ellipses through a structure, in planes drawn at random in the space of all
 * coordinates. The sum over equally spaced points converges as fast as the integrand is smooth, so that what is left is
 * the forces' own.
 */
final class ClosedPath {
    private static final int POINTS = 96;
    /** Root of the mean square displacement of an atom along each axis of the ellipse, Å. */
    private static final double REACH = 0.05;

    private ClosedPath() {}

    /** The largest absolute work in eV over one path from each structure. */
    static double largestWork(Potential potential, List<AtomicSystem> structures, long seed) {
        RandomGenerator random = new Well19937c(seed);
        double largest = 0;
        for (AtomicSystem structure : structures) {
            largest = Math.max(largest, Math.abs(work(potential, structure, random)));
        }
        return largest;
    }

    private static double work(Potential potential, AtomicSystem structure, RandomGenerator random) {
        double[] u = direction(structure.size(), random);
        double[] v = direction(structure.size(), random);
        double[] start = structure.positions();
        List<AtomicSystem> path = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            double angle = 2 * Math.PI * p / POINTS;
            double[] x = start.clone();
            for (int k = 0; k < x.length; k++) {
                x[k] += (Math.cos(angle) - 1) * u[k] + Math.sin(angle) * v[k];
            }
            path.add(structure.withPositions(x));
        }
        List<Evaluation> evaluations = potential.evaluate(path);
        double work = 0;
        for (int p = 0; p < POINTS; p++) {
            double angle = 2 * Math.PI * p / POINTS;
            double[] forces = evaluations.get(p).forces();
            for (int k = 0; k < forces.length; k++) {
                work += forces[k] * (Math.cos(angle) * v[k] - Math.sin(angle) * u[k]) * 2 * Math.PI / POINTS;
            }
        }
        return work;
    }

    private static double[] direction(int atoms, RandomGenerator random) {
        double[] direction = new double[3 * atoms];
        for (int k = 0; k < direction.length; k++) {
            direction[k] = REACH / Math.sqrt(3) * random.nextGaussian();
        }
        return direction;
    }
}
