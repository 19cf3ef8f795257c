package org.lowland.io.dataset;

import java.util.Iterator;

/**
 * The structures of a file one after the other. {@link #next()} throws an {@link org.lowland.api.InputException} where
 * arrays cannot be read or do not fit together; the call after it gives the first structure behind them. Confined to one
 * thread.
 */
interface ArrayFrames extends Iterator<ArrayFrame>, AutoCloseable {

    @Override
    void close();
}
