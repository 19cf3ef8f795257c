package org.lowland.potential.analytic;

/**
 * The constants of every pair of species, ready for the loop over pairs: u(r) = 4ε[(σ/r)¹² − (σ/r)⁶] and its
 * truncation, as flat arrays with entry {@code a · species + b}. Immutable.
 */
final class LennardJonesTable {
    private final int species;
    private final double[] twelve;
    private final double[] six;
    private final double[] cutoff;
    private final double[] energyAtCutoff;
    private final double[] slopeAtCutoff;

    /**
     * Fills the table.
     *
     * @param sigma species × species lengths in Å, symmetric
     * @param epsilon species × species energies in eV, symmetric
     * @param cutoff species × species lengths in Å, infinite where nothing is cut off
     * @param truncation what happens at the cutoff; NONE where that is infinite
     */
    LennardJonesTable(double[][] sigma, double[][] epsilon, double[][] cutoff, Truncation truncation) {
        species = sigma.length;
        twelve = new double[species * species];
        six = new double[species * species];
        this.cutoff = new double[species * species];
        energyAtCutoff = new double[species * species];
        slopeAtCutoff = new double[species * species];
        for (int a = 0; a < species; a++) {
            for (int b = 0; b < species; b++) {
                int k = a * species + b;
                six[k] = 4 * epsilon[a][b] * Math.pow(sigma[a][b], 6);
                twelve[k] = six[k] * Math.pow(sigma[a][b], 6);
                double rc = cutoff[a][b];
                this.cutoff[k] = rc;
                if (truncation != Truncation.NONE) {
                    energyAtCutoff[k] = twelve[k] / Math.pow(rc, 12) - six[k] / Math.pow(rc, 6);
                }
                if (truncation == Truncation.FORCE) {
                    slopeAtCutoff[k] = (6 * six[k] / Math.pow(rc, 6) - 12 * twelve[k] / Math.pow(rc, 12)) / rc;
                }
            }
        }
    }

    /** The entry of a pair of species. */
    int entry(int a, int b) {
        return a * species + b;
    }

    /** The longest cutoff in Å. */
    double longestCutoff() {
        double longest = 0;
        for (double rc : cutoff) {
            longest = Math.max(longest, rc);
        }
        return longest;
    }

    boolean reaches(int entry, double squaredDistance) {
        return squaredDistance < cutoff[entry] * cutoff[entry];
    }

    /** The truncated u(r) in eV. */
    double energy(int entry, double squaredDistance) {
        double sixth = 1 / (squaredDistance * squaredDistance * squaredDistance);
        double u = (twelve[entry] * sixth - six[entry]) * sixth - energyAtCutoff[entry];
        return slopeAtCutoff[entry] == 0 ? u : u - slopeAtCutoff[entry] * (Math.sqrt(squaredDistance) - cutoff[entry]);
    }

    /** The derivative of the truncated u(r), over r, in eV/Å². */
    double slopeOverDistance(int entry, double squaredDistance) {
        double sixth = 1 / (squaredDistance * squaredDistance * squaredDistance);
        double slope = (6 * six[entry] - 12 * twelve[entry] * sixth) * sixth / squaredDistance;
        return slopeAtCutoff[entry] == 0 ? slope : slope - slopeAtCutoff[entry] / Math.sqrt(squaredDistance);
    }
}
