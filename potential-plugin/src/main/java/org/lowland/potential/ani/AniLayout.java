package org.lowland.potential.ani;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order of elements inside the script: the commonest first, so that the descriptor's blocks which molecules of H,
 * C, O and N use are the leading rows of the first layer's weights, and those of absent elements need not be computed.
 *
 * @param elements atomic numbers in the order of the script's slots
 * @param sources for each slot, the element's index in the published descriptor
 */
record AniLayout(List<Integer> elements, List<Integer> sources) {
    private static final List<Integer> COMMON = List.of(1, 6, 8, 7);

    AniLayout {
        elements = List.copyOf(elements);
        sources = List.copyOf(sources);
    }

    static AniLayout of(AniDescriptor descriptor) {
        List<Integer> elements = new ArrayList<>(COMMON);
        elements.retainAll(descriptor.elements());
        descriptor.elements().stream().filter(z -> !COMMON.contains(z)).forEach(elements::add);
        return new AniLayout(
                elements, elements.stream().map(descriptor.elements()::indexOf).toList());
    }

    int size() {
        return elements.size();
    }

    /** The slot of each atomic number up to the largest; -1 for others. */
    int[] slots() {
        int[] slots = new int[elements.stream().mapToInt(z -> z).max().orElse(0) + 1];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < size(); slot++) {
            slots[elements.get(slot)] = slot;
        }
        return slots;
    }

    /** The index of an unordered pair of slots: pairs of earlier slots come first. */
    static int pair(int one, int other) {
        int high = Math.max(one, other);
        return high * (high + 1) / 2 + Math.min(one, other);
    }

    /** The number of unordered pairs of the first {@code slots} slots. */
    static int pairs(int slots) {
        return slots * (slots + 1) / 2;
    }
}
