package org.lowland.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One record on its way through a run: it is made ready once, by whichever thread needs it first, for all its seeds.
 * What there is to say of that is kept until its turn comes. Thread-safe.
 */
final class RecordWork {
    private final Entry entry;
    private final BiFunction<Entry, Consumer<String>, Preparation.Prepared> preparation;
    private final List<String> notes = new ArrayList<>();
    private final Optional<Supplier<Outcome>> known;
    private Preparation.Prepared prepared;
    private RuntimeException failure;

    /**
     * Work that has not begun.
     *
     * @param entry the record
     * @param preparation makes it ready, telling what was done to it, or throws what is wrong with it
     */
    RecordWork(Entry entry, BiFunction<Entry, Consumer<String>, Preparation.Prepared> preparation) {
        this(entry, preparation, Optional.empty());
    }

    /**
     * Work whose result may be there already.
     *
     * @param entry the record
     * @param preparation as above
     * @param known what an earlier run has found, so that nothing is left to do
     */
    RecordWork(
            Entry entry,
            BiFunction<Entry, Consumer<String>, Preparation.Prepared> preparation,
            Optional<Supplier<Outcome>> known) {
        this.entry = entry;
        this.preparation = preparation;
        this.known = known;
    }

    Optional<Supplier<Outcome>> known() {
        return known;
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
