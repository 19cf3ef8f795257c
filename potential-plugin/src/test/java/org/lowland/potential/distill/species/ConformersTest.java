package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;

class ConformersTest {

    @Test
    void buildsDifferentConformersWithAllHydrogens() {
        List<AtomicSystem> structures = Conformers.generate("OCCCO", 3, 1);
        assertThat(structures).hasSize(3).allSatisfy(s -> assertThat(s.size()).isEqualTo(13));
        assertThat(structures.get(0)).isNotEqualTo(structures.get(1));
    }

    @Test
    void theSameSeedGivesTheSame() {
        assertThat(Conformers.generate("OCCCO", 2, 4)).isEqualTo(Conformers.generate("OCCCO", 2, 4));
    }

    @Test
    void givesNoneForWhatItCannotRead() {
        assertThat(Conformers.generate("not a molecule", 1, 1)).isEmpty();
    }
}
