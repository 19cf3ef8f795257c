package org.lowland.io.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Collects atoms one by one, whose number is not known before. Confined to one thread. */
public final class AtomsBuilder {
    private final List<Integer> numbers = new ArrayList<>();
    private double[] positions = new double[96];
    private final List<Boolean> fixed = new ArrayList<>();

    /**
     * Adds an atom.
     *
     * @param number its atomic number
     * @param place three coordinates in Å
     * @param isFixed whether it is held in place
     */
    public void add(int number, double[] place, boolean isFixed) {
        if (3 * numbers.size() == positions.length) {
            positions = Arrays.copyOf(positions, 2 * positions.length);
        }
        System.arraycopy(place, 0, positions, 3 * numbers.size(), 3);
        numbers.add(number);
        fixed.add(isFixed);
    }

    /**
     * Adds an atom that may move.
     *
     * @param number its atomic number
     * @param place three coordinates in Å
     */
    public void add(int number, double... place) {
        add(number, place, false);
    }

    /** {@return the number of atoms} */
    public int size() {
        return numbers.size();
    }

    /**
     * The atoms.
     *
     * @param cell in which they are, when there is one
     * @return the builder of a system, for what else is to be said of it
     * @throws InputException when there are no atoms
     */
    public AtomicSystem.Builder system(Optional<Cell> cell) {
        if (numbers.isEmpty()) {
            throw new InputException("the record holds no atoms");
        }
        boolean[] mask = new boolean[numbers.size()];
        for (int k = 0; k < mask.length; k++) {
            mask[k] = fixed.get(k);
        }
        AtomicSystem.Builder builder = AtomicSystem.builder(
                        numbers.stream().mapToInt(Integer::intValue).toArray(),
                        Arrays.copyOf(positions, 3 * mask.length))
                .fixed(mask);
        cell.ifPresent(builder::cell);
        return builder;
    }

    /**
     * Cartesian coordinates.
     *
     * @param cell whose vectors are the units
     * @param fractions three of them
     * @return three coordinates in Å
     */
    public static double[] cartesian(Cell cell, double... fractions) {
        double[] place = new double[3];
        for (int vector = 0; vector < 3; vector++) {
            for (int axis = 0; axis < 3; axis++) {
                place[axis] += fractions[vector] * cell.component(vector, axis);
            }
        }
        return place;
    }

    /**
     * Coordinates in units of the cell's vectors.
     *
     * @param inverse of the cell, as {@link Cell#inverse()} gives it
     * @param place three coordinates in Å
     * @return three fractions
     */
    public static double[] fractions(double[] inverse, double... place) {
        double[] fractions = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int vector = 0; vector < 3; vector++) {
                fractions[vector] += place[axis] * inverse[3 * axis + vector];
            }
        }
        return fractions;
    }
}
