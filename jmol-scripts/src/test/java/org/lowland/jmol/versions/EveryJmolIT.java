package org.lowland.jmol.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests of all that runs inside Jmol, once more in other Jmols: Debian's where it is installed, and those that
 * {@code LOWLAND_TEST_JMOL_JARS} names, separated as in a class path.
 */
class EveryJmolIT {
    private static final Path DEBIAN = Path.of("/usr/share/java/jmol.jar");
    private static final long MOST_MINUTES = 8;

    @TestFactory
    Stream<DynamicTest> theSuitePassesIn() {
        List<Path> jars = jars();
        if (jars.isEmpty()) {
            abort("No other Jmol here: install Debian's package 'jmol' or let LOWLAND_TEST_JMOL_JARS name jars");
        }
        return jars.stream().map(jar -> DynamicTest.dynamicTest(jar.toString(), () -> run(jar)));
    }

    private static List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        Optional.of(DEBIAN).filter(Files::isRegularFile).ifPresent(jars::add);
        Optional.ofNullable(System.getenv("LOWLAND_TEST_JMOL_JARS")).stream()
                .flatMap(names -> Arrays.stream(names.split(File.pathSeparator)))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .forEach(jars::add);
        return jars;
    }

    private static void run(Path jar) throws IOException, InterruptedException {
        assertThat(jar).isRegularFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Djava.awt.headless=true",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--add-exports",
                        "java.desktop/sun.awt.image=ALL-UNNAMED",
                        "-cp",
                        classPath(jar),
                        TaggedTests.class.getName())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        Thread reader = new Thread(() -> read(process.getInputStream(), said), "reader of " + jar);
        reader.start();
        boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        reader.join();
        System.out.println(said.toString().lines().reduce("", (before, line) -> line));
        assertThat(ended).as("ended in time: %s", said).isTrue();
        assertThat(process.exitValue()).as("%s", said).isZero();
    }

    private static void read(InputStream from, StringBuilder to) {
        try (from) {
            to.append(new String(from.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            to.append(e);
        }
    }

    /** What this test runs with, with another Jmol in the place of ours. */
    private static String classPath(Path jar) {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(own.split(File.pathSeparator))
                        .filter(part -> !Path.of(part).getFileName().toString().matches("jmol-[0-9].*\\.jar"))
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + jar;
    }
}
