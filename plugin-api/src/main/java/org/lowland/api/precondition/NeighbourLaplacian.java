package org.lowland.api.precondition;

import java.util.Arrays;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/**
 * The preconditioner for matter without a bond graph: a Laplacian of the neighbours, the same for the three directions,
 * whose weights fall off exponentially with the distance (D. Packwood et al., J. Chem. Phys. 144, 164109 (2016)). It knows
 * that long waves are soft; how stiff it is must be told. Solved by conjugate gradients. Immutable and
 * thread-safe.
 */
final class NeighbourLaplacian implements Preconditioner {
    /** Of the exponential, per distance of nearest neighbours. */
    private static final double DECAY = 3;

    /** Distances of nearest neighbours to which weights reach. */
    private static final double REACH = 2;

    /** What holds every atom, in units of the weight of a nearest neighbour: it keeps the longest waves finite. */
    private static final double STABILIZATION = 0.1;

    /** Atoms that overlap are not stiffer than those at this fraction of the usual distance. */
    private static final double CLOSEST = 0.7;

    private static final double PRECISION = 1e-3;
    private static final int MOST_ITERATIONS = 300;

    private final boolean[] fixed;
    private final int[] begin;
    private final int[] column;
    private final double[] weight;
    private final double[] diagonal;

    /**
     * The preconditioner of a structure.
     *
     * @param system the atoms, also in a cell
     * @param curvature the mean of the diagonal, in eV/Å²
     */
    NeighbourLaplacian(AtomicSystem system, double curvature) {
        this.fixed = system.fixed();
        double spacing = spacing(system);
        NeighborList pairs = NeighborList.allImages(system, REACH * spacing);
        this.begin = new int[fixed.length + 1];
        for (int p = 0; p < pairs.size(); p++) {
            if (pairs.first(p) != pairs.second(p)) {
                begin[pairs.first(p) + 1]++;
                begin[pairs.second(p) + 1]++;
            }
        }
        for (int atom = 0; atom < fixed.length; atom++) {
            begin[atom + 1] += begin[atom];
        }
        this.column = new int[begin[fixed.length]];
        this.weight = new double[column.length];
        this.diagonal = new double[fixed.length];
        Arrays.fill(diagonal, STABILIZATION);
        int[] next = begin.clone();
        for (int p = 0; p < pairs.size(); p++) {
            int i = pairs.first(p);
            int j = pairs.second(p);
            if (i != j) {
                double r = Math.sqrt(pairs.squaredDistance(p));
                double w = Math.exp(-DECAY * (Math.max(r / spacing, CLOSEST) - 1));
                diagonal[i] += w;
                diagonal[j] += w;
                weight[next[i]] = w;
                column[next[i]++] = j;
                weight[next[j]] = w;
                column[next[j]++] = i;
            }
        }
        double scale = curvature / Arrays.stream(diagonal).average().orElse(1);
        Arrays.setAll(weight, k -> weight[k] * scale);
        Arrays.setAll(diagonal, k -> diagonal[k] * scale);
    }

    /** The median of the distances of atoms to their nearest neighbours; where atoms are very far apart, a large length. */
    private static double spacing(AtomicSystem system) {
        double reach = 3;
        while (reach < 50) {
            NeighborList pairs = NeighborList.allImages(system, reach);
            double[] nearest = new double[system.size()];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (int p = 0; p < pairs.size(); p++) {
                nearest[pairs.first(p)] = Math.min(nearest[pairs.first(p)], pairs.squaredDistance(p));
                nearest[pairs.second(p)] = Math.min(nearest[pairs.second(p)], pairs.squaredDistance(p));
            }
            Arrays.sort(nearest);
            double median = nearest[nearest.length / 2];
            if (Double.isFinite(median)) {
                return Math.sqrt(median);
            }
            reach *= 2;
        }
        return reach;
    }

    @Override
    public double[] solve(double[] forces) {
        double[] result = new double[forces.length];
        double[] load = new double[fixed.length];
        for (int axis = 0; axis < 3; axis++) {
            for (int atom = 0; atom < load.length; atom++) {
                load[atom] = fixed[atom] ? 0 : forces[3 * atom + axis];
            }
            double[] x = solveOne(load);
            for (int atom = 0; atom < load.length; atom++) {
                result[3 * atom + axis] = x[atom];
            }
        }
        return result;
    }

    /** Conjugate gradients, preconditioned by the diagonal. */
    private double[] solveOne(double[] load) {
        int n = load.length;
        double[] x = new double[n];
        double[] rest = load.clone();
        double[] direction = new double[n];
        double[] product = new double[n];
        double before = 0;
        double goal = 0;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double now = 0;
            for (int i = 0; i < n; i++) {
                now += rest[i] * rest[i] / diagonal[i];
            }
            if (iteration == 0) {
                goal = now * PRECISION * PRECISION;
            }
            if (now <= goal) {
                break;
            }
            double turn = iteration == 0 ? 0 : now / before;
            for (int i = 0; i < n; i++) {
                direction[i] = rest[i] / diagonal[i] + turn * direction[i];
            }
            multiply(direction, product);
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += direction[i] * product[i];
            }
            double step = now / along;
            for (int i = 0; i < n; i++) {
                x[i] += step * direction[i];
                rest[i] -= step * product[i];
            }
            before = now;
        }
        return x;
    }

    private void multiply(double[] v, double[] product) {
        for (int i = 0; i < v.length; i++) {
            double sum = diagonal[i] * v[i];
            for (int k = begin[i]; k < begin[i + 1]; k++) {
                sum -= weight[k] * v[column[k]];
            }
            product[i] = fixed[i] ? v[i] : sum;
        }
    }
}
