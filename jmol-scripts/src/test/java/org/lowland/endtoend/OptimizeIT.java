package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lowland.endtoend.Distribution.json;
import static org.lowland.endtoend.Distribution.lowland;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command.Outcome;

class OptimizeIT {
    @TempDir
    Path folder;

    @Test
    void aDrugIsRelaxedAndAllElseIsKept() throws Exception {
        Path start = Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf");
        Path end = folder.resolve("relaxed.sdf");

        Outcome outcome = lowland(folder, "optimize", start, "-o", end, "--json", "-");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonNode line = json(outcome.out()).get(0);
        assertThat(json(outcome.out())).hasSize(1);
        assertThat(line.get("title").asText()).isEqualTo("aspirin");
        assertThat(line.get("formula").asText()).isEqualTo("C9H8O4");
        assertThat(line.get("converged").asBoolean()).isTrue();
        assertThat(line.get("reason").asText()).isEqualTo("CONVERGED");
        assertThat(line.get("identity").asText()).isEqualTo("KEPT");
        assertThat(line.get("fmax_eV_per_A").asDouble()).isBetween(0.0, 0.01);
        assertThat(line.get("steps").asInt()).isPositive();
        assertThat(line.get("evaluations").asInt())
                .isGreaterThan(line.get("steps").asInt());

        SdfRecord before = SdfRecord.read(start).get(0);
        SdfRecord after = SdfRecord.read(end).get(0);
        assertThat(SdfRecord.read(end)).hasSize(1);
        assertThat(after.title()).isEqualTo("aspirin");
        assertThat(after.elements()).isEqualTo(before.elements());
        assertThat(after.bonds()).isEqualTo(before.bonds());
        assertThat(after.tags())
                .containsEntry("SMILES", "CC(=O)Oc1ccccc1C(=O)O")
                .containsEntry("lowland.converged", "true")
                .containsEntry("lowland.reason", "CONVERGED")
                .containsEntry("lowland.identity", "KEPT");
        assertThat(Double.parseDouble(after.tags().get("lowland.energy.eV")))
                .isCloseTo(line.get("energy_eV").asDouble(), within(1e-6));
        assertThat(after.positions()).isNotEqualTo(before.positions());
    }

    @Test
    void aRelaxedMoleculeIsRelaxedAlready() throws Exception {
        Path once = folder.resolve("once.sdf");
        // An SDF holds four decimals: 5e-5 Å along a stiff bond change a force by some 0.005 eV/Å.
        lowland(
                folder,
                "optimize",
                Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf"),
                "-o",
                once,
                "--fmax",
                "0.002");

        Outcome outcome = lowland(folder, "optimize", once, "-o", folder.resolve("twice.sdf"), "--json", "-");

        assertThat(json(outcome.out()).get(0).get("steps").asInt()).isZero();
    }

    @Test
    void tooFewStepsAreToldByTheExitCode() throws Exception {
        Outcome outcome = lowland(
                folder,
                "optimize",
                Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf"),
                "-o",
                folder.resolve("relaxed.sdf"),
                "--steps",
                2,
                "--json",
                "-");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(json(outcome.out()).get(0).get("converged").asBoolean()).isFalse();
        assertThat(json(outcome.out()).get(0).get("reason").asText()).isEqualTo("STEP_LIMIT");
        assertThat(SdfRecord.read(folder.resolve("relaxed.sdf")).get(0).tags())
                .containsEntry("lowland.converged", "false");
    }

    @Test
    void smilesBecomeRelaxedMoleculesWithTheirStereoCentres() throws Exception {
        Path end = folder.resolve("drugs.sdf");

        Outcome outcome = lowland(
                folder,
                "optimize",
                Distribution.top("jmol-scripts/src/main/examples/drugs.smi"),
                "-o",
                end,
                "--json",
                "-");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(json(outcome.out()))
                .extracting(line -> line.get("title").asText())
                .containsExactly("paracetamol", "dexibuprofen", "caffeine");
        assertThat(json(outcome.out()))
                .allSatisfy(line -> assertThat(line.get("identity").asText()).isEqualTo("KEPT"));
        Rdkit.assertSame(
                end, List.of("CC(=O)Nc1ccc(O)cc1", "CC(C)Cc1ccc(cc1)[C@H](C)C(=O)O", "Cn1cnc2c1c(=O)n(C)c(=O)n2C"));
    }

    @Test
    void drugsAndNaturalProductsConvergeAndStayTheSameMolecules() throws Exception {
        Path starts = Distribution.shared("peers/start");
        List<Object> arguments = new ArrayList<>(List.of("optimize"));
        try (Stream<Path> files = Files.list(starts)) {
            files.filter(file -> file.toString().endsWith(".sdf")).sorted().forEach(arguments::add);
        }
        int molecules = arguments.size() - 1;
        Path end = folder.resolve("relaxed.sdf");
        Collections.addAll(arguments, "-o", end, "--json", "-");

        Outcome outcome = lowland(folder, arguments.toArray());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        List<JsonNode> lines = json(outcome.out());
        assertThat(lines).hasSize(molecules).allSatisfy(line -> {
            assertThat(line.get("converged").asBoolean()).as(line.toString()).isTrue();
            assertThat(line.get("fmax_eV_per_A").asDouble()).as(line.toString()).isLessThanOrEqualTo(0.01);
            assertThat(line.get("identity").asText()).as(line.toString()).isEqualTo("KEPT");
        });
        List<SdfRecord> relaxed = SdfRecord.read(end);
        assertThat(relaxed).hasSize(molecules);
        List<String> smiles = new ArrayList<>();
        for (int k = 0; k < molecules; k++) {
            SdfRecord start = SdfRecord.read((Path) arguments.get(k + 1)).get(0);
            assertThat(relaxed.get(k).title()).isEqualTo(start.title());
            assertThat(relaxed.get(k).bonds()).isEqualTo(start.bonds());
            assertThat(relaxed.get(k).tags()).containsAllEntriesOf(start.tags());
            smiles.add(peerSmiles(start.title()));
        }
        Rdkit.assertSame(end, smiles);
    }

    private static String peerSmiles(String title) throws Exception {
        return Files.readAllLines(Distribution.shared("peers/molecules.smi")).stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words[1].equals(title))
                .findFirst()
                .orElseThrow()[0];
    }
}
