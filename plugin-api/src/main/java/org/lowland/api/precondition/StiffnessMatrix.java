package org.lowland.api.precondition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A symmetric sparse matrix of blocks of 3 × 3, one for each pair of atoms that some coordinate joins, built up from the
 * force constants of coordinates. Blocks are row-major. Confined to one thread.
 */
final class StiffnessMatrix {
    private final List<Map<Integer, double[]>> rows = new ArrayList<>();
    private final boolean[] fixed;

    /**
     * A matrix that holds every free atom alike.
     *
     * @param fixed N flags; fixed atoms get the unit matrix
     * @param stiffness on the diagonal, in eV/Å²
     */
    StiffnessMatrix(boolean[] fixed, double stiffness) {
        this.fixed = fixed.clone();
        for (int atom = 0; atom < fixed.length; atom++) {
            double own = fixed[atom] ? 1 : stiffness;
            Map<Integer, double[]> row = new TreeMap<>();
            row.put(atom, new double[] {own, 0, 0, 0, own, 0, 0, 0, own});
            rows.add(row);
        }
    }

    int size() {
        return fixed.length;
    }

    /** The blocks of a row that are there, both halves, by columns. */
    Map<Integer, double[]> row(int atom) {
        return rows.get(atom);
    }

    /**
     * Adds the second derivatives of a coordinate on a spring at rest: its constant times the outer square of its
     * gradient.
     *
     * @param constant in eV/Å² for gradients without unit
     * @param atoms that the coordinate depends on
     * @param gradient three components for each
     */
    void add(double constant, int[] atoms, double[] gradient) {
        for (int p = 0; p < atoms.length; p++) {
            for (int q = 0; q < atoms.length && !fixed[atoms[p]]; q++) {
                if (!fixed[atoms[q]]) {
                    double[] block = rows.get(atoms[p]).computeIfAbsent(atoms[q], none -> new double[9]);
                    for (int k = 0; k < 9; k++) {
                        block[k] += constant * gradient[3 * p + k / 3] * gradient[3 * q + k % 3];
                    }
                }
            }
        }
    }
}
