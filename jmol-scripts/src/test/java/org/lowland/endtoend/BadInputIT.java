package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lowland.endtoend.Distribution.json;
import static org.lowland.endtoend.Distribution.lowland;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command.Outcome;

/** What cannot be done is said: which file, which record, which atom, and what to do about it. */
class BadInputIT {
    private static final String WATER = sdf("water", "O 0 0 0", "H 0.96 0 0", "H -0.24 0.93 0");

    @TempDir
    Path folder;

    /** A V2000 record in which the first atom is bonded to all others. */
    private static String sdf(String title, String... atoms) {
        StringBuilder text = new StringBuilder(title + "\n  Lowland           3D\n\n");
        text.append("%3d%3d  0  0  0  0  0  0  0  0999 V2000%n".formatted(atoms.length, atoms.length - 1));
        for (String atom : atoms) {
            String[] words = atom.split(" ");
            text.append("%10s%10s%10s %-3s 0  0  0  0  0  0  0  0  0  0  0  0%n"
                    .formatted(words[1], words[2], words[3], words[0]));
        }
        for (int k = 2; k <= atoms.length; k++) {
            text.append("  1%3d  1  0%n".formatted(k));
        }
        return text + "M  END\n$$$$\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path output() {
        return folder.resolve("out.sdf");
    }

    private Outcome optimize(Path input, Object... more) throws Exception {
        Object[] arguments = new Object[more.length + 6];
        System.arraycopy(new Object[] {"optimize", input, "-o", output(), "--json", "-"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return lowland(folder, arguments);
    }

    /** The exit code, the words in the message, no stack trace. */
    private static void assertRefused(Outcome outcome, int code, String... words) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.err()).contains(words).doesNotContain("\tat ", "Exception in thread");
    }

    /** The bad record is in the middle: it is named by number and title, and the two good ones are done. */
    private void assertOnlyTheSecondFails(String bad, String... words) throws Exception {
        Outcome outcome = optimize(file("batch.sdf", WATER + bad + WATER));

        assertRefused(outcome, 4, words);
        assertThat(outcome.err()).contains("batch.sdf", "bad");
        List<JsonNode> lines = json(outcome.out());
        assertThat(lines)
                .extracting(line -> line.get("reason").asText())
                .containsExactly("CONVERGED", "FAILED", "CONVERGED");
        assertThat(lines.get(1).get("error").asText()).contains(words);
        assertThat(lines.get(1).get("title").asText()).isEqualTo("bad");
        assertThat(SdfRecord.read(output())).hasSizeBetween(2, 3);
    }

    @AfterEach
    void nothingHalfWrittenIsLeft() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("out")))
                    .isSubsetOf("out.sdf");
        }
    }

    @Test
    void aMissingFile() throws Exception {
        assertRefused(optimize(folder.resolve("nowhere.sdf")), 2, "nowhere.sdf");
        assertThat(output()).doesNotExist();
    }

    @Test
    void anEmptyFile() throws Exception {
        assertRefused(optimize(file("empty.sdf", "")), 2, "empty.sdf");
        assertThat(output()).doesNotExist();
    }

    @Test
    void aTruncatedFile() throws Exception {
        Outcome outcome = optimize(file("cut.sdf", WATER + WATER.substring(0, WATER.length() / 2)));

        assertRefused(outcome, 4, "cut.sdf");
        assertThat(json(outcome.out()).get(0).get("converged").asBoolean()).isTrue();
        assertThat(SdfRecord.read(output())).hasSize(1);
    }

    @Test
    void elementsThatThePotentialDoesNotKnow() throws Exception {
        assertOnlyTheSecondFails(
                sdf("bad", "P 0 0 0", "H 1.4 0 0", "H -0.5 1.3 0", "H -0.5 -0.6 1.2"), "atom 1 (P)", "organic");
        assertOnlyTheSecondFails(sdf("bad", "Na 0 0 0", "Cl 2.4 0 0"), "atom 1 (Na)", "organic");
    }

    @Test
    void aNetCharge() throws Exception {
        String hydroxide = sdf("bad", "O 0 0 0", "H 0.96 0 0").replace("M  END", "M  CHG  1   1  -1\nM  END");

        assertOnlyTheSecondFails(hydroxide, "charge", "-1");
    }

    @Test
    void anOddNumberOfElectrons() throws Exception {
        String hydroxyl = sdf("bad", "O 0 0 0", "H 0.96 0 0").replace("M  END", "M  RAD  1   1   2\nM  END");

        assertOnlyTheSecondFails(hydroxyl, "multiplicity 2");
    }

    @Test
    void coincidentAtoms() throws Exception {
        assertOnlyTheSecondFails(
                sdf("bad", "O 0 0 0", "H 0.96 0 0", "H 0.96 0.05 0"), "atom 2 (H)", "atom 3 (H)", "coincide");
    }

    @Test
    void closeAtomsAreRelaxed() throws Exception {
        Outcome outcome = optimize(file("close.sdf", sdf("close", "O 0 0 0", "H 0.7 0 0", "H 0.6 0.5 0")));

        assertThat(json(outcome.out()).get(0).get("reason").asText()).isEqualTo("CONVERGED");
    }

    @Test
    void coordinatesThatAreNotNumbers() throws Exception {
        assertOnlyTheSecondFails(sdf("bad", "O 0 0 0", "H nan 0 0", "H -0.24 0.93 0"), "atom 2");
    }

    @Test
    void unknownBackendsAndOptionsAreAnsweredWithTheKnownOnes() throws Exception {
        Path water = file("water.sdf", WATER);

        assertRefused(optimize(water, "--potential", "nonsense"), 2, "nonsense", "organic", "ani-2x");
        assertRefused(optimize(water, "--optimizer", "nonsense"), 2, "nonsense", "lbfgs");
        assertRefused(optimize(water, "--optimizer", "basin-hopping?nonsense=1"), 2, "nonsense", "temperature");
        assertRefused(optimize(water, "--nonsense"), 2, "--nonsense");
        assertThat(output()).doesNotExist();
    }

    @Test
    void aGpuThatIsNotThere() throws Exception {
        Assumptions.assumeFalse(Files.exists(Path.of("/dev/nvidia0")), "there is a GPU");

        assertRefused(optimize(file("water.sdf", WATER), "--device", "gpu"), 2, "gpu");
        assertThat(output()).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions of POSIX")
    void anOutputFolderThatCannotBeWritten() throws Exception {
        Path water = file("water.sdf", WATER);
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(closed), "the superuser may write everywhere");

        assertRefused(lowland(folder, "optimize", water, "-o", closed.resolve("x.sdf")), 2, "closed");
    }

    @Test
    void anOutputFolderThatIsNotThere() throws Exception {
        Path nowhere = folder.resolve("no").resolve("where.sdf");

        assertRefused(lowland(folder, "optimize", file("water.sdf", WATER), "-o", nowhere), 2, "where.sdf");
    }
}
