package org.lowland.api.optimize;

import java.util.concurrent.atomic.AtomicBoolean;

/** A switch, thrown once from any thread, that ends a loop after the evaluation under way. Thread-safe. */
public final class Cancellation {
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Asks the loop to stop. */
    public void request() {
        requested.set(true);
    }

    /** {@return whether somebody asked the loop to stop} */
    public boolean isRequested() {
        return requested.get();
    }
}
