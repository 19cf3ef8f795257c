package org.lowland.potential.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive as {@code numpy.savez} and {@code numpy.savez_compressed} do. */
final class NpzWriter implements AutoCloseable {
    private final ZipOutputStream zip;
    private final boolean compressed;

    NpzWriter(Path file, boolean compressed) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(file));
        this.compressed = compressed;
    }

    /**
     * Adds an array.
     *
     * @param type such as {@code <f8}
     * @param fortran whether the first index runs fastest
     * @param values the last index fastest, whatever is written
     */
    void add(String name, String type, boolean fortran, int[] shape, double... values) throws IOException {
        String lengths = Arrays.stream(shape).mapToObj(n -> n + ",").collect(Collectors.joining(" ", "(", ")"));
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + lengths + ", }\n";
        int width = type.charAt(2) - '0';
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + width * values.length);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        bytes.order(ByteOrder.LITTLE_ENDIAN).putShort((short) header.length());
        bytes.put(header.getBytes(StandardCharsets.US_ASCII));
        bytes.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < values.length; k++) {
            put(bytes, type.substring(1), values[fortran ? place(k, shape) : k]);
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        if (!compressed) {
            CRC32 crc = new CRC32();
            crc.update(bytes.array());
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.capacity());
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes.array());
        zip.closeEntry();
    }

    /** Where the number stands in C's order that is at a place in Fortran's. */
    private static int place(int number, int[] shape) {
        int place = 0;
        int rest = number;
        int[] index = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        for (int axis = 0; axis < shape.length; axis++) {
            place = place * shape[axis] + index[axis];
        }
        return place;
    }

    private static void put(ByteBuffer bytes, String type, double value) {
        switch (type) {
            case "f8" -> bytes.putDouble(value);
            case "f4" -> bytes.putFloat((float) value);
            case "i8", "u8" -> bytes.putLong((long) value);
            case "i4", "u4" -> bytes.putInt((int) value);
            case "i2", "u2" -> bytes.putShort((short) value);
            case "i1", "u1" -> bytes.put((byte) value);
            default -> throw new IllegalArgumentException(type);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
