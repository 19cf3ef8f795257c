package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfReader;
import org.lowland.io.format.XyzReader;

class OptimizeCommandTest {
    @TempDir
    Path folder;

    @Test
    void relaxesAndSaysHow() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER, Sdf.CHIRAL);
        Path out = folder.resolve("out.sdf");

        Cli cli = Cli.optimize(in, "-o", out, "--json", "-");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("2 structures: 2 converged").contains("written to " + out);
        List<JsonNode> lines = json(cli.lines());
        assertThat(lines).hasSize(2);
        assertThat(fields(lines.get(0)))
                .containsExactly(
                        "index",
                        "title",
                        "formula",
                        "energy_eV",
                        "fmax_eV_per_A",
                        "steps",
                        "evaluations",
                        "converged",
                        "reason",
                        "identity",
                        "seconds",
                        "potential",
                        "optimizer",
                        "seed",
                        "uncertainty_eV",
                        "force_uncertainty_eV_per_A");
        JsonNode water = lines.get(0);
        assertThat(water.get("index").intValue()).isEqualTo(1);
        assertThat(water.get("title").textValue()).isEqualTo("water");
        assertThat(water.get("formula").textValue()).isEqualTo("H2O");
        assertThat(water.get("energy_eV").doubleValue()).isBetween(0.0, 1e-4);
        assertThat(water.get("fmax_eV_per_A").doubleValue()).isBetween(0.0, 0.01);
        assertThat(water.get("converged").booleanValue()).isTrue();
        assertThat(water.get("reason").textValue()).isEqualTo("CONVERGED");
        assertThat(water.get("identity").textValue()).isEqualTo("KEPT");
        assertThat(water.get("optimizer").textValue()).isEqualTo("toy-descent");
        assertThat(water.get("seed").intValue()).isZero();
        assertThat(water.get("evaluations").intValue())
                .isEqualTo(water.get("steps").intValue() + 1);
        assertThat(lines.get(1).get("formula").textValue()).isEqualTo("C2H4ClF");

        List<MoleculeRecord> records = sdf(out);
        assertThat(records).extracting(MoleculeRecord::title).containsExactly("water", "chiral");
        assertThat(records.get(0).tag("melting point")).contains("273.15");
        assertThat(records.get(0).tag("lowland.converged")).contains("true");
        assertThat(records.get(0).tag("lowland.reason")).contains("CONVERGED");
        assertThat(records.get(0).tag("lowland.identity")).contains("KEPT");
        assertThat(records.get(0).tag("lowland.potential")).contains("toy");
        assertThat(records.get(0).tag("lowland.steps"))
                .contains(water.get("steps").asText());
        assertThat(records.get(0).tag("lowland.uncertainty.eV")).contains("0.250000");
        assertThat(records.get(0).tag("lowland.force_uncertainty.eV_per_A")).contains("0.500000");
        assertThat(Double.parseDouble(records.get(0).tag("lowland.energy.eV").orElseThrow()))
                .isCloseTo(water.get("energy_eV").doubleValue(), within(1e-8));
        assertThat(Double.parseDouble(
                        records.get(0).tag("lowland.fmax.eV_per_A").orElseThrow()))
                .isCloseTo(water.get("fmax_eV_per_A").doubleValue(), within(1e-6));
        assertThat(Smiles.canonical(records.get(1).molecule()))
                .isEqualTo(Smiles.canonical(sdf(in).get(1).molecule()))
                .contains("@");
    }

    @Test
    void tellsWhatThePotentialDoubts() throws IOException {
        Path in = folder.resolve("in.xyz");
        Files.writeString(in, "3\nname=sulfide\nS 0 0 0\nH 0 1 1\nH 0 1 -1\n");
        Path out = folder.resolve("out.xyz");

        Cli run = Cli.optimize(in, "-o", out, "--json", "-");

        JsonNode line = json(run.lines()).get(0);
        assertThat(line.get("uncertainty_eV").doubleValue()).isEqualTo(0.25);
        assertThat(line.get("force_uncertainty_eV_per_A").doubleValue()).isEqualTo(0.5);
        assertThat(line.get("doubt").textValue()).isEqualTo("nothing is known of atom 1 (S)");
        assertThat(run.err())
                .contains("warning: nothing is known of atom 1 (S)")
                .contains("sulfide");
        assertThat(Files.readString(out))
                .contains("lowland_uncertainty_eV=0.250000")
                .contains("lowland_force_uncertainty_eV_per_A=0.500000")
                .contains("lowland_doubt=\"nothing is known of atom 1 (S)\"");
    }

    @Test
    void aRelaxedStructureTakesNoStep() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);
        Path once = folder.resolve("once.sdf");
        assertThat(Cli.optimize(in, "-o", once, "--fmax", "0.005").code()).isZero();

        Cli again = Cli.optimize(once, "-o", folder.resolve("twice.sdf"), "--json", "-", "--quiet");

        assertThat(json(again.lines()).get(0).get("steps").intValue()).isZero();
        assertThat(again.err()).isEmpty();
    }

    @Test
    void notConverged() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);
        Path out = folder.resolve("out.sdf");

        Cli cli = Cli.optimize(in, "-o", out, "--steps", "1", "--json", folder.resolve("log.json"));

        assertThat(cli.code()).isEqualTo(3);
        assertThat(cli.err())
                .contains("in.sdf, record 1 (water): not converged: STEP_LIMIT after 1 steps")
                .contains("raise --steps");
        assertThat(sdf(out).get(0).tag("lowland.converged")).contains("false");
        JsonNode line = json(Files.readAllLines(folder.resolve("log.json"))).get(0);
        assertThat(line.get("converged").booleanValue()).isFalse();
        assertThat(line.get("reason").textValue()).isEqualTo("STEP_LIMIT");
    }

    @Test
    void brokenBondsAreReported() throws IOException {
        String stretched = Sdf.WATER.replace("    0.9572   -0.4692 H", "    2.9572   -0.4692 H");
        Path in = Sdf.write(folder.resolve("in.sdf"), stretched, Sdf.WATER);
        Path out = folder.resolve("out.sdf");

        Cli cli = Cli.optimize(in, "-o", out, "--fix", "1-3", "--json", "-");

        assertThat(cli.code()).isEqualTo(4);
        assertThat(cli.err()).contains("in.sdf, record 1 (water): bonds broke or formed");
        assertThat(json(cli.lines()).get(0).get("identity").textValue()).isEqualTo("BONDS_CHANGED");
        assertThat(sdf(out).get(0).tag("lowland.identity")).contains("BONDS_CHANGED");
    }

    @Test
    void fixedAtomsStay() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);
        Path out = folder.resolve("out.sdf");

        assertThat(Cli.optimize(in, "-o", out, "--fix", "1,3").code()).isZero();

        assertThat(Files.readString(out))
                .contains("    0.0000    0.0000    0.1173 O   0  0\n")
                .contains("    0.0000   -0.7572   -0.4692 H   0  0\n")
                .doesNotContain("    0.9572   -0.4692");
    }

    @Test
    void constrainedCoordinatesAreReachedAndHeld() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);
        Path out = folder.resolve("out.xyz");

        Cli cli = Cli.run(
                "optimize",
                in,
                "-o",
                out,
                "--potential",
                "toy",
                "--optimizer",
                "lbfgs",
                "--fix",
                "1",
                "--constrain",
                "angle 2 1 3 = 120",
                "--constrain",
                "distance 1 2");

        assertThat(cli.code()).as(cli.err()).isZero();
        try (XyzReader reader = XyzReader.open(out)) {
            AtomicSystem held = reader.next().system();
            assertThat(new Angle(1, 0, 2).value(held.positions())).isCloseTo(Math.toRadians(120), within(2e-6));
            assertThat(new Distance(0, 1).value(held.positions())).isCloseTo(Math.hypot(0.9572, 0.5865), within(1e-6));
            assertThat(held.position(0, 2)).isEqualTo(0.1173);
        }
    }

    @Test
    void anOptimizerThatDidOtherwiseSaysSoOnce() throws IOException {
        String pair = "2\n\nAr 0 0 0\nAr 0 0 3.2\n";
        Path in = Files.writeString(folder.resolve("in.xyz"), pair + pair);

        Cli cli = Cli.run("optimize", in, "-o", folder.resolve("out.xyz"), "--potential", "toy-argon");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).containsOnlyOnce("'rfo' went on by L-BFGS in Cartesian coordinates: the atoms form no");
    }

    @Test
    void extendedXyzKeepsEverythingAndGetsLabels() throws IOException {
        Path in = Files.writeString(
                folder.resolve("in.xyz"),
                """
                2
                Properties=species:S:1:pos:R:3:tags:I:1:forces:R:3 name=pair source="a b" energy=5
                Ar 0 0 0 7 1 2 3
                Ar 0 0 3.2 8 1 2 3
                3
                three of them
                Ar 0 0 0
                Ar 0 0 3.2
                Ar 0 2.9 1.0
                """);
        Path out = folder.resolve("out.xyz.gz");

        Cli cli = Cli.run(
                "optimize", in, "-o", out, "--potential", "toy-argon", "--optimizer", "toy-descent", "--json", "-");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(json(cli.lines()))
                .extracting(line -> line.get("title").textValue())
                .containsExactly("pair", "three of them");
        try (XyzReader reader = XyzReader.open(out)) {
            LabelledFrame pair = reader.next();
            assertThat(pair.info()).containsEntry("source", "a b").containsEntry("lowland_converged", "T");
            assertThat(pair.evaluation().orElseThrow().energy()).isBetween(0.0, 1e-4);
            assertThat(pair.columns()).hasSize(1);
            assertThat(pair.system().position(1, 2) - pair.system().position(0, 2))
                    .isCloseTo(3.0, within(1e-3));
            assertThat(reader.next().title()).isEqualTo("three of them");
        }
    }

    @Test
    void smilesAreBuiltAndWrittenAsXyz() throws IOException {
        Path in = Files.writeString(folder.resolve("in.smi"), "C[C@H](O)F first one\nCC second\n");
        Path out = folder.resolve("out.xyz");

        Cli cli = Cli.optimize(in, "-o", out);

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("XYZ holds no bonds");
        try (XyzReader reader = XyzReader.open(out)) {
            LabelledFrame frame = reader.next();
            assertThat(frame.title()).isEqualTo("first one");
            assertThat(frame.system().size()).isEqualTo(9);
            assertThat(frame.evaluation()).isPresent();
        }
    }

    @Test
    void bareAtomsGetBondsForSdf() throws IOException {
        Path in =
                Files.writeString(folder.resolve("in.xyz"), "3\nwater\nO 0 0 0.12\nH 0 0.95 -0.47\nH 0 -0.76 -0.47\n");
        Path out = folder.resolve("out.sdf");

        Cli cli = Cli.optimize(in, "-o", out, "--charge", "0");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err())
                .contains("in.xyz, record 1 (water): no bonds are given")
                .contains("check them");
        assertThat(sdf(out).get(0).molecule().getBondCount()).isEqualTo(2);
    }

    @Test
    void everySeedHasALineAndTheLowestIsKept() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER, Sdf.CHIRAL);
        Path out = folder.resolve("out.sdf");

        Cli cli = Cli.run(
                "optimize",
                in,
                "-o",
                out,
                "--potential",
                "toy",
                "--optimizer",
                "toy-search",
                "--seeds",
                3,
                "--json",
                "-",
                "--threads",
                2);

        assertThat(cli.code()).as(cli.err()).isZero();
        List<JsonNode> lines = json(cli.lines());
        assertThat(lines).extracting(l -> l.get("seed").intValue()).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(lines).extracting(l -> l.get("index").intValue()).containsExactly(1, 1, 1, 2, 2, 2);
        double lowest = lines.stream()
                .limit(3)
                .mapToDouble(l -> l.get("energy_eV").doubleValue())
                .min()
                .orElseThrow();
        assertThat(Double.parseDouble(sdf(out).get(0).tag("lowland.energy.eV").orElseThrow()))
                .isCloseTo(lowest, within(1e-8));
    }

    @Test
    void trajectoriesEndWhereTheResultIs() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);
        Path frames = folder.resolve("frames.xyz");

        Cli cli = Cli.optimize(in, "-o", folder.resolve("out.sdf"), "--trajectory", frames, "--json", "-");

        JsonNode line = json(cli.lines()).get(0);
        try (XyzReader reader = XyzReader.open(frames)) {
            List<LabelledFrame> all = reader.stream().toList();
            assertThat(all).hasSize(line.get("steps").intValue() + 1);
            assertThat(all.get(0).system().position(1, 1)).isEqualTo(0.9572);
            assertThat(all.get(all.size() - 1).energy().orElseThrow())
                    .isEqualTo(line.get("energy_eV").doubleValue());
        }
    }

    @Test
    void standardInput() {
        Cli cli = Cli.runOn(
                Sdf.WATER,
                "optimize",
                "-",
                "--from",
                "sdf",
                "-o",
                folder.resolve("out.sdf"),
                "--potential",
                "toy",
                "--optimizer",
                "toy-descent");

        assertThat(cli.code()).as(cli.err()).isZero();
    }

    @Test
    void manyRecordsInPieces() throws IOException {
        String[] records = new String[600];
        for (int k = 0; k < records.length; k++) {
            records[k] = Sdf.titled(k % 100 == 50 ? Sdf.CHIRAL.replace(" Cl ", " Na ") : Sdf.WATER, "m" + k);
        }
        Path in = Sdf.write(folder.resolve("in.sdf.gz"), records);
        Path out = folder.resolve("out.sdf");

        Cli cli = Cli.optimize(in, "-o", out, "--json", "-");

        assertThat(cli.code()).isEqualTo(4);
        assertThat(json(cli.lines()))
                .extracting(line -> line.get("index").intValue())
                .hasSize(600)
                .isSorted();
        assertThat(sdf(out)).hasSize(594);
        assertThat(cli.err())
                .contains("600 structures: 594 converged, 0 not converged, 0 another molecule than before,"
                        + " 6 failed");
    }

    private static List<MoleculeRecord> sdf(Path file) {
        List<MoleculeRecord> records = new ArrayList<>();
        try (SdfReader reader = SdfReader.open(file)) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }

    static List<JsonNode> json(List<String> lines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
