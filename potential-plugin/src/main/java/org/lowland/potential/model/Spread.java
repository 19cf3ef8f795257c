package org.lowland.potential.model;

import java.util.List;
import org.lowland.api.potential.Evaluation;

/**
 * How far the answers of a committee lie from that of the model that it judges.
 *
 * @param energy root mean square of the differences in eV
 * @param forces of each atom, the root mean square of the length of the difference in eV/Å
 */
public record Spread(double energy, double[] forces) {

    /**
     * The spread around an answer.
     *
     * @param evaluation of the model that is judged
     * @param opinions of the committee's members on the same structure, at least one
     * @return the spread
     */
    public static Spread of(Evaluation evaluation, List<Evaluation> opinions) {
        double[] own = evaluation.forces();
        double[] squares = new double[own.length / 3];
        double energies = 0;
        for (Evaluation opinion : opinions) {
            double[] forces = opinion.forces();
            for (int k = 0; k < own.length; k++) {
                squares[k / 3] += (forces[k] - own[k]) * (forces[k] - own[k]);
            }
            energies += Math.pow(opinion.energy() - evaluation.energy(), 2);
        }
        for (int atom = 0; atom < squares.length; atom++) {
            squares[atom] = Math.sqrt(squares[atom] / opinions.size());
        }
        return new Spread(Math.sqrt(energies / opinions.size()), squares);
    }

    /** {@return the index of the atom on whose force they differ most; -1 without atoms} */
    public int worstAtom() {
        int worst = forces.length - 1;
        for (int atom = 0; atom < forces.length; atom++) {
            worst = forces[atom] > forces[worst] ? atom : worst;
        }
        return worst;
    }

    /** {@return the largest spread of a force in eV/Å; 0 without atoms} */
    public double largest() {
        return forces.length == 0 ? 0 : forces[worstAtom()];
    }
}
