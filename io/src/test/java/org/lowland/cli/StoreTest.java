package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.store.StoreLocation;
import org.lowland.io.store.StoredRecord;
import org.lowland.io.store.StructureStore;

/** Stores of structures on the command line. */
class StoreTest {
    @TempDir
    Path folder;

    private Path store;
    private Path in;

    @BeforeEach
    void write() {
        store = folder.resolve("runs.mv.db");
        in = Sdf.write(
                folder.resolve("in.sdf"), Sdf.WATER, Sdf.CHIRAL, "broken\n", "$$$$\n", Sdf.titled(Sdf.WATER, "again"));
    }

    @Test
    void optimizeKeepsResultsAndDoesNothingTwice() throws IOException {
        Path first = folder.resolve("first.sdf");
        Path second = folder.resolve("second.sdf");
        Path third = folder.resolve("third.sdf");
        Path lines = folder.resolve("lines.json");
        Path linesAgain = folder.resolve("again.json");

        Cli run = Cli.optimize(in, "-o", first, "--store", store, "--json", lines);
        Cli again = Cli.optimize(in, "-o", second, "--store", store, "--json", linesAgain);
        Cli other = Cli.optimize(in, "-o", third, "--store", store, "--fmax", "0.02");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.err()).doesNotContain("already");
        assertThat(again.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(again.err()).contains("3 of them were in the store already");
        assertThat(second).hasSameTextualContentAs(first);
        assertThat(Files.readString(linesAgain)).isEqualTo(Files.readString(lines));
        assertThat(other.err()).doesNotContain("already");

        Cli info = Cli.run("store", store, "--info");
        assertThat(info.code()).isZero();
        assertThat(info.out())
                .contains("6 structures in H2", "potential        toy", "optimizer        toy-descent")
                .contains("fmax=0.01", "fmax=0.02", "converged        3 of 3");
        Cli list = Cli.run("store", store, "--list");
        assertThat(list.lines()).hasSize(7);
        assertThat(list.lines().get(1)).contains("H2O", "CONVERGED", "water");
    }

    @Test
    void aResultThatWasKeptIsWrittenInAnyFormat() throws IOException {
        Cli.optimize(in, "-o", folder.resolve("first.xyz"), "--store", store);
        Path frames = folder.resolve("second.xyz");
        Path molecules = folder.resolve("second.sdf");
        assertThat(Cli.optimize(in, "-o", frames, "--store", store).err()).contains("3 of them");
        assertThat(Cli.optimize(in, "-o", molecules, "--store", store).err()).contains("3 of them");
        assertThat(frames).hasSameTextualContentAs(folder.resolve("first.xyz"));
        assertThat(Files.readString(molecules)).contains("<melting point>", "<lowland.energy.eV>", "M  END");
    }

    @Test
    void convertTakesInAndWritesOut() throws IOException {
        Path whole = Sdf.write(folder.resolve("whole.sdf"), Sdf.WATER, Sdf.CHIRAL, Sdf.titled(Sdf.WATER, "again"));
        Cli into = Cli.run("convert", whole, store);
        assertThat(into.code()).isZero();
        assertThat(into.err()).contains("3 structures written");
        assertThat(Cli.run("convert", whole, store).err()).contains("3 of them were in the store already");

        Path back = folder.resolve("back.sdf");
        assertThat(Cli.run("convert", store, back).code()).isZero();
        assertThat(back).hasSameTextualContentAs(whole);
        Cli duplicates = Cli.run("store", store, "--duplicates");
        assertThat(duplicates.lines()).containsExactly("3 is 1 (0.0000 A)");
    }

