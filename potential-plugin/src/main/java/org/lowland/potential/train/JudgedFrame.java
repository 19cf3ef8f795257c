package org.lowland.potential.train;

import org.lowland.api.potential.Evaluation;
import org.lowland.potential.model.Spread;

/**
 * A held-out frame: how far its model is off, and how far the committee.
 *
 * @param group what the division went by
 * @param largestForce of the labels, in eV/Å
 * @param energyError in eV, not negative
 * @param forceErrors of each atom, the length of the error in eV/Å
 * @param spread of the committee
 */
record JudgedFrame(String group, double largestForce, double energyError, double[] forceErrors, Spread spread) {

    static JudgedFrame of(Frame frame, Evaluation answer, Spread spread) {
        double[] errors = new double[frame.size()];
        for (int atom = 0; atom < errors.length; atom++) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                square += Math.pow(answer.force(atom, axis) - frame.forces()[3 * atom + axis], 2);
            }
            errors[atom] = Math.sqrt(square);
        }
        return new JudgedFrame(
                frame.group(), frame.largestForce(), Math.abs(answer.energy() - frame.energy()), errors, spread);
    }
}
