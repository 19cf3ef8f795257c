package org.lowland.io.format;

import java.util.Iterator;
import java.util.List;

/**
 * Reads the records of a file one after the other and holds one at a time. {@link #next()} throws an
 * {@link org.lowland.api.InputException} for a broken record, which names the file, the record and the remedy; the call
 * after it reads the next record. Where damage hides the beginning of the next record, the file ends. Confined to one
 * thread.
 *
 * @param <T> the kind of record
 */
public interface RecordReader<T extends Structure> extends Iterator<T>, AutoCloseable {

    /** {@return the number of the record that was read last, from 1, also of a broken one; 0 before the first} */
    int index();

    /** {@return the title of the record that was read last, as far as it is known; empty when it has none} */
    String title();

    /** {@return what the record that was read last says and is not kept: one sentence each, without a full stop} */
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close();
}
