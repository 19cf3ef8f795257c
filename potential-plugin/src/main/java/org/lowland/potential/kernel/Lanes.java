package org.lowland.potential.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The widest vectors of the processor, and the functions of whole rows that need more than products. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int WIDTH = SPECIES.length();

    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts, so that multiples of the first are exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;
    /** Adding 1.5 · 2²³ rounds a float to an integer. */
    private static final float ROUND = 12582912f;
    /** 2²³ plus the exponent's bias: the sum's last bits are a biased exponent. */
    private static final float EXPONENT = 8388608f + 127f;

    private Lanes() {}

    /** The next multiple of the vector width. */
    static int padded(int size) {
        return (size + WIDTH - 1) / WIDTH * WIDTH;
    }

    /**
     * x/(1 + exp(-x)) and its derivative. The exponential is a polynomial of degree 6 on half an octave, 2e-7 relative.
     *
     * @param count a multiple of the vector width
     */
    static void silu(int count, float[] input, float[] output, int outputBegin, float[] derivative, int begin) {
        for (int k = 0; k < count; k += WIDTH) {
            FloatVector x = FloatVector.fromArray(SPECIES, input, k);
            FloatVector y = x.neg().max(-80f).min(80f);
            FloatVector octaves = y.mul(LOG2_E).add(ROUND).sub(ROUND);
            FloatVector f = y.sub(octaves.mul(LN2_HIGH)).sub(octaves.mul(LN2_LOW));
            FloatVector p = f.mul(0.0013888889f).add(0.008333333f);
            p = p.mul(f).add(0.041666667f);
            p = p.mul(f).add(0.16666667f);
            p = p.mul(f).add(0.5f);
            p = p.mul(f).add(1f);
            p = p.mul(f).add(1f);
            FloatVector scale = octaves.add(EXPONENT)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .reinterpretAsFloats();
            FloatVector sigmoid =
                    FloatVector.broadcast(SPECIES, 1f).div(p.mul(scale).add(1f));
            FloatVector value = x.mul(sigmoid);
            value.intoArray(output, outputBegin + k);
            // s + x s (1 - s)
            sigmoid.add(value.sub(value.mul(sigmoid))).intoArray(derivative, begin + k);
        }
    }

    /** a = a · b, element by element. */
    static void multiply(int count, float[] a, int aBegin, float[] b, int bBegin) {
        for (int k = 0; k < count; k += WIDTH) {
            FloatVector.fromArray(SPECIES, a, aBegin + k)
                    .mul(FloatVector.fromArray(SPECIES, b, bBegin + k))
                    .intoArray(a, aBegin + k);
        }
    }

    /** The sum of products of two rows. */
    static float dot(int count, float[] a, int aBegin, float[] b, int bBegin) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < count; k += WIDTH) {
            sum = FloatVector.fromArray(SPECIES, a, aBegin + k).fma(FloatVector.fromArray(SPECIES, b, bBegin + k), sum);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
