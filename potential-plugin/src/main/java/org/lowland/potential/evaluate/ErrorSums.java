package org.lowland.potential.evaluate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** Adds up errors, structure by structure. Confined to one thread. */
public final class ErrorSums {
    private final TreeMap<Integer, Sums> elements = new TreeMap<>();
    private long frames;
    private double energy;
    private double energySquares;
    private double perAtom;
    private double perAtomSquares;

    /** Of one element: atoms, absolute errors and squares of their components. */
    private static final class Sums {
        private long atoms;
        private double absolute;
        private double squares;
    }

    /**
     * Compares one structure.
     *
     * @param place where it stands, for the message
     * @param system its atoms
     * @param labels what is true
     * @param predicted what a potential says
     * @throws BackendException when the potential says what is no finite number
     */
    public void add(String place, AtomicSystem system, Evaluation labels, Evaluation predicted) {
        if (!predicted.isFinite()) {
            throw new BackendException(
                    place + ": the potential gives an energy or a force that is not a finite number");
        }
        for (int atom = 0; atom < system.size(); atom++) {
            Sums sums = elements.computeIfAbsent(system.atomicNumber(atom), z -> new Sums());
            sums.atoms++;
            for (int axis = 0; axis < 3; axis++) {
                double difference = predicted.force(atom, axis) - labels.force(atom, axis);
                sums.absolute += Math.abs(difference);
                sums.squares += difference * difference;
            }
        }
        double difference = predicted.energy() - labels.energy();
        double shared = difference / system.size();
        energy += Math.abs(difference);
        energySquares += difference * difference;
        perAtom += Math.abs(shared);
        perAtomSquares += shared * shared;
        frames++;
    }

    /**
     * The errors so far.
     *
     * @return means over what was added
     * @throws IllegalStateException when nothing was
     */
    public LabelErrors errors() {
        if (frames == 0) {
            throw new IllegalStateException("nothing was compared");
        }
        SortedMap<Integer, LabelErrors.OfElement> byElement = new TreeMap<>();
        long atoms = 0;
        double absolute = 0;
        double squares = 0;
        for (var entry : elements.entrySet()) {
            Sums sums = entry.getValue();
            double components = 3.0 * sums.atoms;
            byElement.put(
                    entry.getKey(),
                    new LabelErrors.OfElement(
                            sums.atoms, sums.absolute / components, Math.sqrt(sums.squares / components)));
            atoms += sums.atoms;
            absolute += sums.absolute;
            squares += sums.squares;
        }
        double components = 3.0 * atoms;
        double n = frames;
        return new LabelErrors(
                frames,
                atoms,
                absolute / components,
                Math.sqrt(squares / components),
                energy / n,
                Math.sqrt(energySquares / n),
                perAtom / n,
                Math.sqrt(perAtomSquares / n),
                byElement);
    }
}
