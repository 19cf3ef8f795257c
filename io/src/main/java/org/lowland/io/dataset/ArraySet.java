package org.lowland.io.dataset;

import java.nio.file.Path;
import org.lowland.api.InputException;

/** A format of data sets that holds arrays over many structures. */
interface ArraySet extends DataSetFormat {

    /**
     * The structures of a file in their order, read while they are taken.
     *
     * @param file that is there
     * @param options names and limits
     * @param labelled whether all of them must have an energy and forces
     * @return the structures; to be closed
     * @throws InputException when the file cannot be read or its arrays do not fit together
     */
    ArrayFrames frames(Path file, DataSetOptions options, boolean labelled);

    @Override
    default void read(Path file, DataSetOptions options, SampleMaker into) {
        try (ArrayFrames frames = frames(file, options, true)) {
            frames.forEachRemaining(into::add);
        }
    }
}
