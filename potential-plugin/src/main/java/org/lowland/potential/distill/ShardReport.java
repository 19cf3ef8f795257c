package org.lowland.potential.distill;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.io.file.WholeFile;

/**
 * What became of a shard beside its frames; kept in a file beside them, so that a run that goes on after a kill can tell it
 * all at its end.
 *
 * @param seconds of work
 * @param dropped how many were left out, by reason
 */
record ShardReport(double seconds, Map<Dropped, Integer> dropped) {
    ShardReport {
        dropped = Map.copyOf(dropped);
    }

    /** Reads the file of a shard. */
    static ShardReport read(Path file) {
        try {
            return new ObjectMapper().readValue(file.toFile(), ShardReport.class);
        } catch (IOException e) {
            throw new InputException(
                    file + ": this report of a shard cannot be read; remove it and the frames beside it, and give"
                            + " --resume to make them again",
                    e);
        }
    }

    void write(Path file) {
        try {
            WholeFile.write(file, new ObjectMapper().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    /** Counts what is dropped, as it comes. */
    static Map<Dropped, Integer> counter() {
        return new EnumMap<>(Dropped.class);
    }
}
