package org.lowland.api.system;

import java.util.Optional;

/** Finds atoms that sit on top of each other, in O(N), before any potential divides by their distance. */
public final class ClosePairs {
    private static final int LARGEST_BRUTE_FORCE = 300;

    /**
     * Two atoms and their distance.
     *
     * @param first index from 0
     * @param second index from 0, larger than the first
     * @param distance in Å
     */
    public record Pair(int first, int second, double distance) {}

    private ClosePairs() {}

    /**
     * The first pair, in the order of atoms, that is closer than a distance. Periodic images are not looked at: the
     * neighbour list of a periodic potential sees them.
     *
     * @param system the atoms
     * @param distance in Å, small against bond lengths
     * @return the pair, if there is one
     */
    public static Optional<Pair> first(AtomicSystem system, double distance) {
        return system.size() <= LARGEST_BRUTE_FORCE ? ofFew(system, distance) : ofMany(system, distance);
    }

    private static Optional<Pair> ofFew(AtomicSystem system, double distance) {
        double[] p = system.positions();
        for (int i = 0; i < p.length; i += 3) {
            for (int j = i + 3; j < p.length; j += 3) {
                double x = p[j] - p[i];
                double y = p[j + 1] - p[i + 1];
                double z = p[j + 2] - p[i + 2];
                double squared = x * x + y * y + z * z;
                if (squared < distance * distance) {
                    return Optional.of(new Pair(i / 3, j / 3, Math.sqrt(squared)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Pair> ofMany(AtomicSystem system, double distance) {
        AtomicSystem freeSpace = AtomicSystem.of(system.atomicNumbers(), system.positions());
        NeighborList pairs = NeighborList.allImages(freeSpace, distance);
        return pairs.size() == 0
                ? Optional.empty()
                : Optional.of(new Pair(pairs.first(0), pairs.second(0), Math.sqrt(pairs.squaredDistance(0))));
    }
}
