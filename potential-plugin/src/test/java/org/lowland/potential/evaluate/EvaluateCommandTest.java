package org.lowland.potential.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.potential.command.CommandTest;

class EvaluateCommandTest extends CommandTest {
    private static final Path ASPIRIN = Path.of("../../shared/data/rmd17_aspirin/rmd17_aspirin_test_01.npz");
    private static final String MODEL = "lj?sigma=3.4&epsilon=0.5";

    @TempDir
    Path folder;

    /** Argon whose labels are off by 0.1 eV/Å in one direction and by 2 eV. */
    @BeforeEach
    void write() {
        try (Potential potential = Lowland.potential(BackendSpec.parse(MODEL));
                XyzWriter writer = XyzWriter.create(folder.resolve("argon.xyz"))) {
            for (int k = 0; k < 700; k++) {
                AtomicSystem system =
                        AtomicSystem.of(new int[] {18, 18}, new double[] {0, 0, 0, 0, 0, 3.5 + 0.5 * k / 700});
                Evaluation exact = potential.evaluate(system);
                double[] forces = exact.forces();
                forces[3] += 0.1;
                writer.write(LabelledFrame.of(system, Evaluation.of(exact.energy() - 2, forces)));
            }
            writer.commit();
        }
    }

    @Test
    void printsExactlyTheFieldsThatArePromised() throws IOException {
        assertThat(run("evaluate", MODEL, folder.resolve("argon.xyz"), "--json", "-"))
                .as(err)
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "frames",
                        "force_mae_meV_per_A",
                        "force_rmse_meV_per_A",
                        "energy_mae_meV",
                        "energy_rmse_meV",
                        "atoms_per_second");
        assertThat(json.get("frames").intValue()).isEqualTo(700);
        assertThat(json.get("force_mae_meV_per_A").doubleValue()).isCloseTo(100.0 / 6, within(1e-4));
        assertThat(json.get("force_rmse_meV_per_A").doubleValue()).isCloseTo(100 / Math.sqrt(6), within(1e-4));
        assertThat(json.get("energy_mae_meV").doubleValue()).isCloseTo(2000, within(1e-4));
        assertThat(json.get("atoms_per_second").doubleValue()).isGreaterThan(0);
    }

    @Test
    void printsATableWithTheElements() {
        assertThat(run("evaluate", MODEL, folder.resolve("argon.xyz"))).as(err).isZero();
        assertThat(out)
                .contains("on 700 frames, 1400 atoms (labels in eV)", "on Ar (1400)", "energy, meV/atom")
                .containsPattern("forces, meV/Å +16\\.667 +40\\.825");
    }

    @Test
    void reportsThePhysicsToo() throws IOException {
        Path json = folder.resolve("report.json");
        int code = run(
                "evaluate", MODEL, folder.resolve("argon.xyz"), "--physics", "--picoseconds", "0.1", "--json", json);
        assertThat(code).as(err).isZero();
        JsonNode physics = new ObjectMapper().readTree(json.toFile()).get("physics");
        assertThat(physics.get("nve_picoseconds").doubleValue()).isCloseTo(0.1, within(1e-9));
        assertThat(physics.get("nve_broken").booleanValue()).isFalse();
        assertThat(physics.get("net_force_eV_per_A").doubleValue()).isLessThan(1e-12);
        assertThat(physics.get("closed_path_work_meV").doubleValue()).isLessThan(1e-6);
    }

    @Test
    void warnsOfUnitsThatCannotBe() {
        assertThat(run("evaluate", MODEL, folder.resolve("argon.xyz"), "--units", "kJ/mol", "--json", "-"))
                .isZero();
        assertThat(err).contains("warning: ", "read as kJ/mol", "Declare the units");
        refuses("There are no units 'kcal'; known: eV", MODEL, folder.resolve("argon.xyz"), "--units", "kcal");
    }

    @Test
    void refusesWhatCannotBeEvaluated() throws IOException {
        Path argon = folder.resolve("argon.xyz");
        refuses("argon.xyz: frame 1: atom 1 (Ar): 'organic' knows only", "organic", argon);
        refuses("neither the id of a potential", "No-Such-Model", argon);
        refuses("no-such", "no-such", argon);
        refuses("absent.pt: there is no such file", folder.resolve("absent.pt"), argon);
        refuses("absent.npz: there is no such file", MODEL, folder.resolve("absent.npz"));
        Path unlabelled = Files.writeString(folder.resolve("plain.xyz"), "1\n\nAr 0 0 0\n");
        refuses("plain.xyz: frame 1 has no energy or no forces", MODEL, unlabelled);
        refuses("--picoseconds is -1.0", MODEL, argon, "--physics", "--picoseconds", "-1");
    }

    @Test
    void refusesModelsThatAreNotOurs() throws IOException {
        Path argon = folder.resolve("argon.xyz");
        Path text = Files.writeString(folder.resolve("text.pt"), "no archive");
        refuses("not a TorchScript archive", text, argon);
        Path foreign = folder.resolve("foreign.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(foreign))) {
            zip.putNextEntry(new ZipEntry("other/data.pkl"));
            zip.write(new byte[] {1, 2, 3});
        }
        refuses("no metadata of Lowland", foreign, argon);
        byte[] organic = EvaluateCommandTest.class
                .getResourceAsStream("/META-INF/lowland/models/organic/model.pt")
                .readAllBytes();
        Files.createDirectory(folder.resolve("run"));
        Files.write(folder.resolve("run/model.pt"), organic);
        refuses("argon.xyz: frame 1: atom 1 (Ar): 'organic' knows only", folder.resolve("run"), argon);
        Path half = Files.write(folder.resolve("half.pt"), Arrays.copyOf(organic, organic.length / 2));
        assertThat(run("evaluate", half, argon)).isEqualTo(2);
        assertThat(err).startsWith("lowland: " + half + ": ").doesNotContain("defect");
    }

    private void refuses(String message, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "evaluate";
        System.arraycopy(args, 0, all, 1, args.length);
        assertThat(run(all)).as(err).isEqualTo(2);
        assertThat(err).startsWith("lowland: ").contains(message);
        assertThat(out).isEmpty();
    }

    @Test
    void readsAspirinOfTheRevisedSet() throws IOException {
        assumeTrue(Files.exists(ASPIRIN), "the rMD17 data are not beside the checkout");
        assertThat(run("evaluate", "organic", ASPIRIN, "--json", "-")).as(err).isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.get("frames").intValue()).isEqualTo(1000);
        // Another level of theory: far off, but of the right size.
        assertThat(json.get("force_mae_meV_per_A").doubleValue()).isBetween(200.0, 400.0);
    }
}
