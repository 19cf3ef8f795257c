package org.lowland.potential.torch;

import java.util.Arrays;

/**
 * A dense row-major tensor in Java memory: exactly one of four primitive arrays, and a shape.
 *
 * <p>The arrays are not copied on the way in or out: whoever hands one over must not change it while a call that uses
 * it is running. Instances hold no native memory.
 */
public final class HostTensor {
    /** The element types that cross the border to libtorch. */
    public enum Type {
        FLOAT32,
        FLOAT64,
        INT64,
        BOOLEAN
    }

    private final Type type;
    private final long[] shape;
    private final Object values;

    private HostTensor(Type type, Object values, int length, long[] shape) {
        long size = 1;
        for (long extent : shape) {
            size = Math.multiplyExact(size, extent);
        }
        if (size != length || Arrays.stream(shape).anyMatch(extent -> extent < 0)) {
            throw new IllegalArgumentException(
                    length + " values do not fill a tensor of shape " + Arrays.toString(shape));
        }
        this.type = type;
        this.values = values;
        this.shape = shape.clone();
    }

    /** A tensor of single-precision values; no extents = a scalar. */
    public static HostTensor of(float[] values, long... shape) {
        return new HostTensor(Type.FLOAT32, values, values.length, shape);
    }

    /** A tensor of double-precision values; no extents = a scalar. */
    public static HostTensor of(double[] values, long... shape) {
        return new HostTensor(Type.FLOAT64, values, values.length, shape);
    }

    /** A tensor of 64-bit integers; no extents = a scalar. */
    public static HostTensor of(long[] values, long... shape) {
        return new HostTensor(Type.INT64, values, values.length, shape);
    }

    /** A tensor of truth values; no extents = a scalar. */
    public static HostTensor of(boolean[] values, long... shape) {
        return new HostTensor(Type.BOOLEAN, values, values.length, shape);
    }

    /**
     * A floating-point tensor of the wanted precision, from doubles.
     *
     * @throws IllegalArgumentException if {@code type} is not of floating-point numbers
     */
    public static HostTensor real(Type type, double[] values, long... shape) {
        return switch (type) {
            case FLOAT64 -> of(values, shape);
            case FLOAT32 -> of(narrow(values), shape);
            case INT64, BOOLEAN -> throw new IllegalArgumentException("a tensor of real values cannot be " + type);
        };
    }

    /** A scalar integer. */
    public static HostTensor scalar(long value) {
        return of(new long[] {value});
    }

    /** The element type. */
    public Type type() {
        return type;
    }

    /** The extents, row-major; empty for a scalar. */
    public long[] shape() {
        return shape.clone();
    }

    /** The number of elements. */
    public int size() {
        return switch (type) {
            case FLOAT32 -> ((float[]) values).length;
            case FLOAT64 -> ((double[]) values).length;
            case INT64 -> ((long[]) values).length;
            case BOOLEAN -> ((boolean[]) values).length;
        };
    }

    /** The array itself, of single-precision values. */
    public float[] floats() {
        require(Type.FLOAT32);
        return (float[]) values;
    }

    /** The array itself, of double-precision values. */
    public double[] doubles() {
        require(Type.FLOAT64);
        return (double[]) values;
    }

    /** The array itself, of integers. */
    public long[] longs() {
        require(Type.INT64);
        return (long[]) values;
    }

    /** The array itself, of truth values. */
    public boolean[] booleans() {
        require(Type.BOOLEAN);
        return (boolean[]) values;
    }

    /** The values as doubles, whichever the type of numbers; a copy unless they are doubles already. */
    public double[] toDoubles() {
        switch (type) {
            case FLOAT64:
                return doubles();
            case FLOAT32:
                float[] single = floats();
                double[] widened = new double[single.length];
                for (int i = 0; i < single.length; i++) {
                    widened[i] = single[i];
                }
                return widened;
            default:
                return Arrays.stream(longs()).asDoubleStream().toArray();
        }
    }

    /**
     * The only element.
     *
     * @throws IllegalStateException if there is not exactly one
     */
    public double item() {
        double[] all = toDoubles();
        if (all.length != 1) {
            throw new IllegalStateException("not a single value but " + this);
        }
        return all[0];
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }

    private void require(Type wanted) {
        if (type != wanted) {
            throw new IllegalStateException("tensor holds " + type + ", not " + wanted);
        }
    }

    private static float[] narrow(double[] values) {
        float[] single = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            single[i] = (float) values[i];
        }
        return single;
    }
}
