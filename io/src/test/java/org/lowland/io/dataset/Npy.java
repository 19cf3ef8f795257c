package org.lowland.io.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes arrays as NumPy does. */
final class Npy {
    private Npy() {}

    static byte[] write(String type, boolean fortran, long[] shape, double... values) {
        String lengths = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" ", "(", ")"));
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + lengths + ", }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 8 * values.length);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.order(ByteOrder.LITTLE_ENDIAN).putShort((short) header.length());
        bytes.put(header.getBytes(StandardCharsets.US_ASCII));
        bytes.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return bytes.array();
    }
}
