package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.potential.command.CommandTest;
import org.lowland.test.Structures;

/** What a potential is not for is said once in each run of the command line. */
class CaveatsTest extends CommandTest {
    private static final String WARNING =
            "warning: 'aspirin' was made for C9H8O4 alone; for other molecules its energies and forces are guesses";

    @TempDir
    Path folder;

    private Path mixed;

    @BeforeEach
    void write() {
        mixed = folder.resolve("mixed.xyz");
        try (XyzWriter writer = XyzWriter.create(mixed)) {
            writer.write(LabelledFrame.of(Structures.aspirin()));
            writer.write(LabelledFrame.of(Structures.ethanol()));
            writer.write(LabelledFrame.of(Structures.benzene()));
            writer.commit();
        }
    }

    @Test
    void energiesOfOtherMoleculesBringAWarning() {
        assertThat(run("energy", mixed, "--potential", "aspirin")).as(err).isZero();
        assertThat(err).containsOnlyOnce(WARNING).contains("mixed.xyz, record 2");
        run("energy", mixed, "--potential", "organic");
        assertThat(err).doesNotContain("made for");
    }

    @Test
    void soDoRelaxations() throws IOException {
        Path report = folder.resolve("report.html");
        run(
                "optimize",
                mixed,
                "-o",
                folder.resolve("out.xyz"),
                "--potential",
                "aspirin",
                "--steps",
                "2",
                "--report",
                report);
        assertThat(err).containsOnlyOnce(WARNING).contains("mixed.xyz, record 2");
        assertThat(Files.readString(report)).contains("made for", "C9H8O4");
    }
}
