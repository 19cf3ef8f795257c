package org.lowland.cli;

import java.util.Locale;
import org.lowland.io.file.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much of an input file is taken at once: {@code @Mixin private LimitOptions limits;}. */
public final class LimitOptions {
    @Option(
            names = "--max-line",
            paramLabel = "N",
            converter = Size.class,
            description = "longest line that is read, in characters; default 4M (k, M and G are powers of 1024)")
    private Long line;

    @Option(
            names = "--max-record",
            paramLabel = "N",
            converter = Size.class,
            description = "largest record that is read, in characters; default 256M")
    private Long record;

    @Option(
            names = "--max-atoms",
            paramLabel = "N",
            converter = Size.class,
            description = "most atoms of a structure; default 500000")
    private Long atoms;

    @Option(
            names = "--max-unpacked",
            paramLabel = "N",
            converter = Size.class,
            description = "most bytes that a compressed file may become; default 64G")
    private Long unpacked;

    @Option(
            names = "--max-array",
            paramLabel = "N",
            converter = Size.class,
            description = "most bytes of an array of .npz and HDF5; default 1G")
    private Long array;

    /** {@return the limits that were given, and the standard ones for the others} */
    public Limits limits() {
        Limits limits = Limits.standard();
        limits = line == null ? limits : limits.withLine(atMostAnInt(line));
        limits = record == null ? limits : limits.withRecord(record);
        limits = atoms == null ? limits : limits.withAtoms(atMostAnInt(atoms));
        limits = unpacked == null ? limits : limits.withUnpacked(unpacked);
        return array == null ? limits : limits.withArray(array);
    }

    private static int atMostAnInt(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE - 8);
    }

    /** Reads 4096, 64k, 256M and 64G. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            String digits = text.replaceAll("[kKmMgG]$", "");
            int unit = "kmg".indexOf(text.substring(digits.length()).toLowerCase(Locale.ROOT));
            try {
                long factor = digits.length() == text.length() ? 1 : 1L << 10 * (unit + 1);
                long size = Math.multiplyExact(Long.parseLong(digits), factor);
                if (size > 0) {
                    return size;
                }
            } catch (NumberFormatException | ArithmeticException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no size; give a number, or one like 64k, 256M or 1G");
            }
            throw new TypeConversionException("'" + text + "' is no size; give a positive number");
        }
    }
}
