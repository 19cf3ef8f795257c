package org.lowland.io.dataset;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.lowland.api.InputException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array that NumPy has written, read by ND4J.
 *
 * <p>ND4J takes the bytes of little-endian arrays whose last index runs fastest. It ends the process on other bytes and
 * on strings, and mistakes the order of Fortran's arrays; these are therefore told by their header, and put in order
 * before or refused.
 *
 * @param shape the length of each axis; none for a single number
 * @param values the numbers, the last index fastest; not to be changed
 */
record NpyArray(long[] shape, double[] values) {

    /**
     * Reads an array.
     *
     * @param name of the array, for messages
     * @param bytes the whole array as stored
     * @throws InputException when it is no array of numbers, or damaged
     */
    static NpyArray read(String name, byte[] bytes) {
        NpyHeader header = NpyHeader.parse(name, bytes);
        if (header.count() == 0) {
            return new NpyArray(header.shape(), new double[0]);
        }
        byte[] front = header.inMemoryOrder();
        ByteBuffer ordered = ByteBuffer.allocateDirect(front.length + bytes.length - header.length());
        ordered.put(front);
        ordered.put(
                header.bigEndian() ? swapped(bytes, header) : bytes, header.length(), bytes.length - header.length());
        ordered.rewind();
        // The array may look into the buffer, which therefore must not be collected before the numbers are out.
        try (INDArray array = Nd4j.createFromNpyPointer(new Pointer(ordered))) {
            INDArray wide = array.castTo(DataType.DOUBLE);
            INDArray inOrder =
                    header.fortran() && header.shape().length > 1 ? wide.permute(reversed(wide.rank())) : wide;
            double[] values = inOrder.dup('c').data().asDouble();
            return new NpyArray(header.shape(), header.wraps() ? unwrapped(values, header.width()) : values);
        } finally {
            Reference.reachabilityFence(ordered);
        }
    }

    private static double[] unwrapped(double[] values, int width) {
        double range = Math.scalb(1.0, 8 * width);
        return Arrays.stream(values)
                .map(value -> value < 0 ? value + range : value)
                .toArray();
    }

    private static int[] reversed(int rank) {
        int[] axes = new int[rank];
        Arrays.setAll(axes, k -> rank - 1 - k);
        return axes;
    }

    private static byte[] swapped(byte[] bytes, NpyHeader header) {
        byte[] result = bytes.clone();
        int width = header.width();
        for (int start = header.length(); start < result.length; start += width) {
            for (int low = start, high = start + width - 1; low < high; low++, high--) {
                byte first = result[low];
                result[low] = result[high];
                result[high] = first;
            }
        }
        return result;
    }
}
