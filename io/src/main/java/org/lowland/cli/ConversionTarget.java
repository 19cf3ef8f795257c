package org.lowland.cli;

import org.lowland.cli.batch.Entry;

/** Where converted structures go. Confined to one thread. */
interface ConversionTarget extends AutoCloseable {

    /**
     * Takes one structure.
     *
     * @param entry which holds it, or throws what is wrong with it
     * @throws org.lowland.api.LowlandException when it cannot be taken
     */
    void write(Entry entry);

    /** Makes all that was taken appear. */
    void commit();

    /** Drops what was not committed. */
    @Override
    void close();
}
