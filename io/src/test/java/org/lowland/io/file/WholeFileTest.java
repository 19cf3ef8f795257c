package org.lowland.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void appearsWhenCommitted() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        try (WholeFile whole = WholeFile.create(file)) {
            whole.writer().write("new");
            whole.writer().flush();
            assertThat(file).hasContent("old");
            whole.commit();
        }
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void leavesNothingWhenDropped() throws IOException {
        try (WholeFile whole = WholeFile.create(folder.resolve("a.txt"))) {
            whole.writer().write("new");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void followsALink() throws IOException {
        Path real = folder.resolve("real.txt");
        Path link = folder.resolve("link.txt");
        Files.createSymbolicLink(link, Path.of("real.txt"));
        try (WholeFile whole = WholeFile.create(link)) {
            whole.writer().write("text");
            whole.commit();
        }
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("text");
    }

    @Test
    void compressesByName() throws IOException {
        Path file = folder.resolve("a.txt.gz");
        try (WholeFile whole = WholeFile.create(file)) {
            whole.writer().write("text");
            whole.commit();
        }
        assertThat(Files.readAllBytes(file)[0]).isEqualTo((byte) 0x1f);
        assertThat(TextFiles.reader(file).lines()).containsExactly("text");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> WholeFile.create(folder.resolve("no/a.txt")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    void refusesAFolderAsAFile() {
        assertThatThrownBy(() -> WholeFile.create(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this is a folder");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() {
        Path unwritable = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(unwritable), "needs /proc");
        assertThatThrownBy(() -> WholeFile.create(unwritable.resolve("a.txt")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("choose another folder");
    }

    @Test
    void emptyAndMissingFilesAreNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.sdf"));
        assertThatThrownBy(() -> TextFiles.reader(empty))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("empty.sdf: the file is empty");
        assertThatThrownBy(() -> TextFiles.reader(folder.resolve("none.sdf")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.sdf: there is no such file");
        assertThatThrownBy(() -> TextFiles.reader(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this is a folder");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
