package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Filters as polynomials of the fifth degree on equal segments of the distance. At the knots they have the values and
 * the first two derivatives of the exact ones (Hermite interpolation), so energy and forces stay smooth, and the slopes
 * are those of the polynomials themselves: forces are the exact gradient of the energy that is returned.
 */
final class TabulatedFilters implements Filters {
    /** Coefficients of a segment, from the constant to the fifth power. */
    static final int COEFFICIENTS = 6;

    private final int width;
    private final float[] table;
    private final float inverseSegment;

    /**
     * Tabulates.
     *
     * @param exact from the radial basis to the filters
     * @param basis whose segments are taken
     */
    TabulatedFilters(Linear exact, RadialBasis basis) {
        this.width = exact.outputWidth();
        this.inverseSegment = (float) (1 / basis.segment());
        int rows = COEFFICIENTS * basis.segments();
        this.table = new float[rows * width];
        exact.apply(rows, basis.coefficients(), 0, table, 0);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public void values(Pairs pairs, int begin, int end, float[] into) {
        for (int pair = begin; pair < end; pair++) {
            int at = pairs.segments[pair] * COEFFICIENTS * width;
            values(width, table, at, pairs.fractions[pair], into, (pair - begin) * width);
        }
    }

    @Override
    public void valuesAndSlopes(Pairs pairs, int begin, int end, float[] into) {
        for (int pair = begin; pair < end; pair++) {
            int at = pairs.segments[pair] * COEFFICIENTS * width;
            int to = 2 * (pair - begin) * width;
            valuesAndSlopes(width, table, at, pairs.fractions[pair], inverseSegment, into, to, to + width);
        }
    }

    private static void values(int width, float[] table, int begin, float fraction, float[] into, int to) {
        FloatVector t = FloatVector.broadcast(SPECIES, fraction);
        for (int f = 0; f < width; f += WIDTH) {
            int at = begin + f;
            FloatVector value = FloatVector.fromArray(SPECIES, table, at + 5 * width);
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + 4 * width));
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + 3 * width));
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + 2 * width));
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + width));
            value.fma(t, FloatVector.fromArray(SPECIES, table, at)).intoArray(into, to + f);
        }
    }

    private static void valuesAndSlopes(
            int width, float[] table, int begin, float fraction, float scale, float[] into, int to, int slopesTo) {
        FloatVector t = FloatVector.broadcast(SPECIES, fraction);
        for (int f = 0; f < width; f += WIDTH) {
            int at = begin + f;
            FloatVector slope = FloatVector.fromArray(SPECIES, table, at + 5 * width);
            FloatVector value = slope.fma(t, FloatVector.fromArray(SPECIES, table, at + 4 * width));
            slope = slope.fma(t, value);
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + 3 * width));
            slope = slope.fma(t, value);
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + 2 * width));
            slope = slope.fma(t, value);
            value = value.fma(t, FloatVector.fromArray(SPECIES, table, at + width));
            slope = slope.fma(t, value);
            value.fma(t, FloatVector.fromArray(SPECIES, table, at)).intoArray(into, to + f);
            slope.mul(scale).intoArray(into, slopesTo + f);
        }
    }
}
