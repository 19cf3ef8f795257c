package org.lowland.io.format.cell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/** Atoms that are listed more than once, such as those on both faces of a cell. */
public final class CoincidentAtoms {
    /** Atoms that lie closer, in Å, are the same: four decimals of 1/3 leave such gaps. */
    public static final double SAME = 0.05;

    private CoincidentAtoms() {}

    /**
     * A system in which each atom is once: of atoms of one element at one place, up to vectors of the lattice, the first
     * stays.
     *
     * @param system any atoms
     * @return the same system where nothing is listed twice
     * @throws InputException when atoms of different elements share a place, since then the crystal is disordered
     */
    public static AtomicSystem once(AtomicSystem system) {
        NeighborList close = NeighborList.allImages(system, SAME);
        BitSet dropped = new BitSet();
        for (int pair = 0; pair < close.size(); pair++) {
            int first = close.first(pair);
            int second = close.second(pair);
            if (first == second) {
                continue;
            }
            if (system.atomicNumber(first) != system.atomicNumber(second)) {
                throw new InputException(system.describe(first) + " and " + system.describe(second)
                        + " share a place: the crystal is disordered; choose one of its arrangements");
            }
            if (!dropped.get(first)) {
                dropped.set(second);
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int atom = 0; atom < system.size(); atom++) {
            if (!dropped.get(atom)) {
                kept.add(atom);
            }
        }
        return dropped.isEmpty() ? system : chosen(system, kept);
    }

    /** Some atoms of a system, with its cell. */
    static AtomicSystem chosen(AtomicSystem system, List<Integer> atoms) {
        int[] numbers = new int[atoms.size()];
        double[] positions = new double[3 * numbers.length];
        boolean[] fixed = new boolean[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = system.atomicNumber(atoms.get(k));
            fixed[k] = system.isFixed(atoms.get(k));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * k + axis] = system.position(atoms.get(k), axis);
            }
        }
        AtomicSystem.Builder builder =
                AtomicSystem.builder(numbers, positions).fixed(fixed).charge(system.charge());
        system.cell().ifPresent(builder::cell);
        return builder.build();
    }
}
