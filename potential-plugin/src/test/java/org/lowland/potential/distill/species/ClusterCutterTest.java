package org.lowland.potential.distill.species;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

class ClusterCutterTest {

    /** A molecule of nine atoms in a row of waters, 3 Å apart. */
    private static SpiceStructures.Mixture mixture() {
        List<Species> molecules = new ArrayList<>(List.of(Species.of("ETHANOL", "CCO")));
        List<int[]> atoms = new ArrayList<>(List.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}));
        List<Integer> numbers = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        add(Structures.ethanol(), 0, numbers, positions);
        for (int water = 1; water <= 6; water++) {
            molecules.add(Species.of("WATER", "O"));
            atoms.add(new int[] {numbers.size(), numbers.size() + 1, numbers.size() + 2});
            add(Structures.water(), 3.0 + 3 * water, numbers, positions);
        }
        AtomicSystem system = AtomicSystem.of(
                numbers.stream().mapToInt(Integer::intValue).toArray(),
                positions.stream().mapToDouble(Double::doubleValue).toArray());
        return new SpiceStructures.Mixture(molecules, atoms, List.of(system, system, system, system));
    }

    private static void add(AtomicSystem system, double shift, List<Integer> numbers, List<Double> positions) {
        for (int atom = 0; atom < system.size(); atom++) {
            numbers.add(system.atomicNumber(atom));
            positions.add(system.position(atom, 0) + shift);
            positions.add(system.position(atom, 1));
            positions.add(system.position(atom, 2));
        }
    }

    @Test
    void takesTheLargestMoleculeWithItsNearestNeighbours() {
        List<Source> clusters = ClusterCutter.cut(mixture(), 4, 21, new Well19937c(2));
        assertThat(clusters).isNotEmpty().allSatisfy(cluster -> {
            AtomicSystem system = cluster.structures().get(0);
            assertThat(system.size()).isBetween(12, 21);
            assertThat(system.size() % 3).isZero();
            assertThat(cluster.species().group()).isEqualTo("ETHANOL+WATER");
            int waters = (system.size() - 9) / 3;
            assertThat(system.position(system.size() - 3, 0)).isEqualTo(3.0 + 3 * waters);
            assertThat(system.bonds()).hasSize(2 * (8 + 2 * waters));
        });
    }

    @Test
    void aMoleculeAloneIsNoCluster() {
        assertThat(ClusterCutter.cut(mixture(), 4, 10, new Well19937c(2))).isEmpty();
    }
}
