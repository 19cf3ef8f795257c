package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The update of one atom between its dense maps. The mixed vectors are (a, b) in three rows; the update reads |b| and
 * gives (c, d, e): s += c + d (a · b), v += e a.
 */
final class UpdateKernels {
    private UpdateKernels() {}

    /** |b| = √(b · b + ε) and a · b. */
    static void lengths(
            int width,
            float epsilon,
            float[] mixed,
            int mixedAt,
            float[] length,
            int lengthAt,
            float[] products,
            int productsAt) {
        int row = 2 * width;
        for (int f = 0; f < width; f += WIDTH) {
            int at = mixedAt + f;
            FloatVector bx = FloatVector.fromArray(SPECIES, mixed, at + width);
            FloatVector by = FloatVector.fromArray(SPECIES, mixed, at + row + width);
            FloatVector bz = FloatVector.fromArray(SPECIES, mixed, at + 2 * row + width);
            FloatVector square = bx.mul(bx).add(by.mul(by)).add(bz.mul(bz)).add(epsilon);
            square.sqrt().intoArray(length, lengthAt + f);
            FloatVector product = FloatVector.fromArray(SPECIES, mixed, at).mul(bx);
            product = FloatVector.fromArray(SPECIES, mixed, at + row).fma(by, product);
            FloatVector.fromArray(SPECIES, mixed, at + 2 * row).fma(bz, product).intoArray(products, productsAt + f);
        }
    }

    /** The new scalars. */
    static void scalars(
            int width,
            float[] s,
            int sAt,
            float[] updated,
            int updatedAt,
            float[] products,
            int productsAt,
            float[] into,
            int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector.fromArray(SPECIES, updated, updatedAt + width + f)
                    .fma(
                            FloatVector.fromArray(SPECIES, products, productsAt + f),
                            FloatVector.fromArray(SPECIES, s, sAt + f)
                                    .add(FloatVector.fromArray(SPECIES, updated, updatedAt + f)))
                    .intoArray(into, intoAt + f);
        }
    }

    /** The new vectors. */
    static void vectors(
            int width,
            float[] v,
            int vAt,
            float[] updated,
            int updatedAt,
            float[] mixed,
            int mixedAt,
            float[] into,
            int intoAt) {
        for (int axis = 0; axis < 3; axis++) {
            for (int f = 0; f < width; f += WIDTH) {
                int at = axis * width + f;
                FloatVector.fromArray(SPECIES, updated, updatedAt + 2 * width + f)
                        .fma(
                                FloatVector.fromArray(SPECIES, mixed, mixedAt + 2 * axis * width + f),
                                FloatVector.fromArray(SPECIES, v, vAt + at))
                        .intoArray(into, intoAt + at);
            }
        }
    }

    /** The gradient by (c, d), from that by the new scalars. */
    static void updatedGradient(
            int width, float[] gs, int gsAt, float[] products, int productsAt, float[] into, int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, gsAt + f);
            scalar.intoArray(into, intoAt + f);
            scalar.mul(FloatVector.fromArray(SPECIES, products, productsAt + f)).intoArray(into, intoAt + width + f);
        }
    }

    /** The gradient by e, from that by the new vectors. */
    static void gateGradient(int width, float[] gv, int gvAt, float[] mixed, int mixedAt, float[] into, int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, gv, gvAt + f)
                    .mul(FloatVector.fromArray(SPECIES, mixed, mixedAt + f));
            sum = FloatVector.fromArray(SPECIES, gv, gvAt + width + f)
                    .fma(FloatVector.fromArray(SPECIES, mixed, mixedAt + 2 * width + f), sum);
            sum = FloatVector.fromArray(SPECIES, gv, gvAt + 2 * width + f)
                    .fma(FloatVector.fromArray(SPECIES, mixed, mixedAt + 4 * width + f), sum);
            sum.intoArray(into, intoAt + 2 * width + f);
        }
    }

    /**
     * The gradient by the mixed vectors, but for the gate; and what the update's input adds to that by the scalars.
     *
     * @param gInput gradient by (s, |b|)
     */
    static void mixedGradient(
            int width,
            float[] gs,
            int gsAt,
            float[] gInput,
            int gInputAt,
            float[] input,
            int inputAt,
            float[] updated,
            int updatedAt,
            float[] mixed,
            int mixedAt,
            float[] into,
            int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, gsAt + f);
            FloatVector byProduct = scalar.mul(FloatVector.fromArray(SPECIES, updated, updatedAt + width + f));
            FloatVector byLength = FloatVector.fromArray(SPECIES, gInput, gInputAt + width + f)
                    .div(FloatVector.fromArray(SPECIES, input, inputAt + width + f));
            for (int axis = 0; axis < 3; axis++) {
                int at = 2 * axis * width + f;
                FloatVector a = FloatVector.fromArray(SPECIES, mixed, mixedAt + at);
                FloatVector b = FloatVector.fromArray(SPECIES, mixed, mixedAt + at + width);
                byProduct.mul(b).intoArray(into, intoAt + at);
                byProduct.mul(a).add(byLength.mul(b)).intoArray(into, intoAt + at + width);
            }
            scalar.add(FloatVector.fromArray(SPECIES, gInput, gInputAt + f)).intoArray(gs, gsAt + f);
        }
    }

    /** Adds what the gate contributes to the gradient by a. */
    static void addGate(int width, float[] gv, int gvAt, float[] updated, int updatedAt, float[] into, int intoAt) {
        for (int axis = 0; axis < 3; axis++) {
            for (int f = 0; f < width; f += WIDTH) {
                int at = intoAt + 2 * axis * width + f;
                FloatVector.fromArray(SPECIES, updated, updatedAt + 2 * width + f)
                        .fma(
                                FloatVector.fromArray(SPECIES, gv, gvAt + axis * width + f),
                                FloatVector.fromArray(SPECIES, into, at))
                        .intoArray(into, at);
            }
        }
    }
}
