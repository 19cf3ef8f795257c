package org.lowland.io.format;

import java.util.List;

/** Appends structures to the content of a file, each of them whole or not at all. Confined to one thread. */
@FunctionalInterface
public interface RecordAppender {

    /**
     * Appends a structure.
     *
     * @param structure of a kind that the format holds
     * @throws org.lowland.api.InputException when the format cannot hold it or the disk refuses
     */
    void append(Structure structure);

    /** {@return what was lost of the structure that was appended last, beyond what the features of the format tell} */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * Appends what stands behind the last structure.
     *
     * @throws org.lowland.api.InputException when the disk refuses
     */
    default void finish() {
        // most formats end with their last structure
    }
}