    @Test
    void resultsLeaveWithEnergiesAndForces() throws IOException {
        Cli.optimize(in, "-o", folder.resolve("first.sdf"), "--store", store);
        Path frames = folder.resolve("out.xyz");
        Path json = folder.resolve("out.json");
        assertThat(Cli.run("convert", store, frames).code()).isZero();
        assertThat(Cli.run("convert", store, json).code()).isZero();
        assertThat(Files.readAllLines(frames).get(1)).contains("forces:R:3", " energy=");
        assertThat(Files.readString(json)).contains("forces_eV_per_A", "\"bonds\":[[0,1,1],[0,2,1]]");
        Cli sdf = Cli.run("convert", store, folder.resolve("out.sdf"));
        assertThat(sdf.err()).contains("SDF holds no forces");
    }

    /** What was computed stays known, so that a run on the copy finds it. */
    @Test
    void fromStoreToStoreTheProvenanceIsKept() {
        Cli.optimize(in, "-o", folder.resolve("first.sdf"), "--store", store);
        Path copy = folder.resolve("copy.mv.db");
        assertThat(Cli.run("convert", store, copy).code()).isZero();

        List<StoredRecord> given = records(store);
        assertThat(given).hasSize(3);
        assertThat(records(copy))
                .usingRecursiveFieldByFieldElementComparatorOnFields(
                        "id", "key", "created", "formula", "ending", "provenance")
                .isEqualTo(given);
        assertThat(Cli.optimize(in, "-o", folder.resolve("second.sdf"), "--store", copy)
                        .err())
                .contains("3 of them were in the store already");
        assertThat(Cli.run("convert", store, copy).err()).contains("3 of them were in the store already");
    }

    private static List<StoredRecord> records(Path file) {
        try (StructureStore open = StructureStore.openExisting(StoreLocation.parse(file.toString()))) {
            return open.list(0, 100);
        }
    }

    @Test
    void theProvenanceNamesAllThatWasLearned() {
        Cli.optimize(in, "-o", folder.resolve("first.sdf"), "--store", store);
        assertThat(records(store).get(0).provenance().settings().lines())
                .contains("potential member-1 SHA-256=" + ToyPotentialProvider.MEMBER)
                .contains("optimizer policy.json SHA-256=" + ToyOptimizerProvider.POLICY);
    }

    @Test
    void strictTakesAllOrNothing() {
        Cli strict = Cli.run("convert", in, store, "--strict");
        assertThat(strict.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(Cli.run("store", store, "--info").out()).contains("0 structures");
    }

    @Test
    void saysWhatIsWrong() {
        Cli missing = Cli.run("store", store, "--info");
        assertThat(missing.code()).isEqualTo(ExitCode.UNUSABLE.code());
        assertThat(missing.err()).contains("there is no such store");
        assertThat(Cli.run("store", folder.resolve("runs.db"), "--info").err())
                .contains("a store is a file NAME.mv.db or a JDBC URL");
        assertThat(Cli.run("store", store).code()).isEqualTo(ExitCode.UNUSABLE.code());
        assertThat(Cli.run("convert", store, folder.resolve("x.sdf")).err()).contains("there is no such store");
        Cli secret = Cli.optimize(
                in,
                "-o",
                folder.resolve("x.sdf"),
                "--store",
                "jdbc:postgresql://127.0.0.1:1/db?user=ann&password=s3cret&connectTimeout=2",
                "--verbose");
        assertThat(secret.code()).isEqualTo(ExitCode.UNUSABLE.code());
        assertThat(secret.err()).contains("cannot be reached").doesNotContain("s3cret");
        assertThat(folder.resolve("x.sdf")).doesNotExist();
    }

    @Test
    void reportsShowNoPasswords() throws IOException {
        Path page = folder.resolve("page.html");
        String url = "jdbc:h2:file:" + folder.resolve("other") + ";USER=sa;PASSWORD=s3cret";
        Cli run = Cli.optimize(in, "-o", folder.resolve("x.sdf"), "--store", url, "--report", page);
        assertThat(run.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(Files.readString(page)).contains("--store", "jdbc:h2:file:").doesNotContain("s3cret");
    }
}
