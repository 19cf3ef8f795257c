package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command;
import org.lowland.launcher.Command.Outcome;

/** Jmol's window on a screen that nobody sees, with a driver at its mouse; the pictures are kept in {@code target}. */
@EnabledOnOs(OS.LINUX)
class DesktopIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();
    private static final Path PICTURES = Path.of("target", "desktop").toAbsolutePath();
    private static final Path DEBIAN = Path.of("/usr/share/java/jmol.jar");
    private static final String ASPIRIN =
            Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf").toString();

    @TempDir
    Path folder;

    private List<String> driver() {
        return List.of(
                "-Djavax.accessibility.assistive_technologies=" + DesktopDriver.class.getName(),
                "-Duser.home=" + folder,
                "-Duser.language=en");
    }

    private Outcome run(VirtualScreen screen, Map<String, String> settings, List<String> words)
            throws IOException, InterruptedException {
        Map<String, String> environment = Distribution.environment();
        environment.put("DISPLAY", screen.display());
        environment.putAll(settings);
        try {
            return new Command(words, folder, environment).run(LIMIT);
        } finally {
            keepPictures();
        }
    }

    private void keepPictures() throws IOException {
        Files.createDirectories(PICTURES);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).toList()) {
                Files.copy(file, PICTURES.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String told(Outcome outcome) throws IOException {
        Path file = folder.resolve("outcome.txt");
        return (Files.exists(file) ? Files.readString(file) : "no outcome\n") + outcome.out() + outcome.err();
    }

    @Test
    void theMenuOptimizesWhatIsOnScreen() throws Exception {
        try (VirtualScreen screen = VirtualScreen.open()) {
            Outcome outcome = run(
                    screen,
                    Map.of("LOWLAND_JAVA_OPTIONS", String.join(" ", driver()), "LOWLAND_CLASSPATH", TESTS.toString()),
                    List.of(
                            Distribution.home().resolve("bin/lowland").toString(),
                            "jmol",
                            "-o",
                            "-g",
                            "600x500",
                            ASPIRIN));

            assertThat(outcome.code()).as(told(outcome)).isZero();
            assertThat(told(outcome))
                    .containsPattern("line: rfo@organic: converged after \\d+ steps, ΔE -\\d")
                    .contains("status: done\n", "backend: rfo@organic\n");
            assertThat(PICTURES.resolve("view.png")).isNotEmptyFile();
            assertThat(PICTURES.resolve("forces.png")).isNotEmptyFile();
            assertThat(PICTURES.resolve("plot.png")).isNotEmptyFile();
        }
    }

    @Test
    void aStockJmolFindsThePlugin() throws Exception {
        Assumptions.assumeTrue(Files.exists(DEBIAN), () -> DEBIAN + " is not there: no Debian package 'jmol'");
        try (VirtualScreen screen = VirtualScreen.open();
                Stream<Path> jars = Files.list(Distribution.home().resolve("lib"))) {
            Path ours = jars.filter(jar -> jar.getFileName().toString().startsWith("lowland-jmol-scripts"))
                    .findFirst()
                    .orElseThrow();
            Outcome outcome = run(
                    screen,
                    Map.of(),
                    Stream.of(
                                    Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString()),
                                    driver().stream(),
                                    Stream.of(
                                            "-Dlowland.plugin=true",
                                            "--add-modules",
                                            "jdk.incubator.vector",
                                            "-cp",
                                            ours + ":" + DEBIAN + ":" + TESTS,
                                            "org.openscience.jmol.app.Jmol",
                                            "-o",
                                            "-g",
                                            "600x500",
                                            ASPIRIN))
                            .flatMap(words -> words)
                            .toList());

            assertThat(outcome.code()).as(told(outcome)).isZero();
            assertThat(told(outcome)).contains("status: done\n", "backend: rfo@organic\n", "converged");
        }
    }
}
