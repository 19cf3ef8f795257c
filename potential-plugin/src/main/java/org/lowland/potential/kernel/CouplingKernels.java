package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Lanes.SPECIES;
import static org.lowland.potential.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Products of vectors and tensors of one atom, channel by channel. With the form τ(t, a, b) = t · pair(a, b), where pair(a, b) is
 * the symmetric traceless part of a bᵀ in the components of {@link TensorMessageKernels} and so that pair(u, u) = Y(u), all
 * of them are derivatives of τ: pair by t, and turn(t, b) by a. τ is symmetric in a and b.
 *
 * <p>Each argument is an array, its place, and the distance of its rows, one for each component.
 */
final class CouplingKernels {
    private static final float HALF_ROOT3 = (float) Math.sqrt(0.75);

    private CouplingKernels() {}

    /** Adds factor · turn(t, b) to a vector. */
    static void addTurned(
            int width,
            float[] factor,
            int factorAt,
            float[] t,
            int tAt,
            int tRow,
            float[] b,
            int bAt,
            int bRow,
            float[] into,
            int intoAt,
            int intoRow) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scale = FloatVector.fromArray(SPECIES, factor, factorAt + f);
            FloatVector bx = FloatVector.fromArray(SPECIES, b, bAt + f).mul(scale);
            FloatVector by = FloatVector.fromArray(SPECIES, b, bAt + bRow + f).mul(scale);
            FloatVector bz =
                    FloatVector.fromArray(SPECIES, b, bAt + 2 * bRow + f).mul(scale);
            FloatVector xy = FloatVector.fromArray(SPECIES, t, tAt + f).mul(HALF_ROOT3);
            FloatVector yz = FloatVector.fromArray(SPECIES, t, tAt + tRow + f).mul(HALF_ROOT3);
            FloatVector zz = FloatVector.fromArray(SPECIES, t, tAt + 2 * tRow + f);
            FloatVector half = zz.mul(0.5f);
            FloatVector xz =
                    FloatVector.fromArray(SPECIES, t, tAt + 3 * tRow + f).mul(HALF_ROOT3);
            FloatVector xx =
                    FloatVector.fromArray(SPECIES, t, tAt + 4 * tRow + f).mul(HALF_ROOT3);
            int at = intoAt + f;
            FloatVector sum = xx.sub(half).fma(bx, FloatVector.fromArray(SPECIES, into, at));
            xz.fma(bz, xy.fma(by, sum)).intoArray(into, at);
            at += intoRow;
            sum = xy.fma(bx, FloatVector.fromArray(SPECIES, into, at));
            yz.fma(bz, sum.sub(xx.add(half).mul(by))).intoArray(into, at);
            at += intoRow;
            sum = xz.fma(bx, FloatVector.fromArray(SPECIES, into, at));
            zz.fma(bz, yz.fma(by, sum)).intoArray(into, at);
        }
    }

    /** Adds factor · pair(a, b) to a tensor. */
    static void addPaired(
            int width,
            float[] factor,
            int factorAt,
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            int bRow,
            float[] into,
            int intoAt,
            int intoRow) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector scale = FloatVector.fromArray(SPECIES, factor, factorAt + f);
            FloatVector ax = FloatVector.fromArray(SPECIES, a, aAt + f).mul(scale);
            FloatVector ay = FloatVector.fromArray(SPECIES, a, aAt + aRow + f).mul(scale);
            FloatVector az =
                    FloatVector.fromArray(SPECIES, a, aAt + 2 * aRow + f).mul(scale);
            FloatVector bx = FloatVector.fromArray(SPECIES, b, bAt + f);
            FloatVector by = FloatVector.fromArray(SPECIES, b, bAt + bRow + f);
            FloatVector bz = FloatVector.fromArray(SPECIES, b, bAt + 2 * bRow + f);
            FloatVector root = FloatVector.broadcast(SPECIES, HALF_ROOT3);
            int at = intoAt + f;
            ax.mul(by)
                    .add(ay.mul(bx))
                    .fma(root, FloatVector.fromArray(SPECIES, into, at))
                    .intoArray(into, at);
            at += intoRow;
            ay.mul(bz)
                    .add(az.mul(by))
                    .fma(root, FloatVector.fromArray(SPECIES, into, at))
                    .intoArray(into, at);
            at += intoRow;
            FloatVector flat = ax.mul(bx).add(ay.mul(by)).mul(-0.5f);
            az.fma(bz, flat).add(FloatVector.fromArray(SPECIES, into, at)).intoArray(into, at);
            at += intoRow;
            ax.mul(bz)
                    .add(az.mul(bx))
                    .fma(root, FloatVector.fromArray(SPECIES, into, at))
                    .intoArray(into, at);
            at += intoRow;
            ax.mul(bx)
                    .sub(ay.mul(by))
                    .fma(root, FloatVector.fromArray(SPECIES, into, at))
                    .intoArray(into, at);
        }
    }

    /** τ(t, a, b). */
    static void product(
            int width,
            float[] t,
            int tAt,
            int tRow,
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            int bRow,
            float[] into,
            int intoAt) {
        for (int f = 0; f < width; f += WIDTH) {
            FloatVector ax = FloatVector.fromArray(SPECIES, a, aAt + f);
            FloatVector ay = FloatVector.fromArray(SPECIES, a, aAt + aRow + f);
            FloatVector az = FloatVector.fromArray(SPECIES, a, aAt + 2 * aRow + f);
            FloatVector bx = FloatVector.fromArray(SPECIES, b, bAt + f);
            FloatVector by = FloatVector.fromArray(SPECIES, b, bAt + bRow + f);
            FloatVector bz = FloatVector.fromArray(SPECIES, b, bAt + 2 * bRow + f);
            FloatVector sum = ax.mul(by).add(ay.mul(bx)).mul(FloatVector.fromArray(SPECIES, t, tAt + f));
            sum = ay.mul(bz).add(az.mul(by)).fma(FloatVector.fromArray(SPECIES, t, tAt + tRow + f), sum);
            sum = ax.mul(bz).add(az.mul(bx)).fma(FloatVector.fromArray(SPECIES, t, tAt + 3 * tRow + f), sum);
            sum = ax.mul(bx).sub(ay.mul(by)).fma(FloatVector.fromArray(SPECIES, t, tAt + 4 * tRow + f), sum);
            FloatVector flat = az.fma(bz, ax.mul(bx).add(ay.mul(by)).mul(-0.5f));
            flat = flat.mul(FloatVector.fromArray(SPECIES, t, tAt + 2 * tRow + f));
            sum.fma(FloatVector.broadcast(SPECIES, HALF_ROOT3), flat).intoArray(into, intoAt + f);
        }
    }
}
