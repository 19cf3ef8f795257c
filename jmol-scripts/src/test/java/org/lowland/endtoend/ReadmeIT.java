package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
        Files.createSymbolicLink(
                folder.resolve("lowland"), Distribution.home().resolve("bin").resolve("lowland"));
        Files.createSymbolicLink(folder.resolve("examples"), Distribution.top("examples"));
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
}
