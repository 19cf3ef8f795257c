package org.lowland.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;

class NpyHeaderTest {

    @Property(tries = 100)
    void whatIsWrittenInMemoryOrderIsReadAsThat(@ForAll @Size(min = 0, max = 4) int[] any, @ForAll boolean fortran) {
        long[] shape =
                Arrays.stream(any).mapToLong(k -> 1 + Math.floorMod(k, 4)).toArray();
        int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        NpyHeader header = NpyHeader.parse("a", Npy.write("<f8", fortran, shape, new double[count]));
        assertThat(header.shape()).isEqualTo(shape);
        byte[] front = header.inMemoryOrder();
        assertThat(front.length % 64).isZero();
        NpyHeader again = NpyHeader.parse("b", Arrays.copyOf(front, front.length + 8 * count));
        assertThat(again.fortran()).isFalse();
        assertThat(again.count()).isEqualTo(count);
    }

    @Property(tries = 50)
    void arrayOfAnyOrderAndEndHasItsNumbers(@ForAll @IntRange(min = 1, max = 5) int rows, @ForAll boolean swapped) {
        double[] numbers = new double[3 * rows];
        Arrays.setAll(numbers, k -> k % 3 * rows + k / 3);
        double[] byColumns = new double[3 * rows];
        Arrays.setAll(byColumns, k -> k);
        byte[] bytes = Npy.write(swapped ? ">f8" : "<f8", true, new long[] {rows, 3}, byColumns);
        assertThat(NpyArray.read("a", bytes).values()).isEqualTo(numbers);
    }

    @Test
    void unsignedNumbersOfTheUpperHalfAreNotNegative() {
        byte[] bytes = Npy.write("<u2", false, new long[] {4}, Double.longBitsToDouble(0xBFFF_8000_0001_0002L));
        assertThat(NpyArray.read("a", bytes).values()).containsExactly(2, 1, 32_768, 49_151);
    }

    @Test
    void namesWhatIsDamaged() {
        byte[] bytes = Npy.write("<f8", false, new long[] {2, 3}, 1, 2, 3, 4, 5, 6);
        assertThatThrownBy(() -> NpyHeader.parse("coords", Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("coords: 6 numbers of 8 bytes were announced");
        assertThatThrownBy(() -> NpyHeader.parse("coords", Arrays.copyOf(bytes, 40)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ends before its header");
        assertThatThrownBy(() -> NpyHeader.parse("coords", "coordinates".getBytes()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no array of NumPy");
    }
}
