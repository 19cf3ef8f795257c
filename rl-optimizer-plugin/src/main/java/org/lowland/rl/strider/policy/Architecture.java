package org.lowland.rl.strider.policy;

import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.strider.episode.Kinds;

/**
 * The form of a policy and what its steps are before anything is learned: a damped motion with noise, displacement = keep
 * · last displacement + mobility · force + noise · √(share of the episode that is left) · normal numbers. With keep =
 * exp(-γ Δt), mobility = Δt² and noise = Δt √(kT (1 - keep²)) that is Langevin dynamics of unit masses, cooled linearly
 * from kT to zero. What is learned are factors on these numbers, atom by atom and step by step.
 *
 * @param elements atomic numbers that it knows
 * @param length by which distances are measured, in Å: about the diameter of an atom
 * @param energy by which energies are measured, in eV: about the depth of a pair
 * @param cutoff of neighbours, in units of the length
 * @param hidden widths of the layers of tanh between what an atom sees and what it does; none for a linear function
 * @param keep of the last displacement, between 0 and 1
 * @param mobility how far a force moves an atom, in length²/energy
 * @param noise at the beginning, in units of the length
 * @param energies whether it sees the shares of the atoms in the energy, which not every potential tells
 */
public record Architecture(
        List<Integer> elements,
        double length,
        double energy,
        double cutoff,
        List<Integer> hidden,
        double keep,
        double mobility,
        double noise,
        boolean energies) {
    private static final double USUAL_CUTOFF = 1.6;
    private static final double USUAL_KEEP = 0.93;
    private static final double USUAL_MOBILITY = 6e-4;
    private static final double USUAL_NOISE = 7.5e-3;

    /**
     * Checks the numbers and copies the lists.
     *
     * @throws InputException when a number is out of its range
     */
    public Architecture {
        elements = elements == null ? List.of() : List.copyOf(elements);
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        requirePositive("length", length);
        requirePositive("energy", energy);
        requirePositive("cutoff", cutoff);
        requirePositive("mobility", mobility);
        requirePositive("noise", noise);
        if (elements.isEmpty() || elements.stream().distinct().count() < elements.size()) {
            throw new InputException("A policy needs the atomic numbers that it knows, each once, not " + elements);
        }
        if (!(keep > 0 && keep < 1)) {
            throw new InputException("A policy keeps a part of the last displacement between 0 and 1, not " + keep);
        }
        if (hidden.stream().anyMatch(width -> width < 1)) {
            throw new InputException("The layers of a policy have widths of 1 or more, not " + hidden);
        }
    }

    /**
     * The usual policy: linear, with the numbers of Langevin dynamics in units of Lennard-Jones, Δt about 0.025, γ about
     * 3, kT about 0.7.
     *
     * @param elements atomic numbers that it knows
     * @param length in Å
     * @param energy in eV
     * @return the architecture
     */
    public static Architecture usual(List<Integer> elements, double length, double energy) {
        return new Architecture(
                elements, length, energy, USUAL_CUTOFF, List.of(), USUAL_KEEP, USUAL_MOBILITY, USUAL_NOISE, false);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException("The " + name + " of a policy is " + value + "; give a positive number");
        }
    }

    /** {@return how many kinds of atoms it knows} */
    public int kinds() {
        return elements.size();
    }

    /**
     * Checks the elements of a structure.
     *
     * @param system the atoms
     * @throws UnsupportedException when it does not know one of them
     */
    public void requireKnown(AtomicSystem system) {
        kinds(system);
    }

    /**
     * The kind of every atom.
     *
     * @param system the atoms
     * @return places among the elements
     * @throws UnsupportedException when it does not know an element
     */
    int[] kinds(AtomicSystem system) {
        return Kinds.of(elements, system);
    }
}
