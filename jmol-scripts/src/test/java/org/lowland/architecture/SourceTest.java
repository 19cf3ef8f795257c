package org.lowland.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not see, read from the sources of all modules. */
class SourceTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST = 400;
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(" + "TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static List<Path> sources(String tree) throws IOException {
        try (Stream<Path> modules = Files.list(TOP)) {
            List<Path> roots = modules.map(module -> module.resolve(tree))
                    .filter(Files::isDirectory)
                    .toList();
            assertThat(roots).isNotEmpty();
            return roots.stream()
                    .flatMap(SourceTest::walk)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Predicate<Path> contains(Pattern pattern) {
        return file -> {
            try {
                return pattern.matcher(Files.readString(file)).find();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Test
    void everyPackageIsExplained() throws IOException {
        assertThat(sources("src/main/java")).extracting(Path::getParent).allSatisfy(folder -> assertThat(
                        folder.resolve("package-info.java"))
                .exists());
    }

    @Test
    void noFileHasMoreThanOnePurpose() throws IOException {
        assertThat(sources("src/main/java"))
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(sources("src/main/java")).noneMatch(contains(LEFT_OVER));
        assertThat(sources("src/test/java")).noneMatch(contains(LEFT_OVER));
    }

    @Test
    void linksInReadmesLeadSomewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
        List<Path> readmes = new ArrayList<>(List.of(TOP.resolve("README.md")));
        try (Stream<Path> modules = Files.list(TOP)) {
            modules.map(module -> module.resolve("README.md"))
                    .filter(Files::exists)
                    .forEach(readmes::add);
        }
        for (Path readme : readmes) {
            assertThat(link.matcher(Files.readString(readme)).results().map(match -> match.group(1)))
                    .as(readme.toString())
                    .allSatisfy(
                            target -> assertThat(readme.resolveSibling(target)).exists());
        }
    }
}
