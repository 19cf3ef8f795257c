package org.lowland.cli.batch;

import java.util.List;
import java.util.Optional;
import org.lowland.api.LowlandException;
import org.lowland.io.format.Structure;
import org.lowland.io.store.StoredRecord;

/** One record of the inputs, or what is known of one that could not be read. */
public final class Entry {
    private final int index;
    private final String where;
    private final String title;
    private final Structure structure;
    private final LowlandException failure;
    private final List<String> remarks;
    private final Optional<StoredRecord> stored;

    private Entry(
            int index,
            String where,
            String title,
            Structure structure,
            LowlandException failure,
            List<String> remarks,
            Optional<StoredRecord> stored) {
        this.index = index;
        this.where = where;
        this.title = title;
        this.structure = structure;
        this.failure = failure;
        this.remarks = List.copyOf(remarks);
        this.stored = stored;
    }

    /**
     * A record that was read.
     *
     * @param index its number over all inputs, from 1
     * @param where it comes from, put before messages about it; may be empty
     * @param structure the record
     * @return the entry
     */
    public static Entry of(int index, String where, Structure structure) {
        return new Entry(index, where, structure.title(), structure, null, List.of(), Optional.empty());
    }

    /**
     * The same entry with what was not kept of it when it was read.
     *
     * @param said sentences without a full stop
     * @return the entry
     */
    Entry saying(List<String> said) {
        return new Entry(index, where, title, structure, failure, said, stored);
    }

    /**
     * The same entry with all that a store knows of it.
     *
     * @param record from which its structure was read
     * @return the entry
     */
    Entry keptAs(StoredRecord record) {
        return new Entry(index, where, title, structure, failure, remarks, Optional.of(record));
    }

    /** {@return all that the store which it was read from knows of it; empty where it comes from elsewhere} */
    public Optional<StoredRecord> stored() {
        return stored;
    }

    /** {@return what the record says and was not kept when it was read; sentences without a full stop} */
    public List<String> remarks() {
        return remarks;
    }

    static Entry broken(int index, String title, LowlandException failure) {
        return new Entry(index, "", title, null, failure, List.of(), Optional.empty());
    }

    /** {@return its number over all inputs, from 1} */
    public int index() {
        return index;
    }

    /** {@return its title; empty when it has none} */
    public String title() {
        return title;
    }

    /** {@return whether it could be read} */
    public boolean isReadable() {
        return structure != null;
    }

    /**
     * What was read.
     *
     * @return the record
     * @throws LowlandException when it could not be read; the message names the file and the record
     */
    public Structure structure() {
        if (failure != null) {
            throw failure;
        }
        return structure;
    }

    /**
     * A message with the file and the record before it.
     *
     * @param message what is to be said
     * @return the message, located
     */
    public String located(String message) {
        return where.isEmpty() ? message : where + ": " + message;
    }

    /**
     * What is wrong with this record; an exception that nobody foresaw spoils only its own record.
     *
     * @param failure what was thrown
     * @return its message, located
     */
    String located(RuntimeException failure) {
        return located(
                failure instanceof LowlandException ? failure.getMessage() : "this is a defect of Lowland: " + failure);
    }
}
