package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

/** What cannot be run, or runs wrong, is refused, and the message says what to do. */
class RefusalTest {
    @TempDir
    Path folder;

    private Path copy(String name) throws IOException {
        return Files.copy(Archives.file(name), folder.resolve(name));
    }

    @Test
    void filesThatAreNoTorchScript() throws IOException {
        Path text = Files.writeString(folder.resolve("model.pt"), "not a zip");
        assertThatThrownBy(() -> Archives.potential(text))
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll("model.pt", "not a TorchScript archive", "torch.jit.save");
        assertThatThrownBy(() -> Archives.potential("weights.pt"))
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll("weights.pt", "torch.save", "torch.jit.script");
        assertThatThrownBy(() -> Archives.potential(folder.resolve("absent.pt")))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("absent.pt", "no such file");
    }

    @Test
    void archivesWithoutADeclaration() throws IOException {
        Path bare = copy("lennard-jones.pt");
        assertThatThrownBy(() -> Archives.potential(bare))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("lennard-jones.yaml", "lowland.yaml");
        Path own = folder.resolve("organic.pt");
        try (InputStream in = getClass().getResourceAsStream("/META-INF/lowland/models/organic/model.pt")) {
            Files.copy(in, own);
        }
        assertThatThrownBy(() -> Archives.potential(own))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("network?path=" + own);
    }

    @Test
    void theDeclarationThatIsGivenCountsBeforeThatBesideAndThatInside() throws IOException {
        Path archive = copy("morse.pt");
        String inside = "name: morse\nlevel-of-theory: %s\nelements: [H, C, N, O]\n"
                + "inputs: [atomic-numbers, positions, cell, pbc]\noutputs: [energy]\n"
                + "units: {length: bohr, energy: hartree}\ndtype: float64\n";
        assertThat(level(Archives.potential(archive))).isEqualTo("Morse pairs");
        Files.writeString(folder.resolve("morse.yaml"), inside.formatted("beside"));
        assertThat(level(Archives.potential(archive))).isEqualTo("beside");
        Path given = Files.writeString(folder.resolve("other.yaml"), inside.formatted("given"));
        assertThat(level(Archives.potential(archive, "declaration", given.toString())))
                .isEqualTo("given");
        assertThatThrownBy(() -> Archives.potential(archive, "declaration", folder + "/absent.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("absent.yaml");
    }

    private static String level(Potential potential) {
        try (potential) {
            return potential.domain().levelOfTheory();
        }
    }

    @Test
    void elementsThatAreNotDeclared() {
        try (Potential morse = Archives.potential("morse.pt")) {
            assertThatThrownBy(() -> morse.evaluate(Structures.chloromethanethiol()))
                    .isInstanceOf(UnsupportedException.class)
                    .hasMessageContainingAll("(S)", "'morse'", "H C N O");
        }
    }

    @Test
    void answersThatCannotBeUsed() {
        try (Potential bad = Archives.potential("bad.pt")) {
            assertThatThrownBy(() -> bad.evaluate(Structures.water()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("'bad'", "energy", "[3]", "one number for each structure");
            assertThatThrownBy(() -> bad.evaluate(charged(1)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("the energy of 3 atoms is NaN");
            assertThatThrownBy(() -> bad.evaluate(charged(2)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("does not depend on the positions", "detach");
            assertThatThrownBy(() -> bad.evaluate(charged(3)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("force on atom 1 (O) is NaN");
        }
    }

    private static AtomicSystem charged(int charge) {
        AtomicSystem water = Structures.water();
        return AtomicSystem.builder(water.atomicNumbers(), water.positions())
                .charge(charge)
                .build();
    }

    @Test
    void signaturesThatAreNotThoseOfTheModel() throws IOException {
        Path archive = copy("bad.pt");
        String text = Files.readString(Archives.file("bad.yaml"));
        Files.writeString(folder.resolve("bad.yaml"), text.replace("[energy]", "[energy, forces]"));
        try (Potential bad = Archives.potential(archive)) {
            assertThatThrownBy(() -> bad.evaluate(Structures.water()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll("returns 1 tensors", "[energy, forces]");
        }
        Files.writeString(folder.resolve("bad.yaml"), text.replace(", charge]", "]"));
        try (Potential bad = Archives.potential(archive)) {
            assertThatThrownBy(() -> bad.evaluate(Structures.water()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("charge");
        }
    }
}
