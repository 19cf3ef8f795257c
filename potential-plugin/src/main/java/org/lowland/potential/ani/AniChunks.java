package org.lowland.potential.ani;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lowland.api.system.AtomicSystem;

/**
 * Cuts a batch into parts that are computed one after the other. Systems of like elements go together, because the
 * matrices are the narrower the fewer elements a part holds; a part ends at its largest size, or where the elements
 * change once it is large enough to keep the matrix products busy.
 */
final class AniChunks {
    private static final int BUSY_FRACTION = 4;

    private final AniLayout layout;
    private final int largest;

    /**
     * @param layout the slots of the elements
     * @param largest the most atoms in a part, unless a single system has more
     */
    AniChunks(AniLayout layout, int largest) {
        this.layout = layout;
        this.largest = largest;
    }

    /**
     * The parts.
     *
     * @param systems of known elements
     * @return the indices of the systems in each part, every index once
     */
    List<List<Integer>> of(List<AtomicSystem> systems) {
        int[] masks = systems.stream().mapToInt(this::mask).toArray();
        int[] order = IntStream.range(0, masks.length)
                .boxed()
                .sorted(Comparator.comparingInt(k -> masks[k]))
                .mapToInt(k -> k)
                .toArray();
        List<List<Integer>> chunks = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        int atoms = 0;
        int mask = 0;
        for (int index : order) {
            int size = systems.get(index).size();
            boolean full = atoms + size > largest || masks[index] != mask && atoms >= largest / BUSY_FRACTION;
            if (full && !current.isEmpty()) {
                chunks.add(current);
                current = new ArrayList<>();
                atoms = 0;
            }
            current.add(index);
            atoms += size;
            mask = masks[index];
        }
        if (!current.isEmpty()) {
            chunks.add(current);
        }
        return chunks;
    }

    /** One bit for each slot; the leading slots are the low bits, so that sorting by it keeps narrow sets together. */
    private int mask(AtomicSystem system) {
        int[] slots = layout.slots();
        return Arrays.stream(system.atomicNumbers()).reduce(0, (mask, z) -> mask | 1 << slots[z]);
    }
}
