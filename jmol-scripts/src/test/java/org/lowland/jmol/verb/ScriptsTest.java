package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that come along. */
@Tag("jmol")
class ScriptsTest {
    private static final Path SCRIPTS = Path.of("src/main/jmol").toAbsolutePath();

    @TempDir
    Path folder;

    private void run(ScriptedJmol jmol, String before, String script) {
        jmol.run("cd \"" + ScriptedJmol.script(folder) + "\"; " + before);
        jmol.run("script '" + ScriptedJmol.script(SCRIPTS.resolve(script)) + "'");
    }

    /** The share of pixels with a colour of their own, neither white nor grey. */
    private double coloured(String picture) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(picture).toFile());
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int red = rgb >> 16 & 255;
                int green = rgb >> 8 & 255;
                int blue = rgb & 255;
                if (Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 30) {
                    count++;
                }
            }
        }
        return (double) count / (image.getWidth() * image.getHeight());
    }

    @Test
    void forcesAreColouredBeforeAndGoneAfter() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            run(jmol, "forcePicture = 'f'", "relax-and-colour-by-force.spt");

            assertThat(jmol.number("lowlandResult.fmax_eV_per_A")).isLessThanOrEqualTo(0.0101);
            assertThat(coloured("f-before.png")).isGreaterThan(2 * coloured("f-after.png"));
        }
    }

    @Test
    void theModelAtHandIsUsed() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            run(jmol, "", "relax-and-colour-by-force.spt");

            assertThat(jmol.value("lowlandResult.title")).isEqualTo("butane");
            assertThat(folder.resolve("forces-after.png")).isNotEmptyFile();
        }
    }

    @Test
    void mmff94IsComparedWithOrganic() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            run(jmol, "lowlandBackend = 'fire@organic'", "mmff94-and-organic.spt");

            assertThat(jmol.number("compareRmsd")).isBetween(0.02, 0.6);
            assertThat(jmol.number("compareEnergy")).isBetween(1.0, 60.0);
            assertThat(jmol.value("lowlandBackend")).as("chosen as before").isEqualTo("fire@organic");
            assertThat(coloured("mmff94-and-organic.png")).isGreaterThan(0.02);
        }
    }

    @Test
    void aTorsionIsScanned() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            run(jmol, "scanStep = 60", "torsion-scan.spt");

            assertThat(jmol.value("scanAngles.join(',')")).isEqualTo("-180,-120,-60,0,60,120,180");
            double[] energies = Stream.of(jmol.value("scanEnergies.join(',')").split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(energies[0]).as("anti").isCloseTo(0, within(0.1));
            assertThat(energies[2]).as("gauche").isBetween(2.0, 4.5);
            assertThat(energies[4]).as("the other gauche").isCloseTo(energies[2], within(0.1));
            assertThat(energies[1]).as("eclipsed").isBetween(9.0, 18.0);
            assertThat(energies[3]).as("syn").isBetween(14.0, 28.0);
            assertThat(coloured("torsion-scan.png")).isGreaterThan(0.002);
        }
    }

    @Test
    void aClusterIsFound() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            run(jmol, "", "cluster-search.spt");

            assertThat(jmol.number("clusterEnergy")).isCloseTo(-44.326801, within(1e-4));
            assertThat(jmol.value("{*}.size")).isEqualTo("13");
            assertThat(coloured("cluster-search.png")).isGreaterThan(0.005);
        }
    }

    @Test
    void picturesAndAnAnimationAreWritten() throws IOException {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            jmol.run("javascript \"lowland optimize --quiet --constrain 'torsion 1 2 3 4 = 20'\"");
            run(jmol, "movieName = 'm'; movieWidth = 80", "export-png-and-gif.spt");

            assertThat(jmol.viewer().ms.mc).isGreaterThan(3);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("m.png", "m.gif", "m.xyz");
            }
            assertThat(ImageIO.read(folder.resolve("m.gif").toFile()).getHeight())
                    .isEqualTo(60);
            assertThat(jmol.number("lowlandResult.frames")).isEqualTo(jmol.number("movieCount"));
        }
    }

    @Test
    void whatGoesWrongEndsTheScriptWithAnError() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            jmol.run("x = \"2\\n\\nFe 0 0 0\\nFe 2.2 0 0\\n\"; load '@x'; cd \"" + ScriptedJmol.script(folder) + "\"");

            jmol.viewer()
                    .scriptWait(
                            "script '" + ScriptedJmol.script(SCRIPTS.resolve("relax-and-colour-by-force.spt")) + "'");

            assertThat(jmol.viewer().getErrorMessage()).contains("nothing to go on with");
            assertThat(jmol.said()).anyMatch(line -> line.contains("Fe"));
        }
    }

    @Test
    void eachSaysWhatItDoesAndStandsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<Path> scripts;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            scripts = files.toList();
        }
        assertThat(scripts).hasSizeGreaterThan(5);
        for (Path script : scripts) {
            String name = script.getFileName().toString();
            String head = Files.readString(script).lines().limit(25).reduce("", (before, line) -> before + line + "\n");
            assertThat(head).startsWith("/*\n " + name + ": ");
            assertThat(readme).contains(name);
            if (!name.equals("chart.spt")) {
                assertThat(head)
                        .contains("In the desktop:", "Without a window: ./lowland jmol -n", "can be set before");
            }
        }
    }
}
