package org.lowland.potential.analytic;

/**
 * The constants of every pair of species, ready for the loop over pairs: the energy of G. Mie, Ann. Phys. 316, 657
 * (1903), u(r) = C ε [(σ/r)<sup>n</sup> − (σ/r)<sup>m</sup>] with C = n/(n−m) · (n/m)<sup>m/(n−m)</sup>, which makes its
 * depth ε, and its truncation. With n = 12 and m = 6 it is that of Lennard-Jones, and C is 4. Immutable.
 */
final class MieTable {
    private final int species;
    private final double repulsive;
    private final double attractive;
    private final double[] squaredSigma;
    private final double[] strength;
    private final double[] cutoff;
    private final double[] energyAtCutoff;
    private final double[] slopeAtCutoff;

    /**
     * Fills the table.
     *
     * @param repulsive the exponent n
     * @param attractive the exponent m, positive and smaller
     * @param sigma species × species lengths in Å, symmetric
     * @param epsilon species × species energies in eV, symmetric
     * @param cutoff species × species lengths in Å, infinite where nothing is cut off
     * @param truncation what happens at the cutoff; NONE where that is infinite
     */
    MieTable(
            double repulsive,
            double attractive,
            double[][] sigma,
            double[][] epsilon,
            double[][] cutoff,
            Truncation truncation) {
        this.species = sigma.length;
        this.repulsive = repulsive;
        this.attractive = attractive;
        this.squaredSigma = new double[species * species];
        this.strength = new double[species * species];
        this.cutoff = new double[species * species];
        this.energyAtCutoff = new double[species * species];
        this.slopeAtCutoff = new double[species * species];
        double factor = prefactor(repulsive, attractive);
        for (int a = 0; a < species; a++) {
            for (int b = 0; b < species; b++) {
                int k = entry(a, b);
                squaredSigma[k] = sigma[a][b] * sigma[a][b];
                strength[k] = factor * epsilon[a][b];
                this.cutoff[k] = cutoff[a][b];
                double steep = Math.pow(sigma[a][b] / cutoff[a][b], repulsive);
                double gentle = Math.pow(sigma[a][b] / cutoff[a][b], attractive);
                if (truncation != Truncation.NONE) {
                    energyAtCutoff[k] = strength[k] * (steep - gentle);
                }
                if (truncation == Truncation.FORCE) {
                    slopeAtCutoff[k] = strength[k] * (attractive * gentle - repulsive * steep) / cutoff[a][b];
                }
            }
        }
    }

    /** The table of a mixture after Lennard-Jones. */
    static MieTable lennardJones(double[][] sigma, double[][] epsilon, double[][] cutoff, Truncation truncation) {
        return new MieTable(12, 6, sigma, epsilon, cutoff, truncation);
    }

    /** The number C that makes the depth of the well ε. */
    static double prefactor(double repulsive, double attractive) {
        double difference = repulsive - attractive;
        return repulsive / difference * Math.pow(repulsive / attractive, attractive / difference);
    }

    int species() {
        return species;
    }

    /** The entry of a pair of species. */
    private int entry(int a, int b) {
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

    /**
     * The energies of pairs of two species, and how they change with the distance.
     *
     * @param a the species of one atom
     * @param b that of the others
     * @param row the squares of the distances; takes u(r) in eV and u′(r) / r in eV/Å², both zero from the cutoff on
     * @param from index of the first pair in the row
     * @param to index after the last
     */
    void evaluate(int a, int b, PairRow row, int from, int to) {
        int entry = entry(a, b);
        row.powers(squaredSigma[entry], repulsive, attractive, from, to);
        combine(entry, row.squared, row.steep, row.gentle, row.energy, row.slope, from, to);
        if (slopeAtCutoff[entry] != 0) {
            shiftForce(entry, row.squared, row.energy, row.slope, from, to);
        }
        if (!Double.isInfinite(cutoff[entry])) {
            PairRow.cutOff(cutoff[entry] * cutoff[entry], row.squared, row.energy, row.slope, from, to);
        }
    }

    private void combine(
            int entry,
            double[] squared,
            double[] steep,
            double[] gentle,
            double[] energy,
            double[] slope,
            int from,
            int to) {
        double c = strength[entry];
        double shift = energyAtCutoff[entry];
        double ofSteep = -c * repulsive;
        double ofGentle = c * attractive;
        for (int k = from; k < to; k++) {
            energy[k] = c * (steep[k] - gentle[k]) - shift;
            slope[k] = (ofSteep * steep[k] + ofGentle * gentle[k]) / squared[k];
        }
    }

    private void shiftForce(int entry, double[] squared, double[] energy, double[] slope, int from, int to) {
        double shift = slopeAtCutoff[entry];
        double rc = cutoff[entry];
        for (int k = from; k < to; k++) {
            double distance = Math.sqrt(squared[k]);
            energy[k] -= shift * (distance - rc);
            slope[k] -= shift / distance;
        }
    }
}
