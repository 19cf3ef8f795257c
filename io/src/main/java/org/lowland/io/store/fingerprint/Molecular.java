package org.lowland.io.store.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lowland.api.numeric.SymmetricEigen;

/**
 * The fingerprint of atoms in free space. When every atom moves, at a root mean square displacement d after the best
 * rotation, the three roots of the gyration tensor's eigenvalues change by at most d (the singular values of a matrix
 * change no more than the matrix, L. Mirsky, Q. J. Math. 11, 50 (1960)), and the distances of all pairs by at most
 * d √(2N/(N-1)) in the root mean square, because the squares of all pairwise differences of N displacements sum up to no
 * more than N times the sum of their squares.
 */
final class Molecular {
    /** With more atoms the distances from the centre stand for those of all pairs; they change by at most d. */
    static final int MOST_IN_PAIRS = 1000;

    private Molecular() {}

    static Fingerprint of(Geometry geometry) {
        double[] positions = centred(geometry.system().positions());
        int size = geometry.size();
        Blocks blocks = new Blocks();
        boolean inPairs = size <= MOST_IN_PAIRS;
        if (inPairs) {
            pairs(geometry, positions).forEach(blocks::add);
        } else {
            radii(geometry, positions).forEach(blocks::add);
        }
        double stretch = inPairs && size > 1 ? Math.sqrt(2.0 * size / (size - 1)) : 1;
        return new Fingerprint(
                geometry.composition(), blocks.means(), blocks.weights(), gyration(positions), 1, stretch);
    }

    /** Positions around their mean. */
    static double[] centred(double[] positions) {
        double[] mean = new double[3];
        for (int k = 0; k < positions.length; k++) {
            mean[k % 3] += 3 * positions[k] / positions.length;
        }
        double[] centred = new double[positions.length];
        for (int k = 0; k < positions.length; k++) {
            centred[k] = positions[k] - mean[k % 3];
        }
        return centred;
    }

    private static double[] gyration(double[] centred) {
        double[][] tensor = new double[3][3];
        for (int k = 0; k < centred.length; k += 3) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    tensor[i][j] += 3 * centred[k + i] * centred[k + j] / centred.length;
                }
            }
        }
        double[] values = SymmetricEigen.of(tensor).values().clone();
        Arrays.sort(values);
        for (int k = 0; k < 3; k++) {
            values[k] = Math.sqrt(Math.max(0, values[k]));
        }
        return values;
    }

    /** For any two kinds of atoms the distances of all pairs of them. */
    private static List<double[]> pairs(Geometry geometry, double[] positions) {
        Map<Integer, Integer> counts = geometry.counts();
        List<Integer> kinds = new ArrayList<>(counts.keySet());
        int[] index = new int[geometry.size()];
        for (int atom = 0; atom < index.length; atom++) {
            index[atom] = kinds.indexOf(geometry.kinds()[atom]);
        }
        double[][] lists = new double[kinds.size() * kinds.size()][];
        for (int a = 0; a < kinds.size(); a++) {
            int first = counts.get(kinds.get(a));
            lists[a * kinds.size() + a] = new double[first * (first - 1) / 2];
            for (int b = a + 1; b < kinds.size(); b++) {
                lists[a * kinds.size() + b] = new double[first * counts.get(kinds.get(b))];
            }
        }
        int[] filled = new int[lists.length];
        for (int i = 0; i < index.length; i++) {
            for (int j = i + 1; j < index.length; j++) {
                int list = Math.min(index[i], index[j]) * kinds.size() + Math.max(index[i], index[j]);
                lists[list][filled[list]++] = distance(positions, i, j);
            }
        }
        List<double[]> all = new ArrayList<>();
        for (double[] list : lists) {
            if (list != null) {
                all.add(list);
            }
        }
        return all;
    }

    private static List<double[]> radii(Geometry geometry, double[] centred) {
        List<double[]> all = new ArrayList<>();
        geometry.counts().forEach((kind, count) -> {
            double[] list = new double[count];
            int filled = 0;
            for (int atom = 0; atom < geometry.size(); atom++) {
                if (geometry.kinds()[atom] == kind) {
                    list[filled++] = norm(centred[3 * atom], centred[3 * atom + 1], centred[3 * atom + 2]);
                }
            }
            all.add(list);
        });
        return all;
    }

    private static double distance(double[] positions, int i, int j) {
        return norm(
                positions[3 * i] - positions[3 * j],
                positions[3 * i + 1] - positions[3 * j + 1],
                positions[3 * i + 2] - positions[3 * j + 2]);
    }

    private static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
