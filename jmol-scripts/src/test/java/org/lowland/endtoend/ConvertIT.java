package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lowland.endtoend.Distribution.lowland;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command.Outcome;

class ConvertIT {
    @TempDir
    Path folder;

    @Test
    void sdfAndXyzHoldTheSameAtoms() throws Exception {
        Path start = Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf");
        Path xyz = folder.resolve("aspirin.xyz");
        Path zipped = folder.resolve("aspirin.sdf.gz");

        assertThat(lowland(folder, "convert", start, xyz).code()).isZero();
        assertThat(lowland(folder, "convert", start, zipped).code()).isZero();
        assertThat(lowland(folder, "convert", zipped, folder.resolve("again.sdf"))
                        .code())
                .isZero();

        assertThat(Files.readAllLines(xyz)).hasSize(23).startsWith("21");
        SdfRecord before = SdfRecord.read(start).get(0);
        SdfRecord after = SdfRecord.read(folder.resolve("again.sdf")).get(0);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() throws Exception {
        Outcome outcome = lowland(
                folder,
                "convert",
                Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf"),
                folder.resolve("aspirin.nonsense"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("nonsense", "sdf", "xyz").doesNotContain("\tat ");
    }
}
