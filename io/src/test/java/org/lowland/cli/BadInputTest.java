package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every input that is wrong has a message that names the file, the record and the remedy, and spoils nothing else. */
class BadInputTest {
    @TempDir
    Path folder;

    private Path good;
    private Path out;

    @BeforeEach
    void prepare() {
        good = Sdf.write(folder.resolve("good.sdf"), Sdf.WATER);
        out = folder.resolve("out.sdf");
    }

    @Test
    void aMissingFile() {
        Path missing = folder.resolve("missing.sdf");

        assertTheRestIsDone(missing, missing + ": there is no such file; check the name");
        assertNothingIsLeft(Cli.optimize(missing, "-o", folder.resolve("none.sdf")), 2);
    }

    @Test
    void anEmptyFile() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.sdf"));

        assertTheRestIsDone(empty, empty + ": the file is empty");
        assertNothingIsLeft(Cli.optimize(empty, "-o", folder.resolve("none.sdf")), 2);
    }

    @Test
    void aFileOfBlankLines() {
        Path blank = Sdf.write(folder.resolve("blank.sdf"), "\n\n\n");

        assertTheRestIsDone(blank, blank + ": the file holds no structure");
    }

    @Test
    void aTruncatedFile() {
        Path cut = Sdf.write(
                folder.resolve("cut.sdf"),
                Sdf.WATER,
                Sdf.titled(Sdf.WATER, "half").substring(0, 150));

        Cli cli = Cli.optimize(cut, good, "-o", out, "--json", "-");

        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err())
                .contains(cut + ", record 2 (half): ")
                .contains("it was cut off")
                .contains("2 converged")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' O   0  0'|' Na  0  0'|atom 1 (Na): 'toy' knows only H C N O F S Cl|choose another potential",
                "' O   0  0'|' P   0  0  0  0  0  2'|atom 1 (P): 'toy' knows only H C N O F S Cl|choose another potential",
                "M  END|M  CHG  1   1   1\\nM  RAD  1   1   2\\nM  END|net charge +1: 'toy' covers only net charge 0|neutralize",
                "' O   0  0'|' N   0  0  0  0  0  2'|spin multiplicity 2 (9 electrons)|check for missing hydrogens",
                "'    0.9572   -0.4692 H'|'    0.0000    0.1172 H'|atom 1 (O) and atom 2 (H) coincide|separate them",
                "'    0.9572   -0.4692 H'|'       nan   -0.4692 H'|the y coordinate of atom 2 (H) is nan|correct it",
                "'  1  3  1  0'|'  1  3  7  0'|it is a pattern|give a molecule",
                "' O   0  0'|' R#  0  0'|atom 1 (R) is not a chemical element|replace it",
                "'  3  2  0'|'  3  1  0'|there are more bonds than the 1|correct",
            })
    void aBadRecord(String part, String broken, String what, String remedy) {
        String bad = Sdf.titled(Sdf.WATER, "bad").replace(part, broken.replace("\\n", "\n"));
        Path mixed = Sdf.write(folder.resolve("mixed.sdf"), Sdf.WATER, bad, Sdf.CHIRAL);

        Cli cli = Cli.optimize(mixed, "-o", out, "--json", "-");

        assertThat(cli.code()).as(cli.err()).isEqualTo(4);
        assertThat(cli.err())
                .contains("mixed.sdf, record 2 (bad): ")
                .contains(what)
                .contains(remedy);
        assertThat(cli.err()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(cli.err()).contains("3 structures: 2 converged");
        assertThat(out).isNotEmptyFile();
        JsonNode failed = line(cli, 1);
        assertThat(failed.get("index").intValue()).isEqualTo(2);
        assertThat(failed.get("title").textValue()).isEqualTo("bad");
        assertThat(failed.get("converged").booleanValue()).isFalse();
        assertThat(failed.get("reason").textValue()).isEqualTo("FAILED");
        assertThat(failed.get("error").textValue())
                .contains("mixed.sdf, record 2 (bad): ")
                .contains(what);
    }

    @Test
    void anOddElectronCount() throws IOException {
        Path radical = Files.writeString(folder.resolve("oh.xyz"), "2\nhydroxyl\nO 0 0 0\nH 0 0 1\n");

        Cli cli = Cli.optimize(radical, "-o", folder.resolve("out.xyz"));

        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err())
                .contains("oh.xyz, record 1 (hydroxyl): spin multiplicity 2 (9 electrons)")
                .contains("check for missing hydrogens");
        assertThat(folder.resolve("out.xyz")).doesNotExist();
    }

    @Test
    void aChargeThatWasAskedFor() {
        Cli cli = Cli.optimize(good, "-o", out, "--charge", "1");

        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).contains("good.sdf, record 1 (water): net charge +1");
    }

    @Test
    void aFlatDrawingIsBuiltAndSaid() throws IOException {
        String flat =
                """
                alanine

                a drawing
                  6  5  0  0  1  0  0  0  0  0999 V2000
                    0.0000    0.0000    0.0000 C   0  0
                    0.8700   -0.5000    0.0000 C   0  0
                    1.7400    0.0000    0.0000 O   0  0
                    0.8700   -1.5000    0.0000 O   0  0
                    0.0000    1.0000    0.0000 N   0  0
                   -0.8700   -0.5000    0.0000 C   0  0
                  1  2  1  0
                  2  3  2  0
                  2  4  1  0
                  1  5  1  1
                  1  6  1  0
                M  END
                > <kept>
                yes

                $$$$
                """;
        Path drawing = Sdf.write(folder.resolve("drawing.sdf"), flat);

        Cli cli = Cli.optimize(drawing, "-o", out);

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err())
                .contains("drawing.sdf, record 1 (alanine): the structure is flat (2D): hydrogens are completed");
        assertThat(Files.readString(out))
                .contains("13 12")
                .contains("> <kept>\nyes\n")
                .contains("\n  Lowland           3D\n");
        assertThat(Sdf.canonical(out)).isEqualTo(Sdf.canonical(drawing)).contains("@");
    }

    @Test
    void missingHydrogens() {
        Path bare = Sdf.write(
                folder.resolve("bare.sdf"),
                Sdf.WATER
                        .replace("  3  2", "  2  1")
                        .replace("    0.0000   -0.7572   -0.4692 H   0  0\n", "")
                        .replace("  1  3  1  0\n", ""));

        Cli cli = Cli.optimize(bare, "-o", out);

        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err())
                .contains("bare.sdf, record 1 (water): atom 1 (O) has 1 implicit hydrogen")
                .contains("give every hydrogen");
    }

    @Test
    void aFolderThatCannotBeWritten() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");

        Cli cli = Cli.optimize(good, "-o", "/proc/self/out.sdf");

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("/proc/self/out.sdf: cannot be written").contains("choose another folder");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertNothingIsLeft(Cli.optimize(good, "-o", folder.resolve("no/out.sdf")), 2, "there is no folder");
    }

    @Test
    void anOutputOfUnknownFormat() {
        assertNothingIsLeft(Cli.optimize(good, "-o", folder.resolve("out.pdq")), 2, "known: .sdf");
    }

    @Test
    void unknownBackends() {
        assertNothingIsLeft(
                Cli.run("optimize", good, "-o", out, "--potential", "tyo", "--optimizer", "toy-descent"),
                2,
                "There is no potential 'tyo'; known: toy, toy-argon");
        assertNothingIsLeft(
                Cli.run("optimize", good, "-o", out, "--potential", "toy", "--optimizer", "toy"),
                2,
                "There is no optimizer 'toy'; known: ");
        assertNothingIsLeft(
                Cli.run("optimize", good, "-o", out, "--potential", "toy?dealy=1", "--optimizer", "toy-descent"),
                2,
                "'toy' has no option 'dealy'; known: delay, device");
        assertNothingIsLeft(
                Cli.run("optimize", good, "-o", out, "--potential", "toy?delay=x", "--optimizer", "toy-descent"),
                2,
                "Option 'delay' of 'toy' is 'x'; give integer");
    }

    @Test
    void noGpu() {
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--device", "gpu"), 2, "'toy' finds no GPU on this machine");
        assertNothingIsLeft(
                Cli.run("energy", good, "--potential", "toy-argon", "--device", "gpu"), 2, "runs on the CPU only");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--device", "tpu"), 2, "known: cpu, gpu");
        assertThat(Cli.optimize(good, "-o", out, "--device", "cpu").code()).isZero();
    }

    @Test
    void badNumbers() {
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--fmax", "-1"), 2, "fmax is -1.0; give a positive force");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--fmax", "x"), 2, "--fmax");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--steps", "-5"), 2, "give 0 or more");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--threads", "0"), 2, "give 1 or more");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--seeds", "0"), 2, "give 1 or more");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--seeds", "2"), 2, "give --seeds to a search only");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--fix", "0"), 2, "is no list of atoms");
        assertNothingIsLeft(Cli.optimize(good, "-o", out, "--fix", "4"), 4, "There is no atom 4 to fix");
        assertNothingIsLeft(
                Cli.optimize(good, "-o", out, "--multiplicity", "2"), 4, "A multiplicity of 2 is impossible");
        assertNothingIsLeft(Cli.optimize("-o", out), 2, "Missing required parameter");
    }

    @Test
    void badConstraints() {
        assertNothingIsLeft(constrained("bond 1 2 = 1"), 2, "'bond 1 2 = 1' is no constraint; write 'distance");
        assertNothingIsLeft(constrained("angle 1 2 = 100"), 2, "takes 3 atoms, not 2");
        assertNothingIsLeft(constrained("angle 2 1 2 = 100"), 2, "has atom 2 twice");
        assertNothingIsLeft(constrained("angle 2 1 3 = 500"), 2, "give a value from 1 to 179");
        assertNothingIsLeft(constrained("distance 1 4 = 1"), 4, "there is no atom 4; the structure has 3");
        assertNothingIsLeft(constrained("distance 1 2 = 1", "distance 2 1 = 1"), 4, "it is given twice");
        assertNothingIsLeft(constrained("distance 1 2 = 1", "distance 2 1 = 2"), 4, "contradicts 'distance 1 2 = 1'");
        assertNothingIsLeft(
                constrained("distance 1 2 = 1", "distance 1 3 = 1", "distance 2 3 = 3"), 4, "no side of a triangle");
        assertNothingIsLeft(
                constrained("distance 1 2", "distance 1 3", "angle 2 1 3", "distance 2 3"), 4, "leave one out");
        assertNothingIsLeft(
                Cli.optimize(good, "-o", out, "--fix", "1-3", "--constrain", "distance 1 2 = 2"),
                4,
                "all its atoms are fixed, and it is 1.12");
        assertNothingIsLeft(
                Cli.optimize(good, "-o", out, "--constrain", "distance 1 2 = 2"),
                4,
                "'toy-descent' does not keep to constraints: 'distance 1 2 = 2' does not hold: it is 1.12");
    }

    private Cli constrained(String... constraints) {
        List<Object> all =
                new ArrayList<>(List.of("optimize", good, "-o", out, "--potential", "toy", "--optimizer", "lbfgs"));
        for (String constraint : constraints) {
            all.add("--constrain");
            all.add(constraint);
        }
        return Cli.run(all.toArray());
    }

    @Test
    void aCellCannotBecomeSdf() throws IOException {
        Path xyz = Files.writeString(
                folder.resolve("in.xyz"),
                "1\nLattice=\"9 0 0 0 9 0 0 0 9\" Properties=species:S:1:pos:R:3 name=x\nAr 0 0 0\n");

        Cli cli = Cli.run("optimize", xyz, "-o", out, "--potential", "toy-argon", "--optimizer", "toy-descent");

        assertNothingIsLeft(
                cli,
                4,
                "in.xyz, record 1 (x): the structure has a unit cell, which formats of molecules have no place for");
    }

    @Test
    void aZwitterionIsComputedWithAWarning() throws IOException {
        Path smiles =
                Files.writeString(folder.resolve("in.smi"), "[NH3+]CC([O-])=O glycine\nC[N+](=O)[O-] nitromethane\n");

        Cli cli = Cli.optimize(smiles, "-o", out);

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err())
                .contains("in.smi, record 1 (glycine): a zwitterion")
                .doesNotContain("nitromethane): a");
    }

    @Test
    void stackTracesOnlyWhenAskedFor() {
        assertThat(Cli.optimize(good, "-o", out, "--device", "gpu", "--verbose").err())
                .contains("\tat ")
                .contains("BackendException");
    }

    private void assertTheRestIsDone(Path bad, String message) {
        Cli cli = Cli.optimize(bad, good, "-o", out, "--json", "-");

        assertThat(cli.code()).as(cli.err()).isEqualTo(4);
        assertThat(cli.err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(cli.lines()).hasSize(2);
        assertThat(line(cli, 0).get("error").textValue()).contains(message);
        assertThat(line(cli, 1).get("converged").booleanValue()).isTrue();
        assertThat(out).isNotEmptyFile();
    }

    private void assertNothingIsLeft(Cli cli, int code, String... messages) {
        assertThat(cli.code()).as(cli.err()).isEqualTo(code);
        assertThat(List.of(messages))
                .allSatisfy(message -> assertThat(cli.err()).contains(message));
        assertThat(cli.err()).isNotEmpty().doesNotContain("\tat ").doesNotContain("Exception");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()).toList())
                    .noneMatch(name -> name.endsWith(".part") || name.startsWith("none") || name.startsWith("out.pdq"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode line(Cli cli, int number) {
        try {
            return OptimizeCommandTest.json(List.of(cli.lines().get(number))).get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
