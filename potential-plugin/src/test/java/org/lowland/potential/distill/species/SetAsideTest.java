package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;

class SetAsideTest {
    private static final SetAside TEN = new SetAside("test.smi", 10, 4, List.of("a.smi"), 2, 60);

    @Test
    void theOrderOfTheListsDoesNotMatter() {
        List<Species> species = species(100);
        List<Species> reversed = new ArrayList<>(species);
        Collections.reverse(reversed);
        assertThat(TEN.choose(reversed)).hasSize(10).isEqualTo(TEN.choose(species));
    }

    @Test
    void moreAreAddedBehindThoseThatWereChosen() {
        List<Species> species = species(100);
        SetAside twenty = new SetAside("test.smi", 20, 4, List.of("a.smi"), 2, 60);
        assertThat(twenty.choose(species).subList(0, 10)).isEqualTo(TEN.choose(species));
    }

    @Test
    void moleculesThatLeaveTheListsMoveNoOthersIn() {
        List<Species> species = species(100);
        List<Species> chosen = TEN.choose(species);
        List<Species> fewer = new ArrayList<>(species);
        fewer.remove(chosen.get(3));
        assertThat(new HashSet<>(TEN.choose(fewer)))
                .containsAll(chosen.stream().filter(s -> s != chosen.get(3)).toList());
    }

    @Test
    void oneKeyIsChosenOnce() {
        List<Species> twice = new ArrayList<>(species(10));
        twice.add(Species.of("KEY3", "another"));
        assertThat(TEN.choose(twice)).extracting(Species::key).doesNotHaveDuplicates();
    }

    @Test
    void anotherSeedChoosesOthers() {
        SetAside other = new SetAside("test.smi", 10, 5, List.of("a.smi"), 2, 60);
        assertThat(other.choose(species(100))).isNotEqualTo(TEN.choose(species(100)));
    }

    @Test
    void wantsEnoughMolecules() {
        assertThatThrownBy(() -> TEN.choose(species(9)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("only 9");
    }

    private static List<Species> species(int count) {
        List<Species> species = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            species.add(Species.of("KEY" + k, "C" + k));
        }
        return species;
    }
}
