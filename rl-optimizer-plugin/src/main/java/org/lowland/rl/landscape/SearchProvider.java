package org.lowland.rl.landscape;

import java.util.Objects;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.spi.OptimizerProvider;

/** A provider of searches, by name and description. */
public abstract class SearchProvider implements OptimizerProvider {
    private final String id;
    private final String description;

    /**
     * A provider.
     *
     * @param id of its optimizer
     * @param description one line
     */
    protected SearchProvider(String id, String description) {
        this.id = Objects.requireNonNull(id);
        this.description = Objects.requireNonNull(description);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final OptimizerKind kind() {
        return OptimizerKind.SEARCH;
    }
}
