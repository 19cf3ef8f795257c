package org.lowland.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One record on its way through a run: it is made ready once, by whichever thread needs it first, for all its seeds.
 * What there is to say of that is kept until its turn comes. Thread-safe.
 */
final class RecordWork {
    private final Entry entry;
    private final BiFunction<Entry, Consumer<String>, Preparation.Prepared> preparation;
    private final List<String> notes = new ArrayList<>();
    private Preparation.Prepared prepared;
    private RuntimeException failure;

    /**
     * Work that has not begun.
     *
     * @param entry the record
     * @param preparation makes it ready, telling what was done to it, or throws what is wrong with it
     */
    RecordWork(Entry entry, BiFunction<Entry, Consumer<String>, Preparation.Prepared> preparation) {
        this.entry = entry;
        this.preparation = preparation;
    }

    Entry entry() {
        return entry;
    }

    /** The record, ready; always the same, or always the same exception. */
    synchronized Preparation.Prepared prepared() {
        if (failure != null) {
            throw failure;
        }
        if (prepared == null) {
            try {
                prepared = preparation.apply(entry, notes::add);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
        return prepared;
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
