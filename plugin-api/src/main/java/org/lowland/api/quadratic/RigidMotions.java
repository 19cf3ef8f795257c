package org.lowland.api.quadratic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lowland.api.numeric.SymmetricEigen;
import org.lowland.api.numeric.Vectors;
import org.lowland.api.topology.WilsonMatrix;

/** The motions of the free atoms as one body, and those among them that the internal coordinates do not see. */
final class RigidMotions {
    private static final double INDEPENDENT = 1e-6;
    private static final double SMALLEST = 1e-9;

    private RigidMotions() {}

    /**
     * The motions that leave all coordinates as they are: six for a molecule, five for one on a line, none where atoms
     * are fixed that hold it, or where coordinates say where its fragments are.
     *
     * @param positions 3n coordinates of the free atoms in Å
     * @param wilson the B matrix there
     * @param weights of the coordinates
     * @param unseen the largest weighted square of their change that counts as none
     * @return orthonormal vectors of 3n numbers
     */
    static double[][] unseen(double[] positions, WilsonMatrix wilson, double[] weights, double unseen) {
        double[][] rigid = all(positions);
        List<double[]> changes = Arrays.stream(rigid).map(wilson::times).toList();
        int n = rigid.length;
        double[][] products = new double[n][n];
        for (int a = 0; a < n; a++) {
            double[] weighted = changes.get(a).clone();
            for (int k = 0; k < weighted.length; k++) {
                weighted[k] *= weights[k];
            }
            for (int b = 0; b < n; b++) {
                products[a][b] = Vectors.dot(weighted, changes.get(b));
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(products);
        List<double[]> result = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            if (eigen.values()[k] <= unseen) {
                double[] motion = new double[positions.length];
                for (int a = 0; a < n; a++) {
                    Vectors.add(motion, eigen.vectors()[a][k], rigid[a]);
                }
                result.add(motion);
            }
        }
        return result.toArray(double[][]::new);
    }

    /**
     * All motions as one body.
     *
     * @param positions 3n coordinates in Å
     * @return up to three translations and three rotations about the centre, orthonormal vectors of 3n numbers
     */
    static double[][] all(double[] positions) {
        double[] centre = new double[3];
        for (int k = 0; k < positions.length; k++) {
            centre[k % 3] += 3 * positions[k] / positions.length;
        }
        List<double[]> motions = new ArrayList<>();
        for (int mode = 0; mode < 6; mode++) {
            double[] motion = new double[positions.length];
            int p = (mode + 1) % 3;
            int q = (mode + 2) % 3;
            for (int atom = 0; atom < positions.length; atom += 3) {
                if (mode < 3) {
                    motion[atom + mode] = 1;
                } else {
                    motion[atom + p] = centre[q] - positions[atom + q];
                    motion[atom + q] = positions[atom + p] - centre[p];
                }
            }
            addOrthonormal(motions, motion);
        }
        return motions.toArray(double[][]::new);
    }

    private static void addOrthonormal(List<double[]> motions, double[] motion) {
        double before = Math.sqrt(Vectors.dot(motion, motion));
        for (double[] other : motions) {
            Vectors.add(motion, -Vectors.dot(motion, other), other);
        }
        double norm = Math.sqrt(Vectors.dot(motion, motion));
        if (norm > Math.max(SMALLEST, INDEPENDENT * before)) {
            Vectors.scale(motion, 1 / norm);
            motions.add(motion);
        }
    }
}
