package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * One atom of a pair receives from the other, i from j: s_i += x_j^s W^s and v_i += x_j^d W^d u + x_j^v W^v v_j, with
 * the filters W of the pair and the unit vector u from i to j; and backwards. In the first interaction all v_j are zero.
 * An atom may be its own image's neighbour, i = j.
 */
final class MessageKernels {
    private MessageKernels() {}

    static void receiveFirst(
            int width,
            float[] w,
            int wAt,
            float ux,
            float uy,
            float uz,
            float[] x,
            int xAt,
            float[] s,
            int sAt,
            float[] v,
            int vAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector.fromArray(SPECIES, x, xAt + f)
                    .fma(FloatVector.fromArray(SPECIES, w, wAt + f), FloatVector.fromArray(SPECIES, s, sAt + f))
                    .intoArray(s, sAt + f);
            FloatVector along = FloatVector.fromArray(SPECIES, x, xAt + width + f)
                    .mul(FloatVector.fromArray(SPECIES, w, wAt + width + f));
            int at = vAt + f;
            along.fma(FloatVector.broadcast(SPECIES, ux), FloatVector.fromArray(SPECIES, v, at))
                    .intoArray(v, at);
            at += width;
            along.fma(FloatVector.broadcast(SPECIES, uy), FloatVector.fromArray(SPECIES, v, at))
                    .intoArray(v, at);
            at += width;
            along.fma(FloatVector.broadcast(SPECIES, uz), FloatVector.fromArray(SPECIES, v, at))
                    .intoArray(v, at);
        }
    }

    static void receive(
            int width,
            float[] w,
            int wAt,
            float ux,
            float uy,
            float uz,
            float[] x,
            int xAt,
            float[] from,
            int fromAt,
            float[] s,
            int sAt,
            float[] v,
            int vAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector.fromArray(SPECIES, x, xAt + f)
                    .fma(FloatVector.fromArray(SPECIES, w, wAt + f), FloatVector.fromArray(SPECIES, s, sAt + f))
                    .intoArray(s, sAt + f);
            FloatVector along = FloatVector.fromArray(SPECIES, x, xAt + width + f)
                    .mul(FloatVector.fromArray(SPECIES, w, wAt + width + f));
            FloatVector carried = FloatVector.fromArray(SPECIES, x, xAt + 2 * width + f)
                    .mul(FloatVector.fromArray(SPECIES, w, wAt + 2 * width + f));
            int at = vAt + f;
            int other = fromAt + f;
            FloatVector sum = along.fma(FloatVector.broadcast(SPECIES, ux), FloatVector.fromArray(SPECIES, v, at));
            carried.fma(FloatVector.fromArray(SPECIES, from, other), sum).intoArray(v, at);
            at += width;
            other += width;
            sum = along.fma(FloatVector.broadcast(SPECIES, uy), FloatVector.fromArray(SPECIES, v, at));
            carried.fma(FloatVector.fromArray(SPECIES, from, other), sum).intoArray(v, at);
            at += width;
            other += width;
            sum = along.fma(FloatVector.broadcast(SPECIES, uz), FloatVector.fromArray(SPECIES, v, at));
            carried.fma(FloatVector.fromArray(SPECIES, from, other), sum).intoArray(v, at);
        }
    }

    /**
     * The first interaction backwards, both directions of a pair: adds the derivatives by distance and unit vector.
     *
     * @param dwAt of the filters' derivatives, in {@code w}
     */
    static void backFirst(
            int width,
            float[] w,
            int wAt,
            int dwAt,
            float ux,
            float uy,
            float uz,
            float[] x,
            int xi,
            int xj,
            float[] gs,
            int si,
            int sj,
            float[] gv,
            int vi,
            int vj,
            float[] into,
            int intoAt) {
        FloatVector byDistance = FloatVector.zero(SPECIES);
        FloatVector byX = byDistance;
        FloatVector byY = byDistance;
        FloatVector byZ = byDistance;
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar =
                    FloatVector.fromArray(SPECIES, gs, si + f).mul(FloatVector.fromArray(SPECIES, x, xj + f));
            scalar = FloatVector.fromArray(SPECIES, gs, sj + f).fma(FloatVector.fromArray(SPECIES, x, xi + f), scalar);
            byDistance = scalar.fma(FloatVector.fromArray(SPECIES, w, dwAt + f), byDistance);
            FloatVector sentByJ = FloatVector.fromArray(SPECIES, x, xj + width + f);
            FloatVector sentByI = FloatVector.fromArray(SPECIES, x, xi + width + f);
            FloatVector gx = FloatVector.fromArray(SPECIES, gv, vi + f)
                    .mul(sentByJ)
                    .sub(FloatVector.fromArray(SPECIES, gv, vj + f).mul(sentByI));
            FloatVector gy = FloatVector.fromArray(SPECIES, gv, vi + width + f)
                    .mul(sentByJ)
                    .sub(FloatVector.fromArray(SPECIES, gv, vj + width + f).mul(sentByI));
            FloatVector gz = FloatVector.fromArray(SPECIES, gv, vi + 2 * width + f)
                    .mul(sentByJ)
                    .sub(FloatVector.fromArray(SPECIES, gv, vj + 2 * width + f).mul(sentByI));
            FloatVector along = gx.mul(ux).add(gy.mul(uy)).add(gz.mul(uz));
            byDistance = along.fma(FloatVector.fromArray(SPECIES, w, dwAt + width + f), byDistance);
            FloatVector filter = FloatVector.fromArray(SPECIES, w, wAt + width + f);
            byX = gx.fma(filter, byX);
            byY = gy.fma(filter, byY);
            byZ = gz.fma(filter, byZ);
        }
        into[intoAt] += byDistance.reduceLanes(VectorOperators.ADD);
        into[intoAt + 1] += byX.reduceLanes(VectorOperators.ADD);
        into[intoAt + 2] += byY.reduceLanes(VectorOperators.ADD);
        into[intoAt + 3] += byZ.reduceLanes(VectorOperators.ADD);
    }

    /**
     * A later interaction backwards, one direction of a pair: adds to the gradients by what j sends and by its vectors,
     * and to the derivatives by distance and by the unit vector from i to j, times {@code sign}.
     */
    static void back(
            int width,
            float[] w,
            int wAt,
            int dwAt,
            float ux,
            float uy,
            float uz,
            float sign,
            float[] x,
            int xj,
            float[] from,
            int fromJ,
            float[] gs,
            int si,
            float[] gv,
            int vi,
            float[] gSent,
            int gSentJ,
            float[] gFrom,
            int gFromJ,
            float[] into,
            int intoAt) {
        FloatVector byDistance = FloatVector.zero(SPECIES);
        FloatVector byX = byDistance;
        FloatVector byY = byDistance;
        FloatVector byZ = byDistance;
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, si + f);
            FloatVector gx = FloatVector.fromArray(SPECIES, gv, vi + f);
            FloatVector gy = FloatVector.fromArray(SPECIES, gv, vi + width + f);
            FloatVector gz = FloatVector.fromArray(SPECIES, gv, vi + 2 * width + f);
            scalar.fma(FloatVector.fromArray(SPECIES, w, wAt + f), FloatVector.fromArray(SPECIES, gSent, gSentJ + f))
                    .intoArray(gSent, gSentJ + f);
            byDistance = scalar.mul(FloatVector.fromArray(SPECIES, x, xj + f))
                    .fma(FloatVector.fromArray(SPECIES, w, dwAt + f), byDistance);

            FloatVector along = gx.mul(ux).add(gy.mul(uy)).add(gz.mul(uz));
            FloatVector filter = FloatVector.fromArray(SPECIES, w, wAt + width + f);
            FloatVector sent = FloatVector.fromArray(SPECIES, x, xj + width + f);
            int at = gSentJ + width + f;
            along.fma(filter, FloatVector.fromArray(SPECIES, gSent, at)).intoArray(gSent, at);
            byDistance = along.mul(sent).fma(FloatVector.fromArray(SPECIES, w, dwAt + width + f), byDistance);
            FloatVector product = sent.mul(filter);
            byX = gx.fma(product, byX);
            byY = gy.fma(product, byY);
            byZ = gz.fma(product, byZ);

            int other = fromJ + f;
            FloatVector carried = gx.mul(FloatVector.fromArray(SPECIES, from, other));
            carried = gy.fma(FloatVector.fromArray(SPECIES, from, other + width), carried);
            carried = gz.fma(FloatVector.fromArray(SPECIES, from, other + 2 * width), carried);
            filter = FloatVector.fromArray(SPECIES, w, wAt + 2 * width + f);
            sent = FloatVector.fromArray(SPECIES, x, xj + 2 * width + f);
            at = gSentJ + 2 * width + f;
            carried.fma(filter, FloatVector.fromArray(SPECIES, gSent, at)).intoArray(gSent, at);
            byDistance = carried.mul(sent).fma(FloatVector.fromArray(SPECIES, w, dwAt + 2 * width + f), byDistance);
            product = sent.mul(filter);
            at = gFromJ + f;
            product.fma(gx, FloatVector.fromArray(SPECIES, gFrom, at)).intoArray(gFrom, at);
            at += width;
            product.fma(gy, FloatVector.fromArray(SPECIES, gFrom, at)).intoArray(gFrom, at);
            at += width;
            product.fma(gz, FloatVector.fromArray(SPECIES, gFrom, at)).intoArray(gFrom, at);
        }
        into[intoAt] += byDistance.reduceLanes(VectorOperators.ADD);
        into[intoAt + 1] += sign * byX.reduceLanes(VectorOperators.ADD);
        into[intoAt + 2] += sign * byY.reduceLanes(VectorOperators.ADD);
        into[intoAt + 3] += sign * byZ.reduceLanes(VectorOperators.ADD);
    }

    /**
     * The first interaction backwards for the gradient by parameters, one direction of a pair: adds to the gradients by what
     * j sends and by the filters.
     */
    static void collectFirst(
            int width,
            float[] w,
            int wAt,
            float ux,
            float uy,
            float uz,
            float[] x,
            int xj,
            float[] gs,
            int si,
            float[] gv,
            int vi,
            float[] gSent,
            int gSentJ,
            float[] gw,
            int gwAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scalar = FloatVector.fromArray(SPECIES, gs, si + f);
            FloatVector along = FloatVector.fromArray(SPECIES, gv, vi + f)
                    .mul(ux)
                    .add(FloatVector.fromArray(SPECIES, gv, vi + width + f).mul(uy))
                    .add(FloatVector.fromArray(SPECIES, gv, vi + 2 * width + f).mul(uz));
            addProducts(f, scalar, w, wAt, x, xj, gSent, gSentJ, gw, gwAt);
            addProducts(width + f, along, w, wAt, x, xj, gSent, gSentJ, gw, gwAt);
        }
    }

    /** The same for a later interaction; adds to the gradient by the vectors of j as well. */
    static void collect(
            int width,
            float[] w,
            int wAt,
            float ux,
            float uy,
            float uz,
            float[] x,
            int xj,
            float[] from,
            int fromJ,
            float[] gs,
            int si,
            float[] gv,
            int vi,
            float[] gSent,
            int gSentJ,
            float[] gFrom,
            int gFromJ,
            float[] gw,
            int gwAt) {
        collectFirst(width, w, wAt, ux, uy, uz, x, xj, gs, si, gv, vi, gSent, gSentJ, gw, gwAt);
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector gx = FloatVector.fromArray(SPECIES, gv, vi + f);
            FloatVector gy = FloatVector.fromArray(SPECIES, gv, vi + width + f);
            FloatVector gz = FloatVector.fromArray(SPECIES, gv, vi + 2 * width + f);
            FloatVector carried = gx.mul(FloatVector.fromArray(SPECIES, from, fromJ + f));
            carried = gy.fma(FloatVector.fromArray(SPECIES, from, fromJ + width + f), carried);
            carried = gz.fma(FloatVector.fromArray(SPECIES, from, fromJ + 2 * width + f), carried);
            FloatVector product = FloatVector.fromArray(SPECIES, x, xj + 2 * width + f)
                    .mul(FloatVector.fromArray(SPECIES, w, wAt + 2 * width + f));
            int at = gFromJ + f;
            product.fma(gx, FloatVector.fromArray(SPECIES, gFrom, at)).intoArray(gFrom, at);
            at += width;
            product.fma(gy, FloatVector.fromArray(SPECIES, gFrom, at)).intoArray(gFrom, at);
            at += width;
            product.fma(gz, FloatVector.fromArray(SPECIES, gFrom, at)).intoArray(gFrom, at);
            addProducts(2 * width + f, carried, w, wAt, x, xj, gSent, gSentJ, gw, gwAt);
        }
    }

    /** Adds the products of a gradient with the filter and with what j sends to the gradients by the other. */
    static void addProducts(
            int f,
            FloatVector g,
            float[] w,
            int wAt,
            float[] x,
            int xj,
            float[] gSent,
            int gSentJ,
            float[] gw,
            int gwAt) {
        g.fma(FloatVector.fromArray(SPECIES, w, wAt + f), FloatVector.fromArray(SPECIES, gSent, gSentJ + f))
                .intoArray(gSent, gSentJ + f);
        g.fma(FloatVector.fromArray(SPECIES, x, xj + f), FloatVector.fromArray(SPECIES, gw, gwAt + f))
                .intoArray(gw, gwAt + f);
    }
}
