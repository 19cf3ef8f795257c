package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;

class SpeciesListTest {
    private final ChemistryFilter filter = new ChemistryFilter(Set.of(1, 6, 7, 8, 9, 16, 17), 60);

    @TempDir
    Path folder;

    @Test
    void readsTheColumnNamedSmilesWithQuotedFields() throws IOException {
        Path table = write("t.csv", "name,smiles,value\n\"4-methoxy-N,N-dimethyl\",CO,1\nother,CCO ,2\n");
        assertThat(SpeciesList.column(table)).containsExactly("CO", "CCO");
    }

    @Test
    void readsAListOfOneSmilesALine() throws IOException {
        assertThat(SpeciesList.column(write("l.smi", "CO\tmethanol\n\nCCO ethanol\n")))
                .containsExactly("CO", "CCO");
    }

    @Test
    void takesATextOnceAndLeavesOutTheExcludedOnes() throws IOException {
        Path first = write("a.smi", "CO\nCCO\n");
        Path second = write("b.smi", "CCO\nCCN\n");
        List<Species> species = SpeciesList.read(List.of(first, second), filter, Set.of(filter.keyOf("NCC")));
        assertThat(species).extracting(Species::smiles).containsExactly("CO", "CCO");
    }

    @Test
    void namesAListThatIsNotThere() {
        assertThatThrownBy(() -> SpeciesList.column(folder.resolve("none.csv")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.csv");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
