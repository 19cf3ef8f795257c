package org.lowland.api.system;

import java.util.Arrays;
import org.lowland.api.InputException;

/** Pairs of atoms with lattice translations, in growing arrays. */
final class PairBuffer {
    private static final int MOST_PAIRS = 1 << 26;

    private int[] first;
    private int[] second;
    private long[] shift;
    private int size;

    PairBuffer(int capacity) {
        first = new int[capacity];
        second = new int[capacity];
        shift = new long[capacity];
    }

    void add(int firstAtom, int secondAtom, long translation) {
        if (size == first.length) {
            if (size >= MOST_PAIRS) {
                throw new InputException("More than " + MOST_PAIRS
                        + " pairs of atoms lie within the cutoff; give a smaller system or a shorter cutoff");
            }
            int capacity = 2 * size + 16;
            first = Arrays.copyOf(first, capacity);
            second = Arrays.copyOf(second, capacity);
            shift = Arrays.copyOf(shift, capacity);
        }
        first[size] = firstAtom;
        second[size] = secondAtom;
        shift[size++] = translation;
    }

    int size() {
        return size;
    }

    long shift(int pair) {
        return shift[pair];
    }

    int[] first() {
        return Arrays.copyOf(first, size);
    }

    int[] second() {
        return Arrays.copyOf(second, size);
    }

    /** Where the pairs of each first atom begin in a sorted buffer, and after the last atom where they all end. */
    int[] begin(int atoms) {
        return begin(first, atoms);
    }

    private int[] begin(int[] key, int atoms) {
        int[] begin = new int[atoms + 1];
        for (int p = 0; p < size; p++) {
            begin[key[p] + 1]++;
        }
        for (int atom = 0; atom < atoms; atom++) {
            begin[atom + 1] += begin[atom];
        }
        return begin;
    }

    /** The same pairs by first atom, then second, then translation, in linear time. */
    PairBuffer sorted(int atoms) {
        PairBuffer result = sortedBy(second, atoms);
        result = result.sortedBy(result.first, atoms);
        result.sortTranslations();
        return result;
    }

    private PairBuffer sortedBy(int[] key, int atoms) {
        int[] next = begin(key, atoms);
        PairBuffer result = new PairBuffer(size);
        result.size = size;
        for (int p = 0; p < size; p++) {
            int place = next[key[p]]++;
            result.first[place] = first[p];
            result.second[place] = second[p];
            result.shift[place] = shift[p];
        }
        return result;
    }

    /** Few pairs have both atoms in common, so insertion is the fastest sort. */
    private void sortTranslations() {
        for (int p = 1; p < size; p++) {
            long moving = shift[p];
            int place = p;
            while (place > 0
                    && shift[place - 1] > moving
                    && second[place - 1] == second[p]
                    && first[place - 1] == first[p]) {
                shift[place] = shift[place - 1];
                place--;
            }
            shift[place] = moving;
        }
    }

    /** Of the pairs with both atoms in common, in a sorted buffer, the shortest; none of an atom with itself. */
    PairBuffer nearestOnly(AtomicSystem system) {
        double[] positions = system.positions();
        double[] lattice = Lattice.vectors(system);
        double[] scratch = new double[3];
        PairBuffer result = new PairBuffer(size);
        int p = 0;
        while (p < size) {
            int i = first[p];
            int j = second[p];
            long nearest = shift[p];
            double smallest = Lattice.squaredDistance(positions, lattice, i, j, nearest, scratch);
            for (p++; p < size && first[p] == i && second[p] == j; p++) {
                double distance = Lattice.squaredDistance(positions, lattice, i, j, shift[p], scratch);
                if (distance < smallest) {
                    smallest = distance;
                    nearest = shift[p];
                }
            }
            if (i != j) {
                result.add(i, j, nearest);
            }
        }
        return result;
    }
}
