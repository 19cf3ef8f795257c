package org.lowland.potential.ani;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;

class AniChunksTest {
    private final AniLayout layout = AniLayout.of(RandomEnsemble.of(1).descriptor());

    private static AtomicSystem chain(int... elements) {
        double[] x = new double[3 * elements.length];
        for (int atom = 0; atom < elements.length; atom++) {
            x[3 * atom] = atom;
        }
        return AtomicSystem.of(elements, x);
    }

    @Test
    void everySystemIsInOnePartOfBoundedSize() {
        List<AtomicSystem> systems = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            systems.add(k % 3 == 0 ? chain(1, 8, 1) : k % 3 == 1 ? chain(1, 17) : chain(6, 1, 1, 1, 1));
        }
        List<List<Integer>> chunks = new AniChunks(layout, 20).of(systems);
        assertThat(chunks.stream().flatMap(List::stream).sorted().toList())
                .isEqualTo(java.util.stream.IntStream.range(0, 100).boxed().toList());
        for (List<Integer> chunk : chunks) {
            int atoms = chunk.stream().mapToInt(k -> systems.get(k).size()).sum();
            assertThat(atoms).isBetween(2, 20);
        }
        assertThat(chunks).hasSizeLessThan(25);
    }

    @Test
    void likeElementsGoTogether() {
        List<AtomicSystem> systems =
                List.of(chain(1, 17), chain(1, 8, 1), chain(1, 17), chain(1, 8, 1), chain(1, 17), chain(1, 8, 1));
        assertThat(new AniChunks(layout, 9).of(systems)).containsExactly(List.of(1, 3, 5), List.of(0, 2, 4));
    }

    @Test
    void systemLargerThanAPartStandsAlone() {
        List<AtomicSystem> systems = List.of(chain(1, 1), chain(6, 1, 1, 1, 1), chain(1, 1));
        assertThat(new AniChunks(layout, 4).of(systems)).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void nothingGivesNoParts() {
        assertThat(new AniChunks(layout, 4).of(List.of())).isEmpty();
    }
}
