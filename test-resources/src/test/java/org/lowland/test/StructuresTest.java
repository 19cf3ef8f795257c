package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

class StructuresTest {

    @Test
    void buildsMoleculesWhoseAtomsAreAsFarApartAsTheirBondsSay() {
        for (AtomicSystem molecule : List.of(
                Structures.water(),
                Structures.methane(),
                Structures.ethanol(),
                Structures.acetamide(),
                Structures.chloromethanethiol(),
                Structures.benzene(),
                Structures.alkane(2),
                Structures.alkane(9))) {
            int[] bonds = molecule.bonds();
            boolean[][] bonded = new boolean[molecule.size()][molecule.size()];
            for (int b = 0; b < bonds.length; b += 2) {
                bonded[bonds[b]][bonds[b + 1]] = true;
                bonded[bonds[b + 1]][bonds[b]] = true;
            }
            NeighborList pairs = NeighborList.allImages(molecule, Double.POSITIVE_INFINITY);
            for (int p = 0; p < pairs.size(); p++) {
                double distance = Math.sqrt(pairs.squaredDistance(p));
                if (bonded[pairs.first(p)][pairs.second(p)]) {
                    assertThat(distance).as("%s", molecule).isBetween(0.95, 1.83);
                } else {
                    assertThat(distance).as("%s", molecule).isGreaterThan(1.5);
                }
            }
            assertThat(molecule.electrons() % 2).isZero();
        }
        assertThat(Arrays.stream(Structures.alkane(9).atomicNumbers()).filter(z -> z == 1))
                .hasSize(20);
    }

    @Test
    void keepsTheIcosahedronNearItsMinimum() {
        assertThat(ToyPotential.lennardJones()
                        .evaluate(Structures.icosahedron())
                        .energy())
                .isCloseTo(ReferenceValues.lennardJonesMinima().get(13), within(0.5));
    }

    @Test
    void fillsBoxesWithoutOverlap() {
        AtomicSystem box = Structures.kobAndersenBox(100, 3);
        assertThat(Arrays.stream(box.atomicNumbers()).filter(z -> z == 15)).hasSize(20);
        assertThat(box.size() / box.cell().orElseThrow().volume()).isCloseTo(1.2, within(1e-12));
        assertThat(NeighborList.allImages(box, 0.69).size()).isZero();
        assertThat(NeighborList.allImages(Structures.randomCluster(60, 3), 0.69).size())
                .isZero();
        assertThat(NeighborList.allImages(Structures.waterBox(), 0.95).size()).isZero();
        assertThat(NeighborList.allImages(Structures.waterBox(), 1.2).size()).isEqualTo(16);
        assertThat(Structures.kobAndersenBox(50, 1)).isEqualTo(Structures.kobAndersenBox(50, 1));
        assertThat(Structures.kobAndersenBox(50, 1)).isNotEqualTo(Structures.kobAndersenBox(50, 2));
    }
}
