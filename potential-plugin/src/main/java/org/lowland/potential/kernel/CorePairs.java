package org.lowland.potential.kernel;

import java.util.Arrays;
import org.lowland.potential.network.RepulsiveCore;

/**
 * The pairs of one structure that reach into the {@link RepulsiveCore}: their filters fade out and their nuclei repel
 * each other. As a rule there are none. Grows, and is used again.
 */
final class CorePairs {
    private final boolean present;
    private final double inner;
    private final double outer;
    private final double[] radii;
    private final double[] charges;
    private final double[] screening;
    private final double farthest;

    private int count;
    private int[] pairs = new int[0];
    private double[] open = new double[0];
    private double[] openSlopes = new double[0];
    private double[] slopes = new double[0];

    CorePairs(Parameters parameters) {
        this.present = parameters.painn.core().isPresent();
        this.inner = parameters.painn.core().map(RepulsiveCore::inner).orElse(0.0);
        this.outer = parameters.painn.core().map(RepulsiveCore::outer).orElse(0.0);
        this.radii = parameters.coreRadii;
        this.charges = parameters.coreCharges;
        this.screening = Arrays.stream(charges)
                .map(charge -> Math.pow(charge, RepulsiveCore.SCREENING_POWER) / RepulsiveCore.SCREENING_LENGTH)
                .toArray();
        this.farthest = 2 * outer * Arrays.stream(radii).max().orElse(0);
    }

    /**
     * Finds the pairs.
     *
     * @param all the pairs of the structure
     * @param species of each atom
     * @return the energy of the nuclei in eV
     */
    double find(Pairs all, int[] species) {
        count = 0;
        double energy = 0;
        for (int pair = 0; present && pair < all.count; pair++) {
            double distance = all.geometry[4 * pair];
            if (distance < farthest) {
                int i = species[all.first[pair]];
                int j = species[all.second[pair]];
                if (distance < outer * (radii[i] + radii[j])) {
                    energy += add(pair, distance, i, j);
                }
            }
        }
        return energy;
    }

    private double add(int pair, double distance, int i, int j) {
        if (count == pairs.length) {
            int room = 2 * count + 4;
            pairs = Arrays.copyOf(pairs, room);
            open = Arrays.copyOf(open, room);
            openSlopes = Arrays.copyOf(openSlopes, room);
            slopes = Arrays.copyOf(slopes, room);
        }
        double reach = radii[i] + radii[j];
        double t = Math.max(0, (distance / reach - inner) / (outer - inner));
        double step = t * t * t * (t * (6 * t - 15) + 10);
        double stepSlope = 30 * t * t * (t - 1) * (t - 1) / (reach * (outer - inner));
        double scale = screening[i] + screening[j];
        double screened = 0;
        double screenedSlope = 0;
        for (int term = 0; term < RepulsiveCore.WEIGHTS.size(); term++) {
            double decay = scale * RepulsiveCore.DECAYS.get(term);
            double part = RepulsiveCore.WEIGHTS.get(term) * Math.exp(-decay * distance);
            screened += part;
            screenedSlope -= decay * part;
        }
        double coulomb = RepulsiveCore.COULOMB * charges[i] * charges[j] / distance;
        pairs[count] = pair;
        open[count] = step;
        openSlopes[count] = stepSlope;
        slopes[count] = coulomb * ((1 - step) * (screenedSlope - screened / distance) - stepSlope * screened);
        count++;
        return (1 - step) * coulomb * screened;
    }

    /** Fades the filters of pairs {@code begin} to {@code end}, one row for each in {@code filters}. */
    void fade(int begin, int end, int width, float[] filters) {
        for (int k = 0; k < count; k++) {
            if (pairs[k] >= begin && pairs[k] < end) {
                int row = (pairs[k] - begin) * width;
                for (int f = row; f < row + width; f++) {
                    filters[f] *= (float) open[k];
                }
            }
        }
    }

    /** The same where each pair has two rows, the filters and their derivatives by the distance. */
    void fadeWithSlopes(int begin, int end, int width, float[] filters) {
        for (int k = 0; k < count; k++) {
            if (pairs[k] >= begin && pairs[k] < end) {
                int row = 2 * (pairs[k] - begin) * width;
                for (int f = row; f < row + width; f++) {
                    filters[f + width] = (float) (filters[f + width] * open[k] + filters[f] * openSlopes[k]);
                    filters[f] *= (float) open[k];
                }
            }
        }
    }

    /** Adds the derivative of the nuclei's energy by the distance of each pair, four numbers for each. */
    void addSlopes(float[] pairGradient) {
        for (int k = 0; k < count; k++) {
            pairGradient[4 * pairs[k]] += (float) slopes[k];
        }
    }
}
