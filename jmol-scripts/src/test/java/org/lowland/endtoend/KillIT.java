package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
    private static final int COPIES = 200;

    @TempDir
    Path folder;

    @Test
    void aKilledRunLeavesNothingUnderTheNameOfItsOutput() throws Exception {
        String aspirin = Files.readString(Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf"));
        Path batch =
                Files.writeString(folder.resolve("batch.sdf"), String.join("", Collections.nCopies(COPIES, aspirin)));
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
