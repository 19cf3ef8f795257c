package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellOptionsTest {
    private static final Path SALT = Path.of("src/test/resources/crystals/cubic-Fm-3m.cif");

    @TempDir
    private Path folder;

    @Test
    void supercellsAndPrimitiveCells() {
        assertThat(Cli.run("convert", SALT, "-", "--to", "poscar", "--supercell", "2x1x3")
                        .lines())
                .anyMatch(line -> line.strip().startsWith("11.28"))
                .contains(" 4 4".repeat(6))
                .hasSize(8 + 6 * 8);
        Cli primitive = Cli.run("convert", SALT, "-", "--to", "xyz", "--primitive");
        assertThat(primitive.code()).isZero();
        assertThat(primitive.out()).startsWith("2\n");
        assertThat(Cli.run("convert", SALT, "-", "--to", "xyz", "--primitive", "--supercell", "2x2x2")
                        .out())
                .startsWith("16\n");
        assertThat(Cli.run("convert", SALT, "-", "--to", "xyz", "--niggli").out())
                .startsWith("8\n");
    }

    @Test
    void forcesOfAPrimitiveCellAreLeftOutWithAWord() throws IOException {
        Path in = Files.writeString(
                folder.resolve("in.xyz"),
                "2\nLattice=\"4 0 0 0 4 0 0 0 8\" Properties=species:S:1:pos:R:3:forces:R:3 energy=-4\n"
                        + "Ar 0 0 0 0 0 1\nAr 0 0 4 0 0 -1\n");
        Cli repeated = Cli.run("convert", in, "-", "--to", "xyz", "--supercell", "1x1x2");
        assertThat(repeated.out()).contains("energy=-8");
        assertThat(repeated.lines().get(5)).contains("12.00000000").contains("-1.00000000");
        Cli primitive = Cli.run("convert", in, "-", "--to", "xyz", "--primitive");
        assertThat(primitive.out()).startsWith("1\n").doesNotContain("energy");
        assertThat(primitive.err()).contains("are not those of the primitive cell: left out");
        assertThat(Cli.run("convert", in, "-", "--to", "xyz", "--primitive", "--strict")
                        .code())
                .isEqualTo(4);
    }

    @Test
    void whatHasNoCellIsRefused() throws IOException {
        Path in = Files.writeString(folder.resolve("in.xyz"), "1\n\nAr 0 0 0\n");
        Cli cli = Cli.run("convert", in, "-", "--to", "xyz", "--supercell", "2x2x2");
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).contains("it has no cell");
        assertThat(Cli.run("convert", SALT, "-", "--to", "xyz", "--supercell", "2x2")
                        .err())
                .contains("'2x2' is no supercell");
        assertThat(Cli.run("convert", SALT, "-", "--to", "xyz", "--supercell", "100x100x100")
                        .err())
                .contains("more than the limit of 500000")
                .contains("--max-atoms");
        assertThat(Cli.run("convert", SALT, "-", "--to", "xyz", "--niggli", "--primitive")
                        .err())
                .contains("leave --niggli out");
    }
}
