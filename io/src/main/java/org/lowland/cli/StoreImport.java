package org.lowland.cli;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.cli.batch.Entry;
import org.lowland.io.format.Structure;
import org.lowland.io.store.Deposit;
import org.lowland.io.store.Provenance;
import org.lowland.io.store.StoreLocation;
import org.lowland.io.store.StructureStore;

/**
 * Takes structures into a store as they are, a thousand in a transaction; with {@code --strict} all in one, so that the
 * first broken record leaves nothing. What comes from another store keeps its provenance, ending, key and time, unless its
 * cell is changed. Confined to one thread.
 */
final class StoreImport implements ConversionTarget {
    private static final int BATCH = 1000;

    private final StructureStore store;
    private final Provenance provenance = Provenance.imported(new Version().getVersion()[0]);
    private final boolean strict;
    private final CellOptions.Change cells;
    private final LossReport losses;
    private final Common common;
    private final List<Deposit> waiting = new ArrayList<>();
    private long taken;
    private long added;

    /**
     * Opens the store.
     *
     * @param location where
     * @param strict whether a loss or a broken record is an error
     * @param cells what becomes of the cells of crystals before
     * @param losses told what is lost by that
     * @param common told how many were there already
     */
    StoreImport(StoreLocation location, boolean strict, CellOptions.Change cells, LossReport losses, Common common) {
        this.store = StructureStore.open(location);
        this.cells = cells;
        this.losses = losses;
        this.strict = strict;
        this.common = common;
    }

    @Override
    public void write(Entry entry) {
        Structure structure = cells.apply(entry.structure(), what -> lose(entry, what));
        boolean asItWas = structure == entry.structure();
        waiting.add(entry.stored()
                .filter(record -> asItWas)
                .map(Deposit::again)
                .orElseGet(() -> Deposit.of(structure, provenance)));
        if (!strict && waiting.size() == BATCH) {
            flush();
        }
    }

    private void lose(Entry entry, String what) {
        if (strict) {
            throw new InputException(what + "; leave --strict out to accept that");
        }
        losses.lost(entry.located(what), what);
    }

    @Override
    public void commit() {
        flush();
        if (added < taken) {
            common.note(taken - added + " of them were in the store already");
        }
    }

    private void flush() {
        added += store.add(waiting);
        taken += waiting.size();
        waiting.clear();
    }

    @Override
    public void close() {
        store.close();
    }
}
