package org.lowland.rl.strider.episode;

import org.lowland.api.optimize.Forces;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * What a policy is in: a structure, what the potential says of it, and where the search comes from. Its coordinates are
 * positions, forces, forces one step before and last displacement, 3N each, in this order, and the shares of the atoms in
 * the energy where they are known. The arrays are not to be
 * changed.
 *
 * @param system the structure
 * @param energy in eV
 * @param forces 3N components in eV/Å, zero on fixed atoms
 * @param forcesBefore those one step before; the same at the start
 * @param displacement that led here, 3N components in Å; zeros at the start
 * @param stepsLeft how many steps remain
 * @param stepsInAll of the episode
 * @param reference an energy in eV that rewards compare with
 * @param atomEnergies shares of the atoms in the energy, in eV; empty where the potential does not tell them
 */
public record Situation(
        AtomicSystem system,
        double energy,
        double[] forces,
        double[] forcesBefore,
        double[] displacement,
        int stepsLeft,
        int stepsInAll,
        double reference,
        double[] atomEnergies) {

    /** Coordinates for each atom before the shares in the energy. */
    public static final int SHARES_AFTER = 12;

    /** {@return how many coordinates there are} */
    public int coordinates() {
        return SHARES_AFTER * atoms() + atomEnergies.length;
    }

    /**
     * Where an episode begins.
     *
     * @param system the structure
     * @param evaluation of it
     * @param steps of the episode
     * @param reference an energy in eV that rewards compare with
     * @return the situation
     */
    public static Situation first(AtomicSystem system, Evaluation evaluation, int steps, double reference) {
        double[] forces = Forces.allowed(system, evaluation);
        return new Situation(
                system,
                evaluation.energy(),
                forces,
                forces,
                new double[3 * system.size()],
                steps,
                steps,
                reference,
                shares(evaluation));
    }

    /**
     * Where a displacement leads.
     *
     * @param moved the displaced structure
     * @param evaluation of it
     * @param how the displacement, 3N components in Å
     * @return the situation
     */
    public Situation after(AtomicSystem moved, Evaluation evaluation, double[] how) {
        return new Situation(
                moved,
                evaluation.energy(),
                Forces.allowed(moved, evaluation),
                forces,
                how,
                Math.max(0, stepsLeft - 1),
                stepsInAll,
                reference,
                shares(evaluation));
    }

    private static double[] shares(Evaluation evaluation) {
        return evaluation.atomEnergies().orElseGet(() -> new double[0]);
    }

    /**
     * The same in the midst of an episode.
     *
     * @param steps that remain
     * @return the situation
     */
    public Situation withStepsLeft(int steps) {
        return new Situation(
                system, energy, forces, forcesBefore, displacement, steps, stepsInAll, reference, atomEnergies);
    }

    /** {@return the number of atoms} */
    public int atoms() {
        return system.size();
    }

    /** {@return the share of the episode that remains, from 1 to 0} */
    public double left() {
        return stepsLeft / (double) Math.max(1, stepsInAll);
    }
}
