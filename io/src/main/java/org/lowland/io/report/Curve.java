package org.lowland.io.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Energy and largest force of one optimization against its evaluations. Long ones are thinned out, so that memory stays
 * bounded; the start and the end are always there. Confined to one thread at a time.
 */
public final class Curve {
    private static final int MOST_POINTS = 512;

    private final double[] evaluations = new double[MOST_POINTS];
    private final double[] energies = new double[MOST_POINTS];
    private final double[] forces = new double[MOST_POINTS];
    private int size;
    private int stride = 1;
    private int sinceKept;

    /**
     * Adds a point.
     *
     * @param evaluation how many evaluations were used
     * @param energy in eV
     * @param fmax in eV/Å
     */
    public void add(double evaluation, double energy, double fmax) {
        // Between two points that are kept, the last place is overwritten: the end of the curve is always the newest.
        boolean newPlace = size < 2 || sinceKept == stride;
        if (newPlace && size == MOST_POINTS) {
            thin();
        }
        int place = newPlace ? size++ : size - 1;
        sinceKept = newPlace ? 1 : sinceKept + 1;
        evaluations[place] = evaluation;
        energies[place] = energy;
        forces[place] = fmax;
    }

    private void thin() {
        int kept = 0;
        for (int k = 0; k < size; k += 2) {
            evaluations[kept] = evaluations[k];
            energies[kept] = energies[k];
            forces[kept] = forces[k];
            kept++;
        }
        size = kept;
        stride *= 2;
    }

    /** {@return whether nothing was ever evaluated} */
    public boolean isEmpty() {
        return size == 0;
    }

    /** {@return the first energy in eV; NaN when there is none} */
    public double startEnergy() {
        return size == 0 ? Double.NaN : energies[0];
    }

    double[] evaluations() {
        return Arrays.copyOf(evaluations, size);
    }

    /** Energies above the last one, in a unit of which so many make one eV. */
    double[] energiesAboveEnd(double unit) {
        return IntStream.range(0, size)
                .mapToDouble(k -> (energies[k] - energies[size - 1]) * unit)
                .toArray();
    }

    double[] forces() {
        return Arrays.copyOf(forces, size);
    }
}
