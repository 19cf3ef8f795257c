package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
    private static final String AMMONIUM =
            "5\nammonium\nN 0 0 0\nH 0.6 0.6 0.6\nH -0.6 -0.6 0.6\nH -0.6 0.6 -0.6\nH 0.6 -0.6 -0.6\n";
    private static final String HYDROXYL = "2\nhydroxyl\nO 0 0 0\nH 0 0 0.97\n";

    @TempDir
    private Path folder;

    @Test
    void contentDecidesBeforeTheName() throws IOException {
        Path named = Files.writeString(folder.resolve("in.sdf"), HYDROXYL);
        Cli cli = Cli.run("convert", named, "-", "--to", "poscar");
        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).contains("POSCAR needs a cell");
        assertThat(Cli.run("convert", named, "-", "--to", "xyz").out()).isEqualTo(plain(HYDROXYL));
        assertThat(Cli.run("convert", named, "-", "--to", "xyz", "--from", "sdf")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void compressedBothWays() {
        Path first = folder.resolve("a.mol2.gz");
        Path smiles = folder.resolve("in.smi");
        write(smiles, "CO methanol\n");
        assertThat(Cli.run("convert", smiles, first).code()).isZero();
        assertThat(Cli.run("convert", first, "-", "--to", "smiles", "--quiet").out())
                .isEqualTo("CO\tmethanol\n");
    }

    @Test
    void chargesThatAreFoundAreSaid() {
        Path in = folder.resolve("in.xyz");
        write(in, AMMONIUM + HYDROXYL);
        Cli found = Cli.run("convert", in, "-", "--to", "smiles");
        assertThat(found.code()).isZero();
        assertThat(found.out()).isEqualTo("[NH4+]\tammonium\n[OH]\thydroxyl\n");
        assertThat(found.err())
                .contains("in.xyz, record 1 (ammonium): no charge is given: the bonds go with a net charge of +1")
                .contains("in.xyz, record 2 (hydroxyl): no charge is given, so it is taken as 0: the bonds leave 1"
                        + " electron unpaired, on atom 1 (O)")
                .contains("SMILES holds no coordinates: left out (2 of 2 structures)");

        write(in, HYDROXYL);
        assertThat(Cli.run("convert", in, "-", "--to", "smiles", "--charge", "-1")
                        .out())
                .isEqualTo("[OH-]\thydroxyl\n");
    }

    @Test
    void strictStopsAtTheFirst() throws IOException {
        Path in = folder.resolve("in.xyz");
        write(in, AMMONIUM + HYDROXYL);
        Path out = folder.resolve("out.sdf");
        Cli strict = Cli.run("convert", in, out, "--strict");
        assertThat(strict.code()).isEqualTo(4);
        assertThat(strict.err())
                .contains("record 1 (ammonium): no charge is given")
                .contains("stopped there (--strict); nothing is written")
                .doesNotContain("hydroxyl");
        assertThat(out).doesNotExist();
        assertThat(Cli.run("convert", in, folder.resolve("copy.xyz"), "--strict")
                        .code())
                .isZero();
        assertThat(folder.resolve("copy.xyz")).hasContent(plain(AMMONIUM + HYDROXYL));
    }

    @Test
    void jmolReadsWhatWeDoNot() {
        Path in = folder.resolve("geometry.in");
        write(
                in,
                "lattice_vector 4 0 0\nlattice_vector 0 5 0\nlattice_vector 0 0 6\natom 0.5 0.5 0.5 Na\natom 2 2 3 Cl\n");
        Cli cli = Cli.run("convert", in, "-", "--to", "poscar");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains(" Na Cl\n 1 1\nDirect\n").contains(" 0.1250000000000000");
    }

    @Test
    void theListTellsWhatIsCarried() {
        assertThat(Cli.run("convert", "--list").out())
                .contains("format", "mol2 ", "cif ", "poscar contcar", "Jmol", "r read, w write");
    }

    private static String plain(String xyz) {
        StringBuilder text = new StringBuilder();
        for (String line : xyz.lines().toList()) {
            String[] words = line.split(" ");
            text.append(
                    words.length == 4
                            ? String.format(
                                    Locale.ROOT,
                                    "%-2s%16.8f%16.8f%16.8f",
                                    words[0],
                                    Double.parseDouble(words[1]),
                                    Double.parseDouble(words[2]),
                                    Double.parseDouble(words[3]))
                            : line);
            text.append('\n');
        }
        return text.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
