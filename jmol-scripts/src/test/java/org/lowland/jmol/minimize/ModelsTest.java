package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which models, what of a file, and which backends. */
@Tag("jmol")
class ModelsTest {
    private static final String WATER = "3\nwater\nO 0 0 0\nH 1.0 0 0\nH 0 1.0 0\n";

    @RegisterExtension
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    private JmolHouse jmol;

    @BeforeEach
    void open() {
        jmol = JmolHouse.open();
    }

    @AfterEach
    void close() {
        jmol.close();
    }

    @Test
    void whatAPotentialIsNotForIsSaid() {
        jmol.load(WATER);
        jmol.minimize("lowlandBackend = 'rfo@organic'; minimize STEPS 1");
        assertThat(jmol.said()).noneMatch(line -> line.contains("warning"));
        jmol.minimize("lowlandBackend = 'rfo@aspirin'; minimize STEPS 1");
        assertThat(jmol.said()).anyMatch(line -> line.contains("warning: 'aspirin' was made for C9H8O4 alone"));
    }

    @Test
    void severalModelsAreMinimizedEachAlone() {
        jmol.run("lowlandBackend = 'rfo@organic'");
        jmol.load(WATER);
        double water = jmol.minimize("minimize").energy();
        jmol.load(JmolHouse.ETHANOL);
        double ethanol = jmol.minimize("minimize").energy();
        jmol.load(WATER + JmolHouse.ETHANOL + WATER);
        List<RunRecord> runs = new ArrayList<>();
        jmol.session().addListener(new RunListener() {
            @Override
            public void ended(RunRecord record) {
                runs.add(record);
            }
        });

        jmol.minimize("frame 2; minimize");
        assertThat(runs).extracting(RunRecord::model).containsExactly(1);
        runs.clear();
        jmol.statuses().clear();
        jmol.minimize("frame all; minimize");

        assertThat(runs).extracting(RunRecord::model).containsExactly(0, 1, 2);
        assertThat(runs).allMatch(RunRecord::converged);
        assertThat(runs.get(0).energy()).isCloseTo(water, within(1e-6));
        assertThat(runs.get(1).energy()).isCloseTo(ethanol, within(1e-4));
        assertThat(runs.get(2).energy()).isCloseTo(water, within(1e-6));
        assertThat(jmol.statuses().stream().filter("starting"::equals)).hasSize(3);
        assertThat(jmol.statuses().stream().filter("done"::equals)).hasSize(1);
        runs.clear();
        jmol.load(WATER + JmolHouse.ETHANOL);
        jmol.minimize("frame all; minimize SELECT {hydrogen}");
        assertThat(runs).extracting(RunRecord::model).containsExactly(0, 1);
    }

    @Test
    void anXyzFileGivesWhatTheCommandLineGives() throws IOException {
        Path file = Files.writeString(folder.resolve("ethanol.xyz"), JmolHouse.ETHANOL);
        double expected = Cli.optimize(
                        file.toString(), "-o", folder.resolve("out.xyz").toString())
                .get(0);

        jmol.run("load '" + file + "'");

        assertThat(jmol.minimize("lowlandBackend = 'rfo@organic'; minimize").energy())
                .isCloseTo(expected, within(1e-9));
    }

    @Test
    void theLatticeOfAnExtendedXyzFileCounts() throws IOException {
        String frame =
                """
                4
                Lattice="1.6 0 0 0 1.6 0 0 0 1.6" Properties=species:S:1:pos:R:3
                Ar 0.1 0 0
                Ar 0.8 0.8 0
                Ar 0.8 0 0.8
                Ar 0 0.8 0.8
                """;
        Path file = Files.writeString(folder.resolve("argon.xyz"), frame);
        double expected = Cli.optimize(
                        file.toString(), "-o", folder.resolve("out.xyz").toString(), "--potential", "toy?kind=argon")
                .get(0);

        jmol.run("load '" + file + "'");

        assertThat(jmol.minimize("lowlandBackend = 'rfo@toy?kind=argon'; minimize")
                        .energy())
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void withoutABackendItIsJmolsOwn() {
        jmol.load(JmolHouse.ETHANOL);

        jmol.run("set useMinimizationThread false; minimize STEPS 5");

        assertThat(jmol.variable("_minimizationForceField")).isIn("MMFF", "UFF");
        assertThat(jmol.variable("_minimizationStatus")).isEqualTo("done");
        assertThat(jmol.session().lastRun()).isEmpty();
        jmol.run("lowlandBackend = 'rfo@organic'; minimize; lowlandBackend = ''; minimize STEPS 5");
        assertThat(jmol.variable("_minimizationForceField")).isIn("MMFF", "UFF");
    }

    @Test
    void aDrawingIsBuiltByJmolsOwn() {
        jmol.run("lowlandBackend = 'rfo@organic'; set useMinimizationThread false");

        jmol.run("load inline '" + "\\n  x          2D\\n\\n  3  2  0  0  0  0  0  0  0  0999 V2000\\n"
                + "    0.0000    0.0000    0.0000 C   0  0\\n    1.2000    0.7000    0.0000 C   0  0\\n"
                + "    2.4000    0.0000    0.0000 O   0  0\\n  1  2  1  0\\n  2  3  1  0\\nM  END\\n' filter '2D'");

        assertThat(jmol.session().lastRun()).isEmpty();
        assertThat(jmol.viewer().ms.ac).isGreaterThanOrEqualTo(3);
        assertThat(jmol.said()).noneMatch(line -> line.contains("rfo@organic"));
    }

    @Test
    void aSearchShowsItsProgress() {
        StringBuilder cluster = new StringBuilder("7\nargon\n");
        for (int k = 0; k < 7; k++) {
            cluster.append("Ar ")
                    .append(1.3 * (k % 2))
                    .append(' ')
                    .append(1.2 * (k / 2 % 2))
                    .append(' ')
                    .append(1.1 * (k / 4))
                    .append('\n');
        }
        jmol.load(cluster.toString());
        List<RunProgress> points = new ArrayList<>();
        jmol.session().addListener(new RunListener() {
            @Override
            public void progressed(RunProgress progress) {
                points.add(progress);
            }
        });

        RunRecord run = jmol.minimize("lowlandBackend = 'basin-hopping@lj'; minimize STEPS 200");

        assertThat(run.energy()).isCloseTo(-16.505384, within(1e-4));
        assertThat(run.steps()).isEqualTo(200);
        assertThat(run.converged()).isTrue();
        assertThat(points).isNotEmpty();
        assertThat(jmol.statuses()).startsWith("starting", "running").endsWith("done");
    }

    @Test
    void fixedAtomsOfOneModelAreOfNoConcernToAnother() {
        jmol.load(WATER + WATER);
        jmol.run("lowlandBackend = 'rfo@organic'; frame 2");
        double[] before = jmol.coordinates();

        jmol.minimize("minimize FIX {atomIndex=3}; minimize");

        double[] after = jmol.coordinates();
        assertThat(after[9]).isEqualTo(before[9]);
        for (int k = 0; k < 9; k++) {
            assertThat(after[k]).isEqualTo(before[k]);
        }
        assertThat(after).isNotEqualTo(before);
    }
}
