package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What an atom of a pair receives, i from j, beyond {@link MessageKernels} where features go to the second degree: t_i += x_j^y
 * W^y Y + x_j^t W^t t_j and s_i += x_j^p W^p (v_j · u) + x_j^q W^q (t_j · Y), with the harmonics Y of the direction u from i to
 * j; and backwards. In the first interaction all v_j and t_j are zero.
 *
 * <p>A direction is an array of eight: u, then Y as in {@link #direct}. Y is the same from j to i; u is not, which the sign
 * says. What is sent has seven parts for s, u, v, y, t, p, q, of which this takes the last four; in the first interaction three
 * for s, u, y. The filters and their gradients are ordered likewise.
 */
final class TensorMessageKernels {
    /** Components of a tensor. */
    static final int COMPONENTS = 5;

    private static final float ROOT3 = (float) Math.sqrt(3);

    private TensorMessageKernels() {}

    /** Writes u and Y = √3 (xy, yz, (3z² - 1)/(2√3), xz, (x² - y²)/2). */
    static void direct(float x, float y, float z, float[] direction) {
        direction[0] = x;
        direction[1] = y;
        direction[2] = z;
        direction[3] = ROOT3 * x * y;
        direction[4] = ROOT3 * y * z;
        direction[5] = z * z - 0.5f * (x * x + y * y);
        direction[6] = ROOT3 * x * z;
        direction[7] = 0.5f * ROOT3 * (x * x - y * y);
    }

    static void receiveFirst(int width, float[] w, int wAt, float[] direction, float[] x, int xAt, float[] t, int tAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector along = product(x, xAt + 2 * width + f, w, wAt + 2 * width + f);
            for (int c = 0; c < COMPONENTS; c++) {
                int at = tAt + c * width + f;
                along.fma(FloatVector.broadcast(SPECIES, direction[3 + c]), FloatVector.fromArray(SPECIES, t, at))
                        .intoArray(t, at);
            }
        }
    }

    static void receive(
            int width,
            float[] w,
            int wAt,
            float[] direction,
            float sign,
            float[] x,
            int xAt,
            float[] vectors,
            int vAt,
            float[] tensors,
            int fromAt,
            float[] s,
            int sAt,
            float[] t,
            int tAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector along = product(x, xAt + 3 * width + f, w, wAt + 3 * width + f);
            FloatVector carried = product(x, xAt + 4 * width + f, w, wAt + 4 * width + f);
            FloatVector seen = FloatVector.zero(SPECIES);
            for (int c = 0; c < COMPONENTS; c++) {
                int at = c * width + f;
                FloatVector harmonic = FloatVector.broadcast(SPECIES, direction[3 + c]);
                FloatVector other = FloatVector.fromArray(SPECIES, tensors, fromAt + at);
                seen = other.fma(harmonic, seen);
                FloatVector sum = along.fma(harmonic, FloatVector.fromArray(SPECIES, t, tAt + at));
                carried.fma(other, sum).intoArray(t, tAt + at);
            }
            FloatVector scalar = product(x, xAt + 6 * width + f, w, wAt + 6 * width + f)
                    .fma(seen, FloatVector.fromArray(SPECIES, s, sAt + f));
            product(x, xAt + 5 * width + f, w, wAt + 5 * width + f)
                    .mul(sign)
                    .fma(along(width, vectors, vAt + f, direction), scalar)
                    .intoArray(s, sAt + f);
        }
    }

    /**
     * The first interaction backwards, both directions of a pair: adds the derivatives by distance and unit vector.
     *
     * @param byHarmonics room for {@link #COMPONENTS} numbers
     */
    static void backFirst(
            int width,
            float[] w,
            int wAt,
            int dwAt,
            float[] direction,
            float[] x,
            int xi,
            int xj,
            float[] gt,
            int ti,
            int tj,
            float[] byHarmonics,
            float[] into,
            int intoAt) {
        float byDistance = 0;
        for (int c = 0; c < COMPONENTS; c++) {
            FloatVector byHarmonic = FloatVector.zero(SPECIES);
            FloatVector bySlope = FloatVector.zero(SPECIES);
            for (int f = 0; f < width; f += WIDTH) {
                int at = c * width + f;
                FloatVector g = FloatVector.fromArray(SPECIES, gt, ti + at)
                        .mul(FloatVector.fromArray(SPECIES, x, xj + 2 * width + f))
                        .add(FloatVector.fromArray(SPECIES, gt, tj + at)
                                .mul(FloatVector.fromArray(SPECIES, x, xi + 2 * width + f)));
                byHarmonic = g.fma(FloatVector.fromArray(SPECIES, w, wAt + 2 * width + f), byHarmonic);
                bySlope = g.fma(FloatVector.fromArray(SPECIES, w, dwAt + 2 * width + f), bySlope);
            }
            byHarmonics[c] = byHarmonic.reduceLanes(VectorOperators.ADD);
            byDistance += direction[3 + c] * bySlope.reduceLanes(VectorOperators.ADD);
        }
        into[intoAt] += byDistance;
        addHarmonics(byHarmonics, direction, into, intoAt);
    }

    /**
     * What scalars read of vectors, backwards, one direction of a pair: adds to the gradients by what j sends and by its
     * vectors, and to the derivatives by distance and by the unit vector from i to j.
     */
    static void backVectors(
            int width,
            float[] w,
            int wAt,
            int dwAt,
            float[] direction,
            float sign,
            float[] x,
            int xj,
            float[] vectors,
            int vj,
            float[] gs,
            int si,
            float[] gSent,
            float[] gVectors,
            float[] into,
            int intoAt) {
        FloatVector byDistance = FloatVector.zero(SPECIES);
        FloatVector byX = byDistance;
        FloatVector byY = byDistance;
        FloatVector byZ = byDistance;
        FloatVector ux = FloatVector.broadcast(SPECIES, direction[0]);
        FloatVector uy = FloatVector.broadcast(SPECIES, direction[1]);
        FloatVector uz = FloatVector.broadcast(SPECIES, direction[2]);
        for (int f = 0; f < width; f += WIDTH) {
            int part = 5 * width + f;
            int at = vj + f;
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, si + f).mul(sign);
            FloatVector vx = FloatVector.fromArray(SPECIES, vectors, at);
            FloatVector vy = FloatVector.fromArray(SPECIES, vectors, at + width);
            FloatVector vz = FloatVector.fromArray(SPECIES, vectors, at + 2 * width);
            FloatVector seen = vx.mul(ux).add(vy.mul(uy)).add(vz.mul(uz)).mul(scalar);
            FloatVector sent = FloatVector.fromArray(SPECIES, x, xj + part);
            FloatVector filter = FloatVector.fromArray(SPECIES, w, wAt + part);
            seen.fma(filter, FloatVector.fromArray(SPECIES, gSent, xj + part)).intoArray(gSent, xj + part);
            byDistance = seen.mul(sent).fma(FloatVector.fromArray(SPECIES, w, dwAt + part), byDistance);
            FloatVector product = sent.mul(filter).mul(scalar);
            byX = product.fma(vx, byX);
            byY = product.fma(vy, byY);
            byZ = product.fma(vz, byZ);
            product.fma(ux, FloatVector.fromArray(SPECIES, gVectors, at)).intoArray(gVectors, at);
            at += width;
            product.fma(uy, FloatVector.fromArray(SPECIES, gVectors, at)).intoArray(gVectors, at);
            at += width;
            product.fma(uz, FloatVector.fromArray(SPECIES, gVectors, at)).intoArray(gVectors, at);
        }
        into[intoAt] += byDistance.reduceLanes(VectorOperators.ADD);
        into[intoAt + 1] += byX.reduceLanes(VectorOperators.ADD);
        into[intoAt + 2] += byY.reduceLanes(VectorOperators.ADD);
        into[intoAt + 3] += byZ.reduceLanes(VectorOperators.ADD);
    }

    /**
     * What tensors receive and what scalars read of tensors, backwards, one direction of a pair: adds to the gradient by what j
     * sends and to the derivative by distance. Leaves the products that {@link #backComponents} needs.
     *
     * @param products room for three rows: x^y W^y, x^t W^t, and x^q W^q times the gradient by the scalars
     */
    static void backTensors(
            int width,
            float[] w,
            int wAt,
            int dwAt,
            float[] direction,
            float[] x,
            int xj,
            float[] tensors,
            int tj,
            float[] gs,
            int si,
            float[] gt,
            int ti,
            float[] gSent,
            float[] products,
            float[] into,
            int intoAt) {
        FloatVector byDistance = FloatVector.zero(SPECIES);
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector along = FloatVector.zero(SPECIES);
            FloatVector carried = along;
            FloatVector seen = along;
            for (int c = 0; c < COMPONENTS; c++) {
                FloatVector g = FloatVector.fromArray(SPECIES, gt, ti + c * width + f);
                FloatVector other = FloatVector.fromArray(SPECIES, tensors, tj + c * width + f);
                FloatVector harmonic = FloatVector.broadcast(SPECIES, direction[3 + c]);
                along = g.fma(harmonic, along);
                carried = g.fma(other, carried);
                seen = other.fma(harmonic, seen);
            }
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, si + f);
            seen = seen.mul(scalar);
            int part = 3 * width + f;
            FloatVector sent = FloatVector.fromArray(SPECIES, x, xj + part);
            FloatVector filter = FloatVector.fromArray(SPECIES, w, wAt + part);
            along.fma(filter, FloatVector.fromArray(SPECIES, gSent, xj + part)).intoArray(gSent, xj + part);
            byDistance = along.mul(sent).fma(FloatVector.fromArray(SPECIES, w, dwAt + part), byDistance);
            sent.mul(filter).intoArray(products, f);
            part += width;
            sent = FloatVector.fromArray(SPECIES, x, xj + part);
            filter = FloatVector.fromArray(SPECIES, w, wAt + part);
            carried.fma(filter, FloatVector.fromArray(SPECIES, gSent, xj + part))
                    .intoArray(gSent, xj + part);
            byDistance = carried.mul(sent).fma(FloatVector.fromArray(SPECIES, w, dwAt + part), byDistance);
            sent.mul(filter).intoArray(products, width + f);
            part += 2 * width;
            sent = FloatVector.fromArray(SPECIES, x, xj + part);
            filter = FloatVector.fromArray(SPECIES, w, wAt + part);
            seen.fma(filter, FloatVector.fromArray(SPECIES, gSent, xj + part)).intoArray(gSent, xj + part);
            byDistance = seen.mul(sent).fma(FloatVector.fromArray(SPECIES, w, dwAt + part), byDistance);
            sent.mul(filter).mul(scalar).intoArray(products, 2 * width + f);
        }
        into[intoAt] += byDistance.reduceLanes(VectorOperators.ADD);
    }

    /** After {@link #backTensors}: adds to the gradient by the tensors of j and to the derivative by the unit vector. */
    static void backComponents(
            int width,
            float[] direction,
            float[] products,
            float[] tensors,
            int tj,
            float[] gt,
            int ti,
            float[] gTensors,
            float[] byHarmonics,
            float[] into,
            int intoAt) {
        for (int c = 0; c < COMPONENTS; c++) {
            FloatVector harmonic = FloatVector.broadcast(SPECIES, direction[3 + c]);
            FloatVector byHarmonic = FloatVector.zero(SPECIES);
            for (int f = 0; f < width; f += WIDTH) {
                int at = tj + c * width + f;
                FloatVector g = FloatVector.fromArray(SPECIES, gt, ti + c * width + f);
                FloatVector read = FloatVector.fromArray(SPECIES, products, 2 * width + f);
                FloatVector sum = read.fma(harmonic, FloatVector.fromArray(SPECIES, gTensors, at));
                FloatVector.fromArray(SPECIES, products, width + f).fma(g, sum).intoArray(gTensors, at);
                byHarmonic = read.fma(FloatVector.fromArray(SPECIES, tensors, at), byHarmonic);
                byHarmonic = FloatVector.fromArray(SPECIES, products, f).fma(g, byHarmonic);
            }
            byHarmonics[c] = byHarmonic.reduceLanes(VectorOperators.ADD);
        }
        addHarmonics(byHarmonics, direction, into, intoAt);
    }

    /** The first interaction backwards for the gradient by parameters, one direction of a pair. */
    static void collectFirst(
            int width,
            float[] w,
            int wAt,
            float[] direction,
            float[] x,
            int xj,
            float[] gt,
            int ti,
            float[] gSent,
            int gSentJ,
            float[] gw,
            int gwAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector along = FloatVector.zero(SPECIES);
            for (int c = 0; c < COMPONENTS; c++) {
                along = FloatVector.fromArray(SPECIES, gt, ti + c * width + f)
                        .fma(FloatVector.broadcast(SPECIES, direction[3 + c]), along);
            }
            MessageKernels.addProducts(2 * width + f, along, w, wAt, x, xj, gSent, gSentJ, gw, gwAt);
        }
    }

    /** What scalars read of vectors, backwards for the gradient by parameters, one direction of a pair. */
    static void collectVectors(
            int width,
            float[] w,
            int wAt,
            float[] direction,
            float sign,
            float[] x,
            int xj,
            float[] vectors,
            int vj,
            float[] gs,
            int si,
            float[] gSent,
            float[] gVectors,
            float[] gw,
            int gwAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, si + f).mul(sign);
            int part = 5 * width + f;
            FloatVector product = product(x, xj + part, w, wAt + part).mul(scalar);
            for (int axis = 0; axis < 3; axis++) {
                int at = vj + axis * width + f;
                product.fma(
                                FloatVector.broadcast(SPECIES, direction[axis]),
                                FloatVector.fromArray(SPECIES, gVectors, at))
                        .intoArray(gVectors, at);
            }
            FloatVector seen = scalar.mul(along(width, vectors, vj + f, direction));
            MessageKernels.addProducts(part, seen, w, wAt, x, xj, gSent, xj, gw, gwAt);
        }
    }

    /** What tensors receive and what scalars read of tensors, the same. */
    static void collectTensors(
            int width,
            float[] w,
            int wAt,
            float[] direction,
            float[] x,
            int xj,
            float[] tensors,
            int tj,
            float[] gs,
            int si,
            float[] gt,
            int ti,
            float[] gSent,
            float[] gTensors,
            float[] gw,
            int gwAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, si + f);
            FloatVector kept = product(x, xj + 4 * width + f, w, wAt + 4 * width + f);
            FloatVector read =
                    product(x, xj + 6 * width + f, w, wAt + 6 * width + f).mul(scalar);
            FloatVector along = FloatVector.zero(SPECIES);
            FloatVector carried = along;
            FloatVector seen = along;
            for (int c = 0; c < COMPONENTS; c++) {
                int at = tj + c * width + f;
                FloatVector g = FloatVector.fromArray(SPECIES, gt, ti + c * width + f);
                FloatVector other = FloatVector.fromArray(SPECIES, tensors, at);
                FloatVector harmonic = FloatVector.broadcast(SPECIES, direction[3 + c]);
                along = g.fma(harmonic, along);
                carried = g.fma(other, carried);
                seen = other.fma(harmonic, seen);
                kept.fma(g, read.fma(harmonic, FloatVector.fromArray(SPECIES, gTensors, at)))
                        .intoArray(gTensors, at);
            }
            MessageKernels.addProducts(3 * width + f, along, w, wAt, x, xj, gSent, xj, gw, gwAt);
            MessageKernels.addProducts(4 * width + f, carried, w, wAt, x, xj, gSent, xj, gw, gwAt);
            MessageKernels.addProducts(6 * width + f, seen.mul(scalar), w, wAt, x, xj, gSent, xj, gw, gwAt);
        }
    }

    private static FloatVector product(float[] x, int xAt, float[] w, int wAt) {
        return FloatVector.fromArray(SPECIES, x, xAt).mul(FloatVector.fromArray(SPECIES, w, wAt));
    }

    /** v · u. */
    private static FloatVector along(int width, float[] v, int at, float[] direction) {
        FloatVector sum = FloatVector.fromArray(SPECIES, v, at).mul(direction[0]);
        sum = FloatVector.fromArray(SPECIES, v, at + width).fma(FloatVector.broadcast(SPECIES, direction[1]), sum);
        return FloatVector.fromArray(SPECIES, v, at + 2 * width).fma(FloatVector.broadcast(SPECIES, direction[2]), sum);
    }

    /** From the gradient by the harmonics to that by the unit vector from i to j, behind that by the distance. */
    private static void addHarmonics(float[] g, float[] direction, float[] into, int intoAt) {
        float x = direction[0];
        float y = direction[1];
        float z = direction[2];
        into[intoAt + 1] += ROOT3 * (y * g[0] + z * g[3] + x * g[4]) - x * g[2];
        into[intoAt + 2] += ROOT3 * (x * g[0] + z * g[1] - y * g[4]) - y * g[2];
        into[intoAt + 3] += ROOT3 * (y * g[1] + x * g[3]) + 2 * z * g[2];
    }
}
