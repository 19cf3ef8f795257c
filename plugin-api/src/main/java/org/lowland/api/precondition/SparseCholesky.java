package org.lowland.api.precondition;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The factors of a sparse symmetric positive definite matrix of 3 × 3 blocks. Atoms are eliminated in the order of the
 * fewest neighbours left (D. J. Rose, in Graph Theory and Computing, 1972, 183), which for molecules, whose graphs are
 * trees but for rings, leaves factors about as sparse as the matrix. Immutable and thread-safe.
 */
final class SparseCholesky implements Preconditioner {
    private final boolean[] fixed;
    private final int[] order;
    private final int[][] columns;
    private final double[][] inverses;
    private final double[][] blocks;

    private SparseCholesky(boolean[] fixed) {
        this.fixed = fixed;
        this.order = new int[fixed.length];
        this.columns = new int[fixed.length][];
        this.inverses = new double[fixed.length][];
        this.blocks = new double[fixed.length][];
    }

    /** Factorizes a matrix, which is used up. */
    static SparseCholesky of(StiffnessMatrix matrix, boolean[] fixed) {
        SparseCholesky factors = new SparseCholesky(fixed.clone());
        TreeSet<Long> queue = new TreeSet<>();
        int[] degree = new int[matrix.size()];
        for (int atom = 0; atom < degree.length; atom++) {
            degree[atom] = matrix.row(atom).size();
            queue.add(key(degree[atom], atom));
        }
        for (int k = 0; k < degree.length; k++) {
            int atom = (int) (queue.pollFirst() & 0xffffffffL);
            factors.order[k] = atom;
            factors.eliminate(atom, matrix);
            for (int neighbour : factors.columns[atom]) {
                queue.remove(key(degree[neighbour], neighbour));
                degree[neighbour] = matrix.row(neighbour).size();
                queue.add(key(degree[neighbour], neighbour));
            }
        }
        return factors;
    }

    private static long key(int degree, int atom) {
        return ((long) degree << 32) | atom;
    }

    /**
     * Takes an atom out of the matrix: what is left of its neighbours' blocks is their Schur complement. Both halves stay
     * equal to the last digit; rounding that made them differ would grow exponentially along a chain.
     */
    private void eliminate(int atom, StiffnessMatrix matrix) {
        Map<Integer, double[]> row = new TreeMap<>(matrix.row(atom));
        double[] inverse = Blocks.inverse(row.remove(atom));
        int[] joined = row.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] own = new double[9 * joined.length];
        for (int a = 0; a < joined.length; a++) {
            System.arraycopy(row.get(joined[a]), 0, own, 9 * a, 9);
            matrix.row(joined[a]).remove(atom);
        }
        double[] product = new double[9];
        for (int a = 0; a < joined.length; a++) {
            Blocks.transposedTimes(own, 9 * a, inverse, product);
            Map<Integer, double[]> target = matrix.row(joined[a]);
            for (int b = a; b < joined.length; b++) {
                double[] block = target.computeIfAbsent(joined[b], none -> new double[9]);
                Blocks.subtractProduct(block, product, own, 9 * b);
                matrix.row(joined[b]).put(joined[a], Blocks.transposed(block));
            }
            Blocks.symmetrize(target.get(joined[a]));
        }
        columns[atom] = joined;
        inverses[atom] = inverse;
        blocks[atom] = own;
    }

    @Override
    public double[] solve(double[] forces) {
        double[] x = forces.clone();
        for (int k = 0; k < x.length; k++) {
            x[k] = fixed[k / 3] ? 0 : x[k];
        }
        double[] share = new double[3];
        for (int atom : order) {
            Blocks.times(inverses[atom], 0, x, 3 * atom, share);
            for (int a = 0; a < columns[atom].length; a++) {
                Blocks.subtractTransposedTimes(blocks[atom], 9 * a, share, x, 3 * columns[atom][a]);
            }
            System.arraycopy(share, 0, x, 3 * atom, 3);
        }
        double[] sum = new double[3];
        double[] part = new double[3];
        for (int k = order.length - 1; k >= 0; k--) {
            int atom = order[k];
            Arrays.fill(sum, 0);
            for (int a = 0; a < columns[atom].length; a++) {
                Blocks.times(blocks[atom], 9 * a, x, 3 * columns[atom][a], part);
                for (int c = 0; c < 3; c++) {
                    sum[c] += part[c];
                }
            }
            Blocks.times(inverses[atom], 0, sum, 0, part);
            for (int c = 0; c < 3; c++) {
                x[3 * atom + c] -= part[c];
            }
        }
        return x;
    }
}
