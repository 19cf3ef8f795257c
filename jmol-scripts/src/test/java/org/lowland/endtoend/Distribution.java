package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.lowland.launcher.Command;
import org.lowland.launcher.Command.Outcome;

/** The distribution that the build has just put together, and the data around the checkout. */
final class Distribution {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Distribution() {}

    /** The unpacked distribution. */
    static Path home() {
        Path home = Path.of(System.getProperty("lowland.home", "target/lowland-0.1.0-SNAPSHOT"))
                .toAbsolutePath();
        assertThat(home.resolve("bin").resolve("lowland"))
                .as("run 'mvn verify'")
                .exists();
        return home;
    }

    /** A file of the source tree. */
    static Path top(String path) {
        return TOP.resolve(path);
    }

    /** A file of the data beside the checkout; the test is skipped where it is not there. */
    static Path shared(String path) {
        Path found = TOP.resolveSibling("shared").resolve(path);
        Assumptions.assumeTrue(Files.exists(found), () -> found + " is not there");
        return found;
    }

    /** The command {@code lowland} with arguments. */
    static Command command(Path folder, Object... arguments) {
        List<String> words =
                new ArrayList<>(List.of(home().resolve("bin/lowland").toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return new Command(words, folder, environment());
    }

    /** The environment of the build, with the Java of the build. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    static Outcome lowland(Path folder, Object... arguments) throws IOException, InterruptedException {
        return command(folder, arguments).run(LIMIT);
    }

    /** One JSON object a line, and nothing else. */
    static List<JsonNode> json(String lines) {
        return lines.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (JsonProcessingException e) {
                        throw new AssertionError("not JSON: " + line, e);
                    }
                })
                .toList();
    }
}
