package org.lowland.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lowland.launcher.Command.Outcome;

/** The launcher in a tree of sources that holds nothing else, with stand-ins for Maven and Java that note their calls. */
final class SourceTree {
    private static final Path LAUNCHER =
            Path.of("..", "lowland").toAbsolutePath().normalize();

    /** What the launcher may count on; Maven and Java are not among them. */
    private static final List<String> SYSTEM_TOOLS =
            List.of("readlink", "dirname", "find", "head", "sed", "cat", "mkdir", "rm", "mv", "sleep", "touch");

    private final Path top;
    private final Path tools;

    SourceTree(Path folder) throws IOException {
        top = Files.createDirectories(folder.resolve("a tree"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(LAUNCHER, top.resolve("lowland"));
        Files.setPosixFilePermissions(top.resolve("lowland"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(source().getParent());
        Files.writeString(source(), "class Some {}");
        Files.writeString(top.resolve("pom.xml"), "<project>\n  <version>1.2</version>\n</project>\n");
        Files.writeString(top.resolve("module").resolve("pom.xml"), "<project/>");
        java("17.0.1");
        maven("mkdir -p jmol-scripts/target/lowland-1.2/lib; touch jmol-scripts/target/lowland-1.2/lib/a.jar");
        for (String tool : SYSTEM_TOOLS) {
            tool(tool, "exec " + systemTool(tool) + " \"$@\"");
        }
        settle();
    }

    private static Path systemTool(String name) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not there"));
    }

    Path top() {
        return top;
    }

    Path tools() {
        return tools;
    }

    Path source() {
        return top.resolve(Path.of("module", "src", "main", "java", "Some.java"));
    }

    /** Makes everything look as if it was written a minute ago. */
    void settle() throws IOException {
        try (var files = Files.walk(top)) {
            for (Path file :
                    files.filter(f -> !f.toString().contains(".lowland")).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
    }

    void maven(String commands) throws IOException {
        tool("mvn", "echo building >>" + quoted(tools.resolve("builds")) + "\n" + commands);
    }

    void java(String version) throws IOException {
        tool(
                "java",
                """
                if [ "$1" = -version ]; then
                    echo 'openjdk version "%s" 2025-04-15' >&2
                    exit
                fi
                for argument; do
                    case $argument in
                        -XX:ArchiveClassesAtExit=*) echo archive >"${argument#*=}"; exit ;;
                    esac
                done
                printf '%%s\\n' "$@"
                exit "${EXIT_CODE:-0}"
                """
                        .formatted(version));
    }

    void tool(String name, String commands) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    long builds() throws IOException {
        Path log = tools.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(top.resolve("lowland"), top, Map.of(), arguments);
    }

    Outcome run(Path launcher, Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", tools.toString());
        return new Command(words, folder, all).run(Duration.ofSeconds(20));
    }
}
