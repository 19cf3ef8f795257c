package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;

class ChemistryFilterTest {
    private final ChemistryFilter filter = new ChemistryFilter(Set.of(1, 6, 7, 8, 9, 16, 17), 30);

    @ParameterizedTest
    @ValueSource(strings = {"CC(=O)Oc1ccccc1C(=O)O", "C[N+](=O)[O-]", "C[S+](C)[O-]", "[H][H]"})
    void takesNeutralClosedShellMoleculesAndFormalChargesThatAreNeighbours(String smiles) {
        assertThat(filter.accept(smiles)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C[NH3+]", // a cation
                "[NH3+]CC(=O)[O-]", // a zwitterion
                "CBr", // another element
                "[CH3]", // a radical
                "CCCCCCCCCCCCCCCC", // more than 30 atoms
                "C1CC" // no SMILES
            })
    void leavesOutWhatTheTeacherDoesNotCover(String smiles) {
        assertThat(filter.accept(smiles)).isEmpty();
    }

    @Test
    void takesTheLargestFragmentOfASalt() {
        assertThat(filter.accept("Cl.CCN(CC)CC").orElseThrow().smiles()).isEqualTo("CCN(CC)CC");
    }

    @Test
    void keysGoByConnectivityNotByStereo() {
        String left = filter.accept("C[C@H](N)C(=O)O").orElseThrow().key();
        assertThat(filter.keyOf("C[C@@H](N)C(=O)O")).isEqualTo(left).hasSize(14);
        assertThat(filter.keyOf("CC(N)CO")).isNotEqualTo(left);
    }

    @Test
    void aMoleculeToLeaveOutMustBeReadable() {
        assertThatThrownBy(() -> filter.keyOf("C1CC"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'C1CC'");
    }
}
