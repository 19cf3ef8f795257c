package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;

/** Several processes on one file of H2. */
class SharedFileTest {
    @TempDir
    Path folder;

    private String place() {
        return folder.resolve("runs.mv.db").toString();
    }

    @Test
    void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
        ManyWriters.writeAndDie(place(), Map.of(), StoreLocation.parse(place()));
    }

    /** The process that was first serves the others; when it is killed, another one does. */
    @Test
    void goesOnWhenTheFirstProcessIsKilled() throws IOException, InterruptedException {
        try (Writer first = Writer.start(place(), Map.of(), 0, 100_000, 10)) {
            first.await(50);
            try (StructureStore second = StructureStore.open(StoreLocation.parse(place()))) {
                second.add(Records.results(200_000, 200_010));
                first.kill();
                assertThat(second.add(Records.results(200_005, 200_020))).isEqualTo(10);
                first.acknowledged().forEach(number -> assertThat(second.find(Records.key(number)))
                        .isPresent());
                try (Writer third = Writer.start(place(), Map.of(), 200_000, 200_100, 50)) {
                    third.finish();
                }
                assertThat(second.find(Records.key(200_099))).isPresent();
            }
        }
    }

    @Test
    void saysThatTheFileIsTaken() throws IOException, InterruptedException {
        String alone = "jdbc:h2:file:" + folder.resolve("runs");
        try (Writer first = Writer.start(alone, Map.of(StoreLocation.USER, "sa"), 0, 100_000, 10)) {
            first.await(10);
            assertThatThrownBy(() -> StructureStore.open(StoreLocation.parse(place())))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another program has the store open");
        }
    }
}
