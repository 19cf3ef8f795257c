package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;

class SpeciesCatalogTest {
    private static final Set<Integer> ELEMENTS = Set.of(1, 6, 7, 8, 9, 16, 17);
    private static final String ETHYL_BENZOATE = "CCOC(=O)c1ccccc1";
    private static final String PARACETAMOL = "CC(=O)Nc1ccc(O)cc1";

    @TempDir
    Path folder;

    private final ChemistryFilter filter = new ChemistryFilter(ELEMENTS, 60);

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("list.smi"),
                ETHYL_BENZOATE + "\n" + PARACETAMOL
                        + "\nc1ccccc1\nCCO\n[NH3+]CC(=O)[O-]\nCCCCCCCCCCCCCCCCCCCCCC(=O)O\n");
        Files.writeString(folder.resolve("excluded.smi"), "OCC ethanol\n");
    }

    @Test
    void fragmentsBelongToTheirParents() {
        SpeciesCatalog catalog = catalog(Optional.empty(), List.of());
        Species toFind = fragment(catalog, "OC(=O)c1ccccc1");
        assertThat(toFind.group()).isEqualTo(filter.keyOf(ETHYL_BENZOATE));
        assertThat(catalog.sources())
                .extracting(source -> source.species().key())
                .doesNotHaveDuplicates()
                .contains(filter.keyOf(PARACETAMOL), filter.keyOf("CC(=O)N"));
    }

    @Test
    void moleculesOfTheListsAreNobodysFragments() {
        for (Source source : catalog(Optional.empty(), List.of()).sources()) {
            if (Set.of(filter.keyOf("c1ccccc1"), filter.keyOf("CCO"))
                    .contains(source.species().key())) {
                assertThat(source.species().group()).isEqualTo(source.species().key());
            }
        }
    }

    @Test
    void moleculesThatAreTooLargeGiveFragmentsOnly() {
        SpeciesCatalog catalog = catalog(Optional.empty(), List.of());
        String acid = filter.keyOf("CCCCCCCCCCCCCCCCCCCCCC(=O)O");
        assertThat(catalog.sources())
                .extracting(source -> source.species().key())
                .doesNotContain(acid);
        assertThat(catalog.sources())
                .extracting(source -> source.species().group())
                .contains(acid);
    }

    @Test
    void excludedMoleculesComeInNeitherByThemselvesNorAsFragments() {
        String ethanol = filter.keyOf("CCO");
        assertThat(keys(catalog(Optional.empty(), List.of()))).contains(ethanol);
        assertThat(keys(catalog(Optional.empty(), List.of("excluded.smi")))).doesNotContain(ethanol);
    }

    @Test
    void nothingOfWhatIsSetAsideIsLeft() {
        SetAside choice = new SetAside("test.smi", 1, 1, List.of("list.smi"), 16, 30);
        SpeciesCatalog catalog = catalog(Optional.of(choice), List.of());
        assertThat(catalog.setAside()).hasSize(1);
        String key = catalog.setAside().get(0).key();
        assertThat(key).isIn(filter.keyOf(ETHYL_BENZOATE), filter.keyOf(PARACETAMOL));
        assertThat(keys(catalog)).doesNotContain(key);
        assertThat(catalog.sources())
                .extracting(source -> source.species().group())
                .doesNotContain(key);
    }

    @Test
    void setAsideMoleculesHaveTheWantedSize() {
        SetAside choice = new SetAside("test.smi", 3, 1, List.of("list.smi"), 16, 30);
        assertThatThrownBy(() -> catalog(Optional.of(choice), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("only 2");
    }

    private static Set<String> keys(SpeciesCatalog catalog) {
        Set<String> keys = new HashSet<>();
        catalog.sources().forEach(source -> keys.add(source.species().key()));
        return keys;
    }

    private Species fragment(SpeciesCatalog catalog, String smiles) {
        return catalog.sources().stream()
                .map(Source::species)
                .filter(species -> species.key().equals(filter.keyOf(smiles)))
                .findFirst()
                .orElseThrow();
    }

    private SpeciesCatalog catalog(Optional<SetAside> setAside, List<String> excluded) {
        SpeciesSettings settings = new SpeciesSettings(
                List.of("list.smi"),
                List.of(),
                List.of(),
                60,
                1,
                0,
                0,
                new SpeciesSettings.FragmentSettings(50, 5, 30, 100, 1));
        return SpeciesCatalog.of(settings, setAside, excluded, ELEMENTS, folder::resolve, 3);
    }
}
