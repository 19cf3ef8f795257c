package org.lowland.io.format;

/**
 * Writes records to a file that appears under its name with {@link #commit()}, whole, or not at all. Confined to one
 * thread.
 *
 * @param <T> the kind of record
 */
public interface RecordWriter<T extends Structure> extends AutoCloseable {

    /**
     * Writes one record.
     *
     * @param structure the record
     * @throws org.lowland.api.InputException when the disk refuses or the format cannot hold the record
     */
    void write(T structure);

    /**
     * Makes the file appear.
     *
     * @throws org.lowland.api.InputException when the disk refuses
     */
    void commit();

    /** Drops a file that was not committed. */
    @Override
    void close();
}
