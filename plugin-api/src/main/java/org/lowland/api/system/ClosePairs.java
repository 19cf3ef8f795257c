package org.lowland.api.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds atoms that sit on top of each other, in O(N), before any potential divides by their distance. */
public final class ClosePairs {
    private static final int LARGEST_BRUTE_FORCE = 100;

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
        return system.size() <= LARGEST_BRUTE_FORCE ? compareAll(system, distance) : compareBins(system, distance);
    }

    private static Optional<Pair> compareAll(AtomicSystem system, double distance) {
        double limit = distance * distance;
        for (int atom = 1; atom < system.size(); atom++) {
            for (int other = 0; other < atom; other++) {
                double squared = squaredDistance(system, atom, other);
                if (squared < limit) {
                    return Optional.of(new Pair(other, atom, Math.sqrt(squared)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Pair> compareBins(AtomicSystem system, double distance) {
        Map<Bin, Integer> last = new HashMap<>();
        int[] previous = new int[system.size()];
        for (int atom = 0; atom < system.size(); atom++) {
            int bx = bin(system.position(atom, 0), distance);
            int by = bin(system.position(atom, 1), distance);
            int bz = bin(system.position(atom, 2), distance);
            for (int k = 0; k < 27; k++) {
                Bin near = new Bin(bx + k % 3 - 1, by + k / 3 % 3 - 1, bz + k / 9 - 1);
                for (int other = last.getOrDefault(near, -1); other >= 0; other = previous[other]) {
                    double d = Math.sqrt(squaredDistance(system, atom, other));
                    if (d < distance) {
                        return Optional.of(new Pair(other, atom, d));
                    }
                }
            }
            Integer head = last.put(new Bin(bx, by, bz), atom);
            previous[atom] = head == null ? -1 : head;
        }
        return Optional.empty();
    }

    private static int bin(double coordinate, double width) {
        return (int) Math.floor(coordinate / width);
    }

    private static double squaredDistance(AtomicSystem system, int i, int j) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = system.position(i, axis) - system.position(j, axis);
            sum += d * d;
        }
        return sum;
    }

    private record Bin(int x, int y, int z) {}
}
