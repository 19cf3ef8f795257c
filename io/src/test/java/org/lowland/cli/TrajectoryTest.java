package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;

class TrajectoryTest {
    private static final String PYTHON = "/usr/bin/python3";

    /** Prints of every frame: record, title, step, atoms, energy, largest force. */
    private static final String READ_BY_ASE =
            """
            import sys, ase.io
            for a in ase.io.iread(sys.argv[1], index=":"):
                f = (a.get_forces() ** 2).sum(axis=1).max() ** 0.5
                print(a.info["record"], a.info["name"], a.info["step"], len(a), repr(a.get_potential_energy()), f, sep="|")
            """;

    @TempDir
    Path folder;

    @Test
    void holdsTheWayOfEveryRecordInOrder() throws IOException {
        Path in = Sdf.write(
                folder.resolve("in.sdf"),
                Sdf.titled(Sdf.WATER, "one, \"two\""),
                Sdf.CHIRAL,
                Sdf.titled(Sdf.WATER, "last"));
        Path frames = folder.resolve("frames.xyz.gz");
        Cli cli = Cli.optimize(
                in, "-o", folder.resolve("out.sdf"), "--trajectory", frames, "--json", "-", "--threads", "2");
        assertThat(cli.code()).as(cli.err()).isZero();
        List<JsonNode> lines = OptimizeCommandTest.json(cli.lines());
        try (XyzReader reader = XyzReader.open(frames)) {
            for (JsonNode line : lines) {
                for (int step = 0; step <= line.get("steps").intValue(); step++) {
                    LabelledFrame frame = reader.next();
                    assertThat(frame.title()).isEqualTo(line.get("title").textValue());
                    assertThat(frame.info())
                            .containsEntry("record", line.get("index").asText())
                            .containsEntry("step", String.valueOf(step));
                    assertThat(frame.evaluation().orElseThrow().forces()).hasSize(3 * frame.atoms());
                }
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void isReadByTheAtomicSimulationEnvironment() throws Exception {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER, Sdf.CHIRAL);
        Path frames = folder.resolve("frames.xyz");
        Cli cli = Cli.optimize(in, "-o", folder.resolve("out.sdf"), "--trajectory", frames, "--json", "-");
        List<JsonNode> lines = OptimizeCommandTest.json(cli.lines());
        assumeTrue(
                python("import ase.io", "").code() == 0, "ASE is not installed (Debian: apt-get install python3-ase)");

        Answer read = python(READ_BY_ASE, frames.toString());

        assertThat(read.code()).as(read.text()).isZero();
        List<String> expected = new ArrayList<>();
        for (JsonNode line : lines) {
            String last = String.format(
                    "%d|%s|%d|%d|",
                    line.get("index").intValue(),
                    line.get("title").textValue(),
                    line.get("steps").intValue(),
                    line.get("formula").textValue().equals("H2O") ? 3 : 8);
            expected.add(last);
            String found = read.text()
                    .lines()
                    .filter(l -> l.startsWith(last))
                    .findFirst()
                    .orElse("");
            assertThat(found).as(read.text()).isNotEmpty();
            String[] fields = found.split("\\|");
            assertThat(Double.parseDouble(fields[4]))
                    .isEqualTo(line.get("energy_eV").doubleValue());
            assertThat(Double.parseDouble(fields[5]))
                    .isCloseTo(line.get("fmax_eV_per_A").doubleValue(), org.assertj.core.api.Assertions.within(1e-6));
        }
        assertThat(expected).hasSize(2);
    }

    private record Answer(int code, String text) {}

    private Answer python(String program, String argument) throws InterruptedException {
        Path out = folder.resolve("python.out");
        try {
            Process process = new ProcessBuilder(PYTHON, "-c", program, argument)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            return new Answer(process.waitFor(), Files.readString(out));
        } catch (IOException e) {
            return new Answer(-1, e.getMessage());
        }
    }
}
