package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitOptionsTest {
    private static final String FRAMES = "2\nlarge\nHe 0 0 0\nHe 0 0 4\n1\nsmall\nHe 0 0 0\n";

    @TempDir
    private Path folder;

    @Test
    void whatIsTooLargeIsNamedAndPassedOver() throws IOException {
        Path in = Files.writeString(folder.resolve("in.xyz"), FRAMES);
        Path out = folder.resolve("out.xyz");
        Cli cli = Cli.run("convert", in, out, "--max-atoms", "1");
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err())
                .contains(
                        "in.xyz, frame 1 (large): it says that it has 2 atoms, more than the limit of 1; where that is"
                                + " right, raise it with --max-atoms");
        assertThat(Files.readString(out)).contains("small").doesNotContain("large");
        assertThat(Cli.run("convert", in, out, "--max-atoms", "2").code()).isZero();
        assertThat(Files.readString(out)).contains("small").contains("large");
    }

    @Test
    void theOtherLimits() throws IOException {
        Path in = Files.writeString(folder.resolve("in.smi"), "C".repeat(2000) + "\n");
        Path out = folder.resolve("out.smi");
        Cli line = Cli.run("convert", in, out, "--max-line", "1k");
        assertThat(line.code()).isEqualTo(2);
        assertThat(line.err())
                .contains("line 1 is longer than the limit of 1024 characters")
                .contains("--max-line");
        assertThat(out).doesNotExist();
        assertThat(Cli.run("convert", in, out, "--max-record", "2000").err()).contains("--max-record");
        Path packed = folder.resolve("in.smi.gz");
        assertThat(Cli.run("convert", in, packed, "--max-line", "2k").code()).isZero();
        assertThat(Cli.run("convert", packed, out, "--max-unpacked", "1K").err())
                .contains("--max-unpacked");
        assertThat(Cli.run("convert", packed, out, "--max-unpacked", "1M").code())
                .isZero();
    }

    @Test
    void sizesThatAreNone() {
        for (String size : new String[] {"0", "-1", "many", "9999999999G", "1.5M", ""}) {
            Cli cli = Cli.run("convert", "a.xyz", "b.xyz", "--max-line", size);
            assertThat(cli.code()).as(size).isEqualTo(2);
            assertThat(cli.err()).as(size).contains("size");
        }
    }
}
