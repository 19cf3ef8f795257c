package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
    /** More than are worked on at once, so that results come while others are under way. */
    private static final int SMALL_ONES = 256;

    private static final int LARGE_ONES = 200;
    private static final String HYDROGEN =
            """
            hydrogen
              Lowland           3D

              2  1  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
                0.7600    0.0000    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
              1  2  1  0
            M  END
            $$$$
            """;

    @TempDir
    Path folder;

    @Test
    void aKilledRunLeavesNothingUnderTheNameOfItsOutput() throws Exception {
        String aspirin = Files.readString(Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf"));
        Path batch = Files.writeString(
                folder.resolve("batch.sdf"), HYDROGEN.repeat(SMALL_ONES) + aspirin.repeat(LARGE_ONES));
        Path output = folder.resolve("relaxed.sdf");
        Path lines = folder.resolve("lines.json");

        Process process = Distribution.command(folder, "optimize", batch, "-o", output, "--json", "-")
                .start(lines, folder.resolve("err"));
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (Files.size(lines) == 0 && process.isAlive() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        boolean killedOnTheWay = process.isAlive();
        process.destroyForcibly().waitFor();

        assertThat(killedOnTheWay)
                .as("the batch was too short to be killed in its middle")
                .isTrue();
        assertThat(Files.readString(lines)).as("some molecules were done").isNotEmpty();
        assertThat(output).doesNotExist();
    }
}
