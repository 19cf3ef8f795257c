package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command;
import org.lowland.launcher.Command.Outcome;

/** {@code lowland jmol} without a window, and what it says where there is none. */
class JmolIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path ASPIRIN = Distribution.top("jmol-scripts/src/main/examples/aspirin.sdf");
    private static final Path DEBIAN = Path.of("/usr/share/java/jmol.jar");

    @TempDir
    Path folder;

    private Path script(String commands) throws IOException {
        return Files.writeString(folder.resolve("test.spt"), commands);
    }

    /** Without a screen, whatever the machine has. */
    private Outcome jmol(Map<String, String> settings, Object... arguments) throws IOException, InterruptedException {
        Object[] words = new Object[arguments.length + 1];
        words[0] = "jmol";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        Command command = Distribution.command(folder, words);
        Map<String, String> environment = command.environment();
        environment.remove("DISPLAY");
        environment.putAll(settings);
        return new Command(command.words(), folder, environment).run(LIMIT);
    }

    @Test
    void aScriptRelaxesAndDraws() throws Exception {
        Path script = script(
                """
                print "atoms " + {*}.size
                lowlandBackend = "rfo@organic"
                minimize
                print "status " + _minimizationStatus
                write IMAGE 300 200 PNG "relaxed.png"
                write IMAGE 120 100 GIF "relaxed.gif"
                """);

        Outcome outcome = jmol(Map.of(), "-n", ASPIRIN, script);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("atoms 21\n", "status done\n", "OK PNG");
        BufferedImage picture = ImageIO.read(folder.resolve("relaxed.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(picture.getHeight()).isEqualTo(200);
        assertThat(ImageIO.read(folder.resolve("relaxed.gif").toFile()).getWidth())
                .isEqualTo(120);
    }

    @Test
    void aMinimizationThatStillGoesOnIsWaitedFor() throws Exception {
        Path script = script(
                """
                set useMinimizationThread true
                set minimizationCallback "jmolscript:if (_minimizationStatus == 'done') {print 'came to its end'}"
                lowlandBackend = "rfo@organic"
                minimize
                """);

        Outcome outcome = jmol(Map.of(), "-n", ASPIRIN, script);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("came to its end");
    }

    @Test
    void commandsMayBeTypedAndTheSizeOfPicturesGiven() throws Exception {
        Outcome outcome =
                jmol(Map.of(), "-n", "-g", "210x110", ASPIRIN, "-J", "print 6*7; quit", "-j", "write PNG \"last.png\"");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("42\n");
        assertThat(ImageIO.read(folder.resolve("last.png").toFile()).getWidth()).isEqualTo(210);
    }

    @Test
    void aScriptThatFailsIsToldWithItsLine() throws Exception {
        Path script = script("print \"before\"\nload \"no such file.xyz\"\nprint \"after\"\n");

        Outcome outcome = jmol(Map.of(), "-ions", script);

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).contains("before").doesNotContain("after");
        assertThat(outcome.err()).contains("no such file.xyz", "line 2", "test.spt");
    }

    @Test
    void aBackendThatIsNotThereIsToldWithTheKnownOnes() throws Exception {
        Outcome outcome =
                jmol(Map.of(), "-n", ASPIRIN, "-J", "lowlandBackend = \"rfo@nonsense\"; minimize; print \"goes on\"");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).contains("nonsense", "organic", "goes on");
    }

    @Test
    void notConvergedIsNoSuccess() throws Exception {
        Outcome outcome = jmol(Map.of(), "-n", ASPIRIN, "-J", "lowlandBackend = \"rfo@organic\"; minimize STEPS 2");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    }

    @Test
    void filesThatAreNotThereAreBadUsage() throws Exception {
        for (Object[] arguments : new Object[][] {{"-n", "no such.spt"}, {"-n", "-s", "no such.spt"}, {"-n"}}) {
            Outcome outcome = jmol(Map.of(), arguments);

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("give a").containsPattern("no such file|nothing to do");
        }
    }

    @Test
    void withoutAScreenItSaysWhatToDo() throws Exception {
        Outcome none = jmol(Map.of(), ASPIRIN);
        Outcome unreachable = jmol(Map.of("DISPLAY", ":4711"), ASPIRIN);

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no screen", "jmol -n").doesNotContain("Exception");
        assertThat(unreachable.code()).isEqualTo(2);
        assertThat(unreachable.err()).contains(":4711", "jmol -n").doesNotContain("Exception");
    }

    @Test
    void anotherJmolRunsTheSameScript() throws Exception {
        Assumptions.assumeTrue(Files.exists(DEBIAN), () -> DEBIAN + " is not there: no Debian package 'jmol'");
        Path script = script(
                """
                print "version " + _version
                lowlandBackend = "rfo@organic"
                minimize
                print "status " + _minimizationStatus
                write IMAGE 300 200 PNG "other.png"
                """);
        Map<String, String> other = Map.of("LOWLAND_JMOL_JAR", DEBIAN.toString());

        Outcome ours = jmol(Map.of(), "-n", "-J", "print \"version \" + _version");
        Outcome outcome = jmol(other, "-n", ASPIRIN, script);

        assertThat(ours.out()).contains("version 1431010");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("version 14", "status done").doesNotContain("version 1431010");
        assertThat(folder.resolve("other.png")).isNotEmptyFile();
    }
}
