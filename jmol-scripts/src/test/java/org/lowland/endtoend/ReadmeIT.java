package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command;
import org.lowland.launcher.Command.Outcome;

/** What the README tells people to type works. */
class ReadmeIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** These build or fetch the project itself. */
    private static final Pattern NOT_HERE = Pattern.compile("^(mvn|git|cd) .*");

    @TempDir
    Path folder;

    private static List<String> blocks(String language) throws IOException {
        String text = Files.readString(Distribution.top("README.md"));
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @BeforeEach
    void layOutWhatTheReaderSees() throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("lowland"),
                "#!/bin/sh\nexec '" + Distribution.home().resolve("bin").resolve("lowland") + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        layOut("jmol-scripts/src/main/examples");
        layOut("jmol-scripts/src/main/jmol");
    }

    private void layOut(String path) throws IOException {
        Path copies = Files.createDirectories(folder.resolve(path));
        try (Stream<Path> files = Files.list(Distribution.top(path))) {
            for (Path file : files.toList()) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
    }

    @TestFactory
    List<DynamicTest> everyCommandOfTheReadmeRuns() throws IOException {
        List<String> commands = blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank() && !NOT_HERE.matcher(line).matches())
                .toList();
        assertThat(commands).isNotEmpty();
        return commands.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    Outcome outcome =
                            new Command(List.of("sh", "-c", line), folder, Distribution.environment()).run(LIMIT);
                    assertThat(outcome.code()).as(outcome.err()).isZero();
                }))
                .toList();
    }

    @Test
    void theJavaExampleCompilesAndRuns() throws Exception {
        List<String> examples = blocks("java");
        assertThat(examples).isNotEmpty();
        List<String> lines = examples.get(0).lines().toList();
        String imports = String.join(
                "\n", lines.stream().filter(line -> line.startsWith("import ")).toList());
        String body = String.join(
                "\n", lines.stream().filter(line -> !line.startsWith("import ")).toList());
        Path source = Files.writeString(
                folder.resolve("Example.java"),
                imports + "\nclass Example {\n  public static void main(String[] arguments) throws Exception {\n" + body
                        + "\n  }\n}\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Outcome outcome = new Command(
                        List.of(java, "-cp", Distribution.home() + "/lib/*", source.toString()),
                        folder,
                        Distribution.environment())
                .run(LIMIT);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("true", "KEPT");
    }

    @Test
    void theExampleOfABackendAppearsInEveryList() throws Exception {
        String java = blocks("java").get(1);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path source = Files.createDirectories(folder.resolve("example")).resolve("SpringsProvider.java");
        Files.writeString(source, java);
        Path services = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
        Files.writeString(services.resolve("org.lowland.api.spi.PotentialProvider"), "example.SpringsProvider\n");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(compiled).as(errors.toString()).isZero();
        Map<String, String> environment = Distribution.environment();
        environment.put("LOWLAND_CLASSPATH", classes.toString());

        Outcome list = new Command(List.of("./lowland", "backends"), folder, environment).run(LIMIT);
        Outcome energy = new Command(
                        List.of(
                                "./lowland",
                                "energy",
                                "jmol-scripts/src/main/examples/aspirin.sdf",
                                "--potential",
                                "springs?stiffness=2",
                                "--json",
                                "-"),
                        folder,
                        environment)
                .run(LIMIT);

        assertThat(list.out()).contains("springs", "every atom on a spring to the origin");
        assertThat(energy.code()).as(energy.err()).isZero();
        assertThat(Distribution.json(energy.out()).get(0).get("energy_eV").asDouble())
                .isPositive();
    }
}
