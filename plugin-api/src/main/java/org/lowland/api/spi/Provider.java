package org.lowland.api.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every pluggable thing tells about itself. Implementations are stateless, thread-safe and cheap to instantiate:
 * the loader makes one of each before it knows which is wanted.
 */
public interface Provider {

    /** {@return a short name: lower-case letters, digits and hyphens, starting with a letter} */
    String id();

    /** {@return one line for lists} */
    String description();

    /** {@return how it stands in this installation, for lists: what computes it, what is missing; empty when nothing can vary} */
    default Optional<String> status() {
        return Optional.empty();
    }

    /** {@return the order in lists and, among providers of one id, which wins: the higher; 0 unless said otherwise} */
    default int rank() {
        return 0;
    }

    /** {@return the options that {@code create} reads; others are refused} */
    default List<OptionSpec<?>> options() {
        return List.of();
    }

    /**
     * What there is to read of what these options would make, where something of it was learned: how it came about, on
     * what data, and how good it is, for reports.
     *
     * @param options as for {@code create}
     * @return a card in Markdown, headings from the first level; empty where there is none
     */
    default Optional<String> card(Options options) {
        return Optional.empty();
    }

    /**
     * Checksums of the learned files that decide about results beside the one of {@link PotentialProvider#modelChecksum}:
     * the members of a committee and its calibration, a policy.
     *
     * @param options as for {@code create}
     * @return {@link Checksum}s by a name that does not depend on where the files lie, in a fixed order; empty where there
     *     are none
     * @throws org.lowland.api.InputException when a file cannot be read
     */
    default Map<String, String> checksums(Options options) {
        return Map.of();
    }
}
