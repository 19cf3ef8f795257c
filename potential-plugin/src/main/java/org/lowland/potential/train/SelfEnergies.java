package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/** The energy of each element as an atom of a molecule, fitted so that only the small rest is left to the network. */
final class SelfEnergies {
    private SelfEnergies() {}

    /**
     * Least squares over the energies of frames; the least-norm answer where they do not tell the elements apart.
     *
     * @param frames labelled structures
     * @return eV for each atomic number that occurs
     */
    static Map<Integer, Double> fit(List<Frame> frames) {
        TreeSet<Integer> found = new TreeSet<>();
        frames.forEach(frame -> {
            for (int z : frame.atomicNumbers()) {
                found.add(z);
            }
        });
        List<Integer> elements = new ArrayList<>(found);
        int n = elements.size();
        double[][] normal = new double[n][n];
        double[] right = new double[n];
        double[] counts = new double[n];
        for (Frame frame : frames) {
            Arrays.fill(counts, 0);
            for (int z : frame.atomicNumbers()) {
                counts[elements.indexOf(z)]++;
            }
            for (int a = 0; a < n; a++) {
                right[a] += counts[a] * frame.energy();
                for (int b = 0; b < n; b++) {
                    normal[a][b] += counts[a] * counts[b];
                }
            }
        }
        RealVector solution = new SingularValueDecomposition(new Array2DRowRealMatrix(normal, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false));
        Map<Integer, Double> energies = new TreeMap<>();
        for (int a = 0; a < n; a++) {
            energies.put(elements.get(a), solution.getEntry(a));
        }
        return energies;
    }
}
