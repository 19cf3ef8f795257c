package org.lowland.potential.ani;

import java.util.Arrays;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;

/**
 * What every network of an ensemble says of one system. Immutable.
 */
public final class EnsembleEvaluation {
    private final double[] energies;
    private final double[] forces;

    EnsembleEvaluation(double[] energies, double[] forces) {
        this.energies = energies;
        this.forces = forces;
    }

    /** {@return a copy of the energies of the networks in eV} */
    public double[] energies() {
        return energies.clone();
    }

    /** {@return a copy of the 3N components of the mean of the networks' forces in eV/Å} */
    public double[] forces() {
        return forces.clone();
    }

    /** {@return the mean energy in eV} */
    public double mean() {
        return Arrays.stream(energies).average().orElseThrow();
    }

    /** {@return the sample standard deviation (n - 1) of the energies in eV} */
    public double standardDeviation() {
        double mean = mean();
        double squares =
                Arrays.stream(energies).map(e -> (e - mean) * (e - mean)).sum();
        return Math.sqrt(squares / (energies.length - 1));
    }

    Evaluation evaluation() {
        return Evaluation.of(mean(), forces).withUncertainty(Uncertainty.ofEnergy(standardDeviation()));
    }
}
