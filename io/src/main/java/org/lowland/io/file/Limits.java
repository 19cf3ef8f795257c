package org.lowland.io.file;

import org.lowland.api.InputException;

/**
 * How much of a file is taken at once, so that a hostile or damaged one is refused before it fills the memory. Immutable
 * and thread-safe.
 *
 * @param line characters of one line
 * @param record characters of one record; each line counts {@value #LINE} more, for what an object takes
 * @param atoms of one structure
 * @param unpacked bytes that a compressed file may become
 * @param array bytes of one array of a data set, which is in memory as a whole
 */
public record Limits(int line, long record, int atoms, long unpacked, long array) {
    /** What a line takes beside its characters. */
    static final int LINE = 40;

    private static final Limits STANDARD = new Limits(1 << 22, 1L << 28, 500_000, 1L << 36, 1L << 30);

    public Limits {
        if (line < 1 || record < 1 || atoms < 1 || unpacked < 1 || array < 1) {
            throw new IllegalArgumentException("limits have to be positive");
        }
    }

    /**
     * {@return what is used where nothing else is said: lines of 4 Mi and records of 256 Mi characters, 500,000 atoms,
     * 64 GiB of unpacked data, arrays of 1 GiB}
     */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * The same with another length of lines.
     *
     * @param characters at most
     * @return new limits
     */
    public Limits withLine(int characters) {
        return new Limits(characters, record, atoms, unpacked, array);
    }

    /**
     * The same with another length of records.
     *
     * @param characters at most
     * @return new limits
     */
    public Limits withRecord(long characters) {
        return new Limits(line, characters, atoms, unpacked, array);
    }

    /**
     * The same with another number of atoms.
     *
     * @param count at most
     * @return new limits
     */
    public Limits withAtoms(int count) {
        return new Limits(line, record, count, unpacked, array);
    }

    /**
     * The same with another size of unpacked data.
     *
     * @param bytes at most
     * @return new limits
     */
    public Limits withUnpacked(long bytes) {
        return new Limits(line, record, atoms, bytes, array);
    }

    /**
     * The same with another size of arrays.
     *
     * @param bytes at most
     * @return new limits
     */
    public Limits withArray(long bytes) {
        return new Limits(line, record, atoms, unpacked, bytes);
    }

    /**
     * Refuses structures that are too large.
     *
     * @param count of atoms that a structure has, or claims to have
     * @throws InputException when these are too many
     */
    public void requireAtoms(long count) {
        if (count > atoms) {
            throw new InputException("it says that it has " + count + " atoms, more than the limit of " + atoms
                    + "; where that is right, raise it with --max-atoms");
        }
    }

    /**
     * Refuses arrays that are too large.
     *
     * @param which array, for the message
     * @param bytes that it takes
     * @throws InputException when these are too many
     */
    public void requireArray(String which, long bytes) {
        if (bytes > array) {
            throw new InputException(which + ": unpacked it is more than the limit of " + array
                    + " bytes; where that is right, raise it with --max-array, or split it");
        }
    }
}
