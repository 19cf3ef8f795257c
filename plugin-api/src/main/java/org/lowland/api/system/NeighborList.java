package org.lowland.api.system;

import org.lowland.api.InputException;

/**
 * The pairs of atoms that are closer than a cutoff, each once: the half list from which every short-ranged potential is
 * summed. Immutable.
 *
 * <p>A pair is its {@link #first} and {@link #second} atom and the lattice translation of the second, its
 * {@link #shift}: the {@link #x}, {@link #y}, {@link #z} of a pair is {@code position(second) + shift · lattice −
 * position(first)} in Å. The pairs are sorted by first atom, then second, then shift, so the same system always gives
 * the same sums; those of one first atom are {@link #begin(int)} to {@link #end(int)}. The cell may be triclinic,
 * periodic along some axes only and smaller than the cutoff, and atoms may lie outside of it: shifts count from the
 * positions as they are given.
 *
 * <p>Two conventions are offered. {@link #allImages} is the physical one: every periodic image within the cutoff, those
 * of an atom itself too (first = second). {@link #minimumImage} is that of many published models of glasses and
 * liquids: of every two different atoms the nearest image only, also in a box narrower than twice the cutoff.
 *
 * <p>Linear in the number of atoms: space is cut into bins, and a bin is compared with those around it.
 */
public final class NeighborList {
    private static final int LARGEST_BRUTE_FORCE = 200;

    private final int[] begin;
    private final int[] first;
    private final int[] second;
    private final int[] shifts;
    private final double[] vectors;

    private NeighborList(AtomicSystem system, PairBuffer pairs) {
        int size = pairs.size();
        this.begin = pairs.begin(system.size());
        this.first = pairs.first();
        this.second = pairs.second();
        this.shifts = new int[3 * size];
        this.vectors = new double[3 * size];
        double[] positions = system.positions();
        double[] lattice = Lattice.vectors(system);
        for (int p = 0; p < size; p++) {
            long shift = pairs.shift(p);
            shifts[3 * p] = Shift.along(shift, 0);
            shifts[3 * p + 1] = Shift.along(shift, 1);
            shifts[3 * p + 2] = Shift.along(shift, 2);
            Lattice.separation(positions, lattice, first[p], second[p], shift, vectors, 3 * p);
        }
    }

    /**
     * All pairs within a cutoff, every periodic image counted.
     *
     * @param system the atoms
     * @param cutoff in Å; pairs at exactly this distance are left out. Infinity, for all pairs, in free space only
     * @return the list
     * @throws InputException when the cutoff is not positive, is infinite in a periodic system, or an atom lies
     *     thousands of cells away from the origin
     */
    public static NeighborList allImages(AtomicSystem system, double cutoff) {
        requireUsable(system, cutoff);
        if (!system.isPeriodic() && (system.size() <= LARGEST_BRUTE_FORCE || Double.isInfinite(cutoff))) {
            return new NeighborList(system, BruteForce.inFreeSpace(system, cutoff));
        }
        return new NeighborList(system, PairSearch.allImages(system, cutoff));
    }

    /**
     * Of every two different atoms the nearest periodic image, where it is within a cutoff. In free space the same as
     * {@link #allImages}. Of images equally near, the one with the smallest shift counts.
     *
     * @param system the atoms
     * @param cutoff in Å; pairs at exactly this distance are left out. Infinity, for all pairs, in free space only
     * @return the list
     * @throws InputException as {@link #allImages}
     */
    public static NeighborList minimumImage(AtomicSystem system, double cutoff) {
        if (!system.isPeriodic() || isWiderThan(2 * cutoff, system.cell().orElseThrow())) {
            return allImages(system, cutoff);
        }
        requireUsable(system, cutoff);
        if (system.size() <= LARGEST_BRUTE_FORCE && Lattice.isDiagonal(system)) {
            return new NeighborList(system, BruteForce.nearestInBox(system, cutoff));
        }
        return new NeighborList(system, PairSearch.allImages(system, cutoff).nearestOnly(system));
    }

    private static boolean isWiderThan(double width, Cell cell) {
        for (int vector = 0; vector < 3; vector++) {
            if (cell.isPeriodic(vector) && !(cell.height(vector) > width)) {
                return false;
            }
        }
        return true;
    }

    private static void requireUsable(AtomicSystem system, double cutoff) {
        if (!(cutoff > 0)) {
            throw new InputException("The cutoff is " + cutoff + "; give a positive length in Å");
        }
        if (Double.isInfinite(cutoff) && system.isPeriodic()) {
            throw new InputException("The cutoff is infinite, but a periodic system has infinitely many pairs;"
                    + " give a finite length in Å");
        }
    }

    /** {@return the number of pairs P} */
    public int size() {
        return first.length;
    }

    /**
     * The first pair of an atom.
     *
     * @param atom index from 0
     * @return the index of the first pair whose first atom it is; {@link #end(int)} when there is none
     */
    public int begin(int atom) {
        return begin[atom];
    }

    /**
     * The end of the pairs of an atom.
     *
     * @param atom index from 0
     * @return one more than the index of the last pair whose first atom it is
     */
    public int end(int atom) {
        return begin[atom + 1];
    }

    /**
     * The first atom of a pair.
     *
     * @param pair index from 0
     * @return the atom's index, at most that of the second
     */
    public int first(int pair) {
        return first[pair];
    }

    /**
     * The second atom of a pair.
     *
     * @param pair index from 0
     * @return the atom's index, at least that of the first
     */
    public int second(int pair) {
        return second[pair];
    }

    /**
     * The x component of the vector from the first atom to the second.
     *
     * @param pair index from 0
     * @return in Å
     */
    public double x(int pair) {
        return vectors[3 * pair];
    }

    /**
     * The y component of the vector from the first atom to the second.
     *
     * @param pair index from 0
     * @return in Å
     */
    public double y(int pair) {
        return vectors[3 * pair + 1];
    }

    /**
     * The z component of the vector from the first atom to the second.
     *
     * @param pair index from 0
     * @return in Å
     */
    public double z(int pair) {
        return vectors[3 * pair + 2];
    }

    /**
     * The square of the distance of a pair.
     *
     * @param pair index from 0
     * @return in Å²
     */
    public double squaredDistance(int pair) {
        double x = x(pair);
        double y = y(pair);
        double z = z(pair);
        return x * x + y * y + z * z;
    }

    /**
     * The lattice translation of the second atom of a pair.
     *
     * @param pair index from 0
     * @param vector 0, 1, 2 for the lattice vectors a, b, c
     * @return how many times the lattice vector is added to the second position; 0 in free space
     */
    public int shift(int pair, int vector) {
        return shifts[3 * pair + vector];
    }

    /** {@return a copy of the P first atoms} */
    public int[] first() {
        return first.clone();
    }

    /** {@return a copy of the P second atoms} */
    public int[] second() {
        return second.clone();
    }

    /** {@return a copy of the 3P lattice translations, three for each pair} */
    public int[] shifts() {
        return shifts.clone();
    }

    /** {@return a copy of the 3P components of the vectors from the first atom to the second, in Å} */
    public double[] vectors() {
        return vectors.clone();
    }
}
