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
    private final double[] squaredCutoff;
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
        squaredCutoff = new double[species * species];
        energyAtCutoff = new double[species * species];
        slopeAtCutoff = new double[species * species];
        for (int a = 0; a < species; a++) {
            for (int b = 0; b < species; b++) {
                int k = a * species + b;
                six[k] = 4 * epsilon[a][b] * Math.pow(sigma[a][b], 6);
                twelve[k] = six[k] * Math.pow(sigma[a][b], 6);
                double rc = cutoff[a][b];
                this.cutoff[k] = rc;
                squaredCutoff[k] = rc * rc;
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
        return squaredDistance < squaredCutoff[entry];
    }

    /** u(r) in eV, less the shift of the energy, from r⁻⁶. */
    double energy(int entry, double inverseSixth) {
        return (twelve[entry] * inverseSixth - six[entry]) * inverseSixth - energyAtCutoff[entry];
    }

    /** u′(r) · r in eV, without the shift of the force, from r⁻⁶. */
    double virial(int entry, double inverseSixth) {
        return (6 * six[entry] - 12 * twelve[entry] * inverseSixth) * inverseSixth;
    }

    /** How far the force is shifted: u′ at the cutoff in eV/Å, 0 where it is not. */
    double slopeAtCutoff(int entry) {
        return slopeAtCutoff[entry];
    }

    double cutoff(int entry) {
        return cutoff[entry];
    }
}
