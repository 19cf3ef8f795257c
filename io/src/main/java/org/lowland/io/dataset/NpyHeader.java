package org.lowland.io.dataset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;

/**
 * What stands before the numbers of an array that NumPy has written.
 *
 * <p>Source: the NEP 1 enhancement proposal, A Simple File Format for NumPy Arrays.
 *
 * @param type the kind and the width of a number, such as {@code f8}
 * @param bigEndian whether the first byte of a number is its highest
 * @param fortran whether the first index runs fastest
 * @param shape the length of each axis; none for a single number
 * @param length bytes of the header
 */
record NpyHeader(String type, boolean bigEndian, boolean fortran, long[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([a-zA-Z]\\d*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9L, ]*)\\)");

    /** The kinds that ND4J reads as they are, and unsigned ones, which it is given as signed ones of their width. */
    private static final Set<String> NUMBERS = Set.of("f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8");

    /**
     * Reads a header.
     *
     * @param name of the array, for messages
     * @param bytes the whole array as stored
     * @throws InputException when there is no such header, or the array holds no numbers that can be read
     */
    static NpyHeader parse(String name, byte[] bytes) {
        if (bytes.length < 10 || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new InputException(name + ": this is no array of NumPy");
        }
        boolean longHeader = bytes[6] >= 2;
        int start = longHeader ? 12 : 10;
        int size = unsigned(bytes, 8) | unsigned(bytes, 9) << 8;
        if (longHeader && bytes.length >= start) {
            size |= unsigned(bytes, 10) << 16 | unsigned(bytes, 11) << 24;
        }
        if (size < 0 || size > bytes.length - start) {
            throw new InputException(name + ": the array ends before its header does; the file is damaged");
        }
        String text = new String(bytes, start, size, StandardCharsets.UTF_8);
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !NUMBERS.contains(type.group(2))) {
            throw new InputException(name + ": its type is " + described(text)
                    + ", which is not read; save real numbers as float32 or float64 and whole ones as int64");
        }
        if (!order.find() || !shape.find()) {
            throw new InputException(name + ": the header of the array cannot be read: " + text.strip());
        }
        boolean swapped = type.group(1).equals(">");
        long[] lengths = lengths(name, shape.group(1));
        NpyHeader header = new NpyHeader(type.group(2), swapped, order.group(1).equals("True"), lengths, start + size);
        long there = bytes.length - header.length();
        if (there % header.width() != 0 || there / header.width() != header.count()) {
            throw new InputException(name + ": " + header.count() + " numbers of " + header.width()
                    + " bytes were announced, but there are " + there + " bytes; the file is damaged");
        }
        return header;
    }

    /** How many numbers there are; the largest number there is where that is even more. */
    long count() {
        long product = 1;
        for (long length : shape) {
            if (length == 0) {
                return 0;
            }
            product = product > Long.MAX_VALUE / length ? Long.MAX_VALUE : product * length;
        }
        return product;
    }

    /** Bytes of one number. */
    int width() {
        return type.charAt(1) - '0';
    }

    /** Whether numbers of the upper half of the range look negative to ND4J. */
    boolean wraps() {
        return type.startsWith("u") && width() > 1;
    }

    /** The header of the same numbers in memory order: little-endian, the last index fastest. */
    byte[] inMemoryOrder() {
        List<String> lengths = new ArrayList<>();
        for (int k = 0; k < shape.length; k++) {
            lengths.add(shape[fortran ? shape.length - 1 - k : k] + ",");
        }
        String dictionary = String.format(
                Locale.ROOT,
                "{'descr': '%s%s', 'fortran_order': False, 'shape': (%s), }",
                width() == 1 ? '|' : '<',
                wraps() ? "i" + width() : type,
                shape.length == 1 ? lengths.get(0) : String.join(" ", lengths).replaceAll(",$", ""));
        int padding = 63 - (10 + dictionary.length()) % 64;
        byte[] text = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] header = new byte[10 + text.length];
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        header[6] = 1;
        header[8] = (byte) text.length;
        header[9] = (byte) (text.length >> 8);
        System.arraycopy(text, 0, header, 10, text.length);
        return header;
    }

    private static String described(String header) {
        Matcher any = Pattern.compile("'descr':\\s*('[^']*'|[^,]*)").matcher(header);
        return any.find() ? any.group(1) : "unknown";
    }

    private static long[] lengths(String name, String text) {
        try {
            return lengths(text);
        } catch (NumberFormatException e) {
            throw new InputException(name + ": the shape (" + text + ") cannot be; the file is damaged", e);
        }
    }

    private static long[] lengths(String text) {
        return Arrays.stream(text.replace("L", "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }
}
