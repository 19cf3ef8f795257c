package org.lowland.io.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of numbers as bytes: IEEE 754 doubles, little-endian. */
final class Bytes {
    private Bytes() {}

    static byte[] of(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }

    static double[] doubles(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }
}
