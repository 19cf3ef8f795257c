package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.molecule.Identity;

/** Drug-like molecules from their SDF files, in Jmol and on the command line. */
@Tag("jmol")
class TenMoleculesTest {
    private static final Path STARTS =
            Path.of("../../shared/peers/start").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void energiesAreThoseOfTheCommandLine() throws IOException {
        assumeTrue(Files.isDirectory(STARTS), "no molecules at " + STARTS);
        List<Path> files;
        try (Stream<Path> all = Files.list(STARTS)) {
            files = all.filter(file -> file.toString().endsWith(".sdf"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSize(10);
        try (JmolHouse jmol = JmolHouse.open()) {
            jmol.run("lowlandBackend = 'rfo@organic'");
            for (Path file : files) {
                jmol.run("load '" + file + "'");
                jmol.statuses().clear();

                RunRecord run = jmol.minimize("minimize");

                double expected = Cli.optimize(
                                file.toString(),
                                "-o",
                                folder.resolve("relaxed.sdf").toString())
                        .get(0);
                assertThat(run.converged()).as(run.toString()).isTrue();
                assertThat(run.energy()).as(file.toString()).isCloseTo(expected, within(1e-4));
                assertThat(run.identity()).as(file.toString()).isEqualTo(Optional.of(Identity.KEPT));
                assertThat(jmol.statuses()).startsWith("starting", "running").endsWith("running", "done");
                assertThat(jmol.statuses().subList(1, jmol.statuses().size() - 1))
                        .hasSize(run.steps() + 1)
                        .containsOnly("running");
                double shown = Double.parseDouble(jmol.variable("_minimizationEnergy"));
                assertThat(shown).isCloseTo(run.energy() * 96.48533212331, within(Math.abs(shown) * 1e-6));
            }
        }
    }
}
