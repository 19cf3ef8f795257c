package org.lowland.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lowland.api.LowlandException;

/** Cuts the records of all inputs into pieces that fit into memory, each record prepared or with what is wrong with it. */
final class Chunks {
    private static final int MOST_RECORDS = 256;
    private static final int MOST_ATOMS = 20_000;

    private final Inputs inputs;
    private final Function<Entry, Preparation.Prepared> preparation;

    /**
     * Cuts inputs.
     *
     * @param inputs the records
     * @param preparation makes a record ready, or throws what is wrong with it
     */
    Chunks(Inputs inputs, Function<Entry, Preparation.Prepared> preparation) {
        this.inputs = inputs;
        this.preparation = preparation;
    }

    /**
     * One record.
     *
     * @param entry where it comes from
     * @param prepared what is to be computed; empty when it cannot be used
     * @param error what is wrong with it, located; empty when it can be used
     * @param cause where that came from
     */
    record Item(Entry entry, Optional<Preparation.Prepared> prepared, String error, Optional<RuntimeException> cause) {}

    /** The next piece; empty at the end. */
    List<Item> next() {
        List<Item> items = new ArrayList<>();
        int atoms = 0;
        while (items.size() < MOST_RECORDS && atoms < MOST_ATOMS && inputs.hasNext()) {
            Item item = item(inputs.next());
            atoms += item.prepared().map(p -> p.system().size()).orElse(0);
            items.add(item);
        }
        return items;
    }

    boolean isLast() {
        return !inputs.hasNext();
    }

    private Item item(Entry entry) {
        try {
            return new Item(entry, Optional.of(preparation.apply(entry)), "", Optional.empty());
        } catch (RuntimeException e) {
            return failed(entry, e);
        }
    }

    /** A record that cannot be used; an exception that nobody foresaw spoils only its own record. */
    static Item failed(Entry entry, RuntimeException e) {
        String message = e instanceof LowlandException ? e.getMessage() : "this is a defect of Lowland: " + e;
        return new Item(entry, Optional.empty(), entry.located(message), Optional.of(e));
    }
}
