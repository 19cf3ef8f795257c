package org.lowland.jmol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;

class OpeningTest {
    @TempDir
    Path folder;

    private String file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "").toString();
    }

    @Test
    void theFirstStructureIsLoadedAndTheOthersAreAppended() throws IOException {
        Opening opening = Opening.of(List.of(file("a.sdf"), file("b.xyz")));

        assertThat(opening.commands())
                .containsExactly("load \"" + folder + "/a.sdf\"", "load APPEND \"" + folder + "/b.xyz\"");
    }

    @Test
    void scriptsRunWhereTheyStand() throws IOException {
        Opening opening = Opening.of(List.of(file("a b.SPT"), file("a.sdf"), file("c.spt")));

        assertThat(opening.commands())
                .containsExactly(
                        "script \"" + folder + "/a b.SPT\"",
                        "load \"" + folder + "/a.sdf\"",
                        "script \"" + folder + "/c.spt\"");
    }

    @Test
    void quotesInNamesStayPartOfTheName() throws IOException {
        assertThat(Opening.of(List.of(file("a\"b.sdf"))).commands())
                .containsExactly("load \"" + folder + "/a\\\"b.sdf\"");
    }

    @Test
    void whatJmolFetchesByItselfIsLeftToIt() {
        assertThat(Opening.of(List.of("=1CRN", "$caffeine", ":aspirin", "https://somewhere/x.cif"))
                        .commands())
                .containsExactly(
                        "load \"=1CRN\"",
                        "load APPEND \"$caffeine\"",
                        "load APPEND \":aspirin\"",
                        "load APPEND \"https://somewhere/x.cif\"");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Opening.of(List.of("no such.sdf")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no such.sdf: there is no such file");
        assertThatThrownBy(() -> Opening.of(List.of(folder.toString())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this is a folder");
    }

    @Test
    void sizesAreReadAsJmolReadsThem() {
        assertThat(WindowSize.parse("800x600")).isEqualTo(new WindowSize(800, 600));
        assertThat(WindowSize.parse("400")).isEqualTo(new WindowSize(400, 400));
        for (String wrong : List.of("", "0", "800x", "x600", "-5", "800x600x3", "1e3", "1000000")) {
            assertThatThrownBy(() -> WindowSize.parse(wrong))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("800x600");
        }
    }
}
