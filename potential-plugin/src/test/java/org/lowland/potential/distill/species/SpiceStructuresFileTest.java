package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;

class SpiceStructuresFileTest {
    private static final Path FILE = Path.of("../../shared/data/spice_structures/des-monomers.hdf5");

    @Test
    void readsMethaneWithItsBondsInAngstrom() {
        assumeTrue(Files.exists(FILE), "the SPICE monomers are not beside the checkout");
        ChemistryFilter filter = new ChemistryFilter(Set.of(1, 6, 7, 8, 9, 16, 17), 60);
        List<SpiceStructures.Monomer> monomers = SpiceStructures.monomers(FILE, filter);
        assertThat(monomers).hasSizeGreaterThan(300);
        SpiceStructures.Monomer methane = monomers.stream()
                .filter(m -> m.species().key().equals(filter.keyOf("C")))
                .findFirst()
                .orElseThrow();
        assertThat(methane.conformations()).hasSize(50);
        AtomicSystem first = methane.conformations().get(0);
        int carbon = indexOfCarbon(first);
        for (int atom = 0; atom < 5; atom++) {
            if (atom != carbon) {
                assertThat(distance(first, carbon, atom)).isCloseTo(1.09, within(0.15));
            }
        }
    }

    private static int indexOfCarbon(AtomicSystem system) {
        int atom = 0;
        while (system.atomicNumber(atom) != 6) {
            atom++;
        }
        return atom;
    }

    private static double distance(AtomicSystem system, int i, int j) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = system.position(i, axis) - system.position(j, axis);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
