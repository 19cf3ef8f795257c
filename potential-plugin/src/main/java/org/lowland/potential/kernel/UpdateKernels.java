package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The update of one atom between its dense maps, for the features of one degree l. The mixed features are (a, b) in 2l + 1
 * rows, its components; the update reads |b| and gives (c, d, e): s += c + d (a · b), v += e a. Of several degrees the update
 * reads one |b| after another and gives c, then all d, then all e.
 */
final class UpdateKernels {
    private UpdateKernels() {}

    /** |b| = √(b · b + ε) and a · b. */
    static void lengths(
            int width,
            int components,
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
            FloatVector b = FloatVector.fromArray(SPECIES, mixed, at + width);
            FloatVector square = b.mul(b);
            FloatVector product = FloatVector.fromArray(SPECIES, mixed, at).mul(b);
            for (int component = 1; component < components; component++) {
                at += row;
                b = FloatVector.fromArray(SPECIES, mixed, at + width);
                square = square.add(b.mul(b));
                product = FloatVector.fromArray(SPECIES, mixed, at).fma(b, product);
            }
            square.add(epsilon).sqrt().intoArray(length, lengthAt + f);
            product.intoArray(products, productsAt + f);
        }
    }

    /** Makes b into b/|b|, and a · b with it. */
    static void bound(
            int width,
            int components,
            float[] length,
            int lengthAt,
            float[] mixed,
            int mixedAt,
            float[] products,
            int productsAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector inverse =
                    FloatVector.broadcast(SPECIES, 1f).div(FloatVector.fromArray(SPECIES, length, lengthAt + f));
            FloatVector.fromArray(SPECIES, products, productsAt + f)
                    .mul(inverse)
                    .intoArray(products, productsAt + f);
            for (int component = 0; component < components; component++) {
                int at = mixedAt + 2 * component * width + width + f;
                FloatVector.fromArray(SPECIES, mixed, at).mul(inverse).intoArray(mixed, at);
            }
        }
    }

    /** The sum of two rows. */
    static void sum(int width, float[] a, int aAt, float[] b, int bAt, float[] into, int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector.fromArray(SPECIES, a, aAt + f)
                    .add(FloatVector.fromArray(SPECIES, b, bAt + f))
                    .intoArray(into, intoAt + f);
        }
    }

    /** Adds d (a · b) to the new scalars. */
    static void addProducts(
            int width, float[] updated, int dAt, float[] products, int productsAt, float[] into, int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector.fromArray(SPECIES, updated, dAt + f)
                    .fma(
                            FloatVector.fromArray(SPECIES, products, productsAt + f),
                            FloatVector.fromArray(SPECIES, into, intoAt + f))
                    .intoArray(into, intoAt + f);
        }
    }

    /** The new features of the degree. */
    static void features(
            int width,
            int components,
            float[] v,
            int vAt,
            float[] updated,
            int eAt,
            float[] mixed,
            int mixedAt,
            float[] into,
            int intoAt) {
        for (int component = 0; component < components; component++) {
            for (int f = 0; f < width; f += WIDTH) {
                int at = component * width + f;
                FloatVector.fromArray(SPECIES, updated, eAt + f)
                        .fma(
                                FloatVector.fromArray(SPECIES, mixed, mixedAt + 2 * component * width + f),
                                FloatVector.fromArray(SPECIES, v, vAt + at))
                        .intoArray(into, intoAt + at);
            }
        }
    }

    /** The gradient by d, from that by the new scalars, which is that by c. */
    static void productGradient(
            int width, float[] gs, int gsAt, float[] products, int productsAt, float[] into, int dAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector.fromArray(SPECIES, gs, gsAt + f)
                    .mul(FloatVector.fromArray(SPECIES, products, productsAt + f))
                    .intoArray(into, dAt + f);
        }
    }

    /** The gradient by e, from that by the new features. */
    static void gateGradient(
            int width, int components, float[] gv, int gvAt, float[] mixed, int mixedAt, float[] into, int eAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, gv, gvAt + f)
                    .mul(FloatVector.fromArray(SPECIES, mixed, mixedAt + f));
            for (int component = 1; component < components; component++) {
                sum = FloatVector.fromArray(SPECIES, gv, gvAt + component * width + f)
                        .fma(FloatVector.fromArray(SPECIES, mixed, mixedAt + 2 * component * width + f), sum);
            }
            sum.intoArray(into, eAt + f);
        }
    }

    /**
     * The gradient by the mixed features from their product, and from |b| where it is not {@linkplain #bound bounded}.
     *
     * @param lengths whether |b| counts
     * @param gLength gradient by |b|
     */
    static void mixedGradient(
            int width,
            int components,
            boolean lengths,
            float[] gs,
            int gsAt,
            float[] gLength,
            int gLengthAt,
            float[] length,
            int lengthAt,
            float[] updated,
            int dAt,
            float[] mixed,
            int mixedAt,
            float[] into,
            int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector byProduct =
                    FloatVector.fromArray(SPECIES, gs, gsAt + f).mul(FloatVector.fromArray(SPECIES, updated, dAt + f));
            FloatVector byLength = lengths
                    ? FloatVector.fromArray(SPECIES, gLength, gLengthAt + f)
                            .div(FloatVector.fromArray(SPECIES, length, lengthAt + f))
                    : FloatVector.zero(SPECIES);
            for (int component = 0; component < components; component++) {
                int at = 2 * component * width + f;
                FloatVector a = FloatVector.fromArray(SPECIES, mixed, mixedAt + at);
                FloatVector b = FloatVector.fromArray(SPECIES, mixed, mixedAt + at + width);
                byProduct.mul(b).intoArray(into, intoAt + at);
                byProduct.mul(a).add(byLength.mul(b)).intoArray(into, intoAt + at + width);
            }
        }
    }

    /**
     * After {@link #bound}, the gradient by b from that by b/|b|, in place, with what comes by |b|.
     *
     * @param gLength gradient by |b|
     * @param mixed holds b/|b|
     */
    static void boundGradient(
            int width,
            int components,
            float[] gLength,
            int gLengthAt,
            float[] length,
            int lengthAt,
            float[] mixed,
            int mixedAt,
            float[] into,
            int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector inverse =
                    FloatVector.broadcast(SPECIES, 1f).div(FloatVector.fromArray(SPECIES, length, lengthAt + f));
            FloatVector along = FloatVector.zero(SPECIES);
            for (int component = 0; component < components; component++) {
                int at = 2 * component * width + width + f;
                along = FloatVector.fromArray(SPECIES, mixed, mixedAt + at)
                        .fma(FloatVector.fromArray(SPECIES, into, intoAt + at), along);
            }
            FloatVector radial =
                    FloatVector.fromArray(SPECIES, gLength, gLengthAt + f).sub(along.mul(inverse));
            for (int component = 0; component < components; component++) {
                int at = 2 * component * width + width + f;
                FloatVector.fromArray(SPECIES, into, intoAt + at)
                        .mul(inverse)
                        .add(radial.mul(FloatVector.fromArray(SPECIES, mixed, mixedAt + at)))
                        .intoArray(into, intoAt + at);
            }
        }
    }

    /** Adds what the gate contributes to the gradient by a. */
    static void addGate(
            int width, int components, float[] gv, int gvAt, float[] updated, int eAt, float[] into, int intoAt) {
        for (int component = 0; component < components; component++) {
            for (int f = 0; f < width; f += WIDTH) {
                int at = intoAt + 2 * component * width + f;
                FloatVector.fromArray(SPECIES, updated, eAt + f)
                        .fma(
                                FloatVector.fromArray(SPECIES, gv, gvAt + component * width + f),
                                FloatVector.fromArray(SPECIES, into, at))
                        .intoArray(into, at);
            }
        }
    }
}
