package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.potential.command.CommandTest;
import org.lowland.test.Structures;

/** A foreign model behind the command line. */
class TorchScriptCommandTest extends CommandTest {
    @TempDir
    Path folder;

    @Test
    void relaxesWithAForeignModel() throws Exception {
        Path in = folder.resolve("in.xyz");
        try (XyzWriter writer = XyzWriter.create(in)) {
            writer.write(LabelledFrame.of(Structures.water()));
            writer.commit();
        }
        Path relaxed = folder.resolve("out.xyz");
        String potential = "torchscript?path=" + Archives.file("morse.pt");
        assertThat(run("optimize", in, "-o", relaxed, "--potential", potential))
                .as(err)
                .isIn(0, 4);
        assertThat(Files.readString(relaxed)).contains("energy=").contains("converged=T");
    }

    @Test
    void explainsItsOptions() {
        assertThat(run("backends", "torchscript")).isZero();
        assertThat(out).contains("path", "declaration", "device", "lowland.yaml");
    }
}
