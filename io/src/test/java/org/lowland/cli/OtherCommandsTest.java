package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;

class OtherCommandsTest {
    @TempDir
    Path folder;

    @Test
    void helpAndMistakes() {
        assertThat(Cli.run("--help").out()).contains("optimize", "energy", "convert", "train", "backends");
        assertThat(Cli.run("optimize", "--help").code()).isZero();
        assertThat(Cli.run("help", "convert").out()).contains("--strict");
        assertThat(Cli.run("--version").out()).startsWith("Lowland ");
        assertThat(Cli.run().code()).isEqualTo(2);
        assertThat(Cli.run().err()).contains("Usage: lowland");
        Cli wrong = Cli.run("optimise");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("optimise").contains("--help");
        assertThat(Cli.run("optimize", "x", "-o", "y.sdf", "--nonsense", "x").err())
                .contains("--nonsense");
    }

    @Test
    void energies() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER, Sdf.WATER.replace(" O  ", " P  "), Sdf.CHIRAL);

        Cli table = Cli.run("energy", in, "--potential", "toy", "--forces");
        assertThat(table.code()).isEqualTo(4);
        assertThat(table.err()).contains("in.sdf, record 2 (water): atom 1 (P)");
        assertThat(table.lines()).hasSize(2 + 3 + 8);
        assertThat(table.lines().get(0)).contains("H2O").contains("eV").endsWith("water");

        Cli json = Cli.run("energy", in, "--potential", "toy", "--forces", "--json", "-");
        List<JsonNode> lines = OptimizeCommandTest.json(json.lines());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).get("energy_eV").doubleValue()).isPositive();
        assertThat(lines.get(0).get("forces_eV_per_A")).hasSize(3);
        double sum = 0;
        for (JsonNode force : lines.get(0).get("forces_eV_per_A")) {
            assertThat(force).hasSize(3);
            sum += force.get(1).doubleValue();
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
        assertThat(lines.get(1).get("error").textValue()).contains("atom 1 (P)");
        assertThat(lines.get(2).get("index").intValue()).isEqualTo(3);
        assertThat(Cli.run("energy", in, "--potential", "toy", "--json", "-").out())
                .doesNotContain("forces");
    }

    @Test
    void converting() throws IOException {
        Path sdf = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER, "broken\n$$$$\n", Sdf.CHIRAL);
        Path xyz = folder.resolve("out.xyz");

        Cli cli = Cli.run("convert", sdf, xyz);

        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err())
                .contains("in.sdf, record 2 (broken)")
                .contains("XYZ holds no bonds")
                .contains("2 structures written");
        try (XyzReader reader = XyzReader.open(xyz)) {
            LabelledFrame water = reader.next();
            assertThat(water.title()).isEqualTo("water");
            assertThat(water.info()).containsEntry("melting_point", "273.15");
            assertThat(reader.next().title()).isEqualTo("chiral");
        }
        assertThat(Cli.run("convert", sdf, folder.resolve("strict.xyz"), "--strict")
                        .code())
                .isEqualTo(4);
        assertThat(folder.resolve("strict.xyz")).doesNotExist();

        Path copy = folder.resolve("copy.data");
        assertThat(Cli.run("convert", sdf, copy, "--to", "sdf").code()).isEqualTo(4);
        assertThat(copy).hasContent(Sdf.WATER + Sdf.CHIRAL);
    }

    @Test
    void convertingSmilesBuildsCoordinates() throws IOException {
        Path smiles = Files.writeString(folder.resolve("in.smi"), "C[C@H](F)Cl the title\n");
        Path sdf = folder.resolve("out.sdf.gz");

        Cli cli = Cli.run("convert", smiles, sdf);

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(Sdf.canonical(sdf)).isEqualTo(Smiles.canonical(Smiles.parse("C[C@H](F)Cl")));
    }

    @Test
    void convertingMistakes() {
        assertThat(Cli.run("convert", "--list").out())
                .contains("sdf")
                .contains(".extxyz")
                .contains("smiles");
        assertThat(Cli.run("convert", "a.sdf").err()).contains("needs two files");
        assertThat(Cli.run("convert", "a.sdf", folder.resolve("b.sdf"), "--to", "pbd")
                        .err())
                .contains("There is no format 'pbd'; known: sdf, v3000, xyz, smiles");
        assertThat(Cli.run("convert", "a.sdf", folder.resolve("b.log"), "--to", "gulp")
                        .err())
                .contains("Gulp is read, not written");
        Cli none = Cli.run("convert", folder.resolve("no.sdf"), folder.resolve("b.sdf"));
        assertThat(none.code()).isEqualTo(2);
        assertThat(folder.resolve("b.sdf")).doesNotExist();
    }

    @Test
    void training() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "kind: toy\nsteps: 5\n");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "kind: tyo\n");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "kind: [toy\n");
        Path empty = Files.writeString(folder.resolve("none.yaml"), "steps: 5\n");

        assertThat(Cli.run("train", good, "--resume").err()).isEqualTo("steps 5 resume true\n");
        assertThat(Cli.run("train", good, "--quiet").err()).isEmpty();
        assertThat(Cli.run("train", bad).err()).contains("There is no kind of training 'tyo'; known: toy");
        Path twice = Files.writeString(folder.resolve("twice.yaml"), "kind: toy\nsteps: 5\nsteps: 6\n");
        assertThat(Cli.run("train", twice).err()).contains("twice.yaml: line 3: Duplicate field 'steps'");
        assertThat(Cli.run("train", broken).err())
                .contains("broken.yaml: line 1: while parsing")
                .hasLineCount(1);
        assertThat(Cli.run("train", empty).err()).contains("'kind' is missing; known: toy");
        assertThat(Cli.run("train", folder.resolve("no.yaml")).code()).isEqualTo(2);
    }

    @Test
    void backends() {
        assertThat(Cli.run("backends").out())
                .contains("toy-argon")
                .contains("[local] ")
                .contains("toy-search");
        assertThat(Cli.run("backends", "toy").out())
                .contains("delay")
                .contains("cpu|gpu")
                .endsWith("\n\n# toy\n\nsprings, with 0 ms of delay\n");
        assertThat(Cli.run("backends", "toy?delay=3").out()).contains("with 3 ms");
        assertThat(Cli.run("backends", "toy?dealy=3").err()).contains("no option 'dealy'");
        assertThat(Cli.run("backends", "tyo").err()).contains("There is no potential or optimizer 'tyo'; known: ");
        assertThat(Cli.run("backends", "tyo").code()).isEqualTo(2);
    }
}
