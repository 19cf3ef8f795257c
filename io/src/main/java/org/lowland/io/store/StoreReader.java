package org.lowland.io.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/** Reads the structures of a store in the order in which they came in, a hundred at a time. Confined to one thread. */
public final class StoreReader implements RecordReader<Structure> {
    private static final int PAGE = 100;

    private final StructureStore store;
    private final boolean owning;
    private final Queue<StoredRecord> page = new ArrayDeque<>();
    private long last;
    private boolean ended;
    private int index;
    private String title = "";

    StoreReader(StructureStore store, boolean owning) {
        this.store = store;
        this.owning = owning;
    }

    /**
     * Opens a store and reads its structures.
     *
     * @param location where
     * @return a reader, which closes the store with itself
     * @throws org.lowland.api.InputException when there is no such store or it cannot be opened
     */
    public static StoreReader open(StoreLocation location) {
        return new StoreReader(StructureStore.openExisting(location), true);
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            List<StoredRecord> more = store.list(last, PAGE);
            page.addAll(more);
            ended = more.size() < PAGE;
        }
        return !page.isEmpty();
    }

    @Override
    public Structure next() {
        return nextRecord().structure();
    }

    /**
     * The next record with all that is known of it.
     *
     * @return the record
     */
    public StoredRecord nextRecord() {
        if (!hasNext()) {
            throw new NoSuchElementException(store.location() + " has no more records");
        }
        StoredRecord record = page.remove();
        last = record.id();
        index++;
        title = record.structure().title();
        return record;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void close() {
        if (owning) {
            store.close();
        }
    }
}
