package org.lowland.api.potential;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What a potential says of one system: the energy in eV, the forces in eV/Å and, where they are known, the stress and
 * an uncertainty. Immutable.
 */
public final class Evaluation {
    private final double energy;
    private final double[] forces;
    private final double[] stress;
    private final Uncertainty uncertainty;
    private final double[] atomEnergies;

    private Evaluation(
            double energy, double[] forces, double[] stress, Uncertainty uncertainty, double[] atomEnergies) {
        this.energy = energy;
        this.forces = forces;
        this.stress = stress;
        this.uncertainty = uncertainty;
        this.atomEnergies = atomEnergies;
    }

    /**
     * Energy and forces.
     *
     * @param energy in eV
     * @param forces 3N components in eV/Å
     * @return the evaluation
     */
    public static Evaluation of(double energy, double[] forces) {
        return new Evaluation(energy, forces.clone(), null, null, null);
    }

    /**
     * The same with the stress.
     *
     * @param tensor nine components in eV/Å³, the symmetric Cauchy stress, positive under tension
     * @return a new evaluation
     */
    public Evaluation withStress(double[] tensor) {
        return new Evaluation(energy, forces, tensor.clone(), uncertainty, atomEnergies);
    }

    /**
     * The same with an uncertainty.
     *
     * @param judged how far it may be off
     * @return a new evaluation
     */
    public Evaluation withUncertainty(Uncertainty judged) {
        return new Evaluation(energy, forces, stress, Objects.requireNonNull(judged), atomEnergies);
    }

    /**
     * The same with the energy shared out among the atoms.
     *
     * @param shares N energies in eV, whose sum is the energy up to rounding
     * @return a new evaluation
     */
    public Evaluation withAtomEnergies(double[] shares) {
        return new Evaluation(energy, forces, stress, uncertainty, shares.clone());
    }

    /** {@return the energy in eV} */
    public double energy() {
        return energy;
    }

    /** {@return a copy of the 3N force components in eV/Å} */
    public double[] forces() {
        return forces.clone();
    }

    /**
     * One force component.
     *
     * @param atom index from 0
     * @param axis 0, 1, 2 for x, y, z
     * @return the component in eV/Å
     */
    public double force(int atom, int axis) {
        return forces[3 * atom + axis];
    }

    /** {@return a copy of the stress tensor in eV/Å³, empty where the system is not periodic or it is not computed} */
    public Optional<double[]> stress() {
        return Optional.ofNullable(stress).map(double[]::clone);
    }

    /** {@return a copy of the N shares of the atoms in the energy, in eV, where the potential shares it out} */
    public Optional<double[]> atomEnergies() {
        return Optional.ofNullable(atomEnergies).map(double[]::clone);
    }

    /** {@return how far this may be off, where the potential has said so} */
    public Optional<Uncertainty> uncertainty() {
        return Optional.ofNullable(uncertainty);
    }

    /** {@return whether the energy and every force component are finite numbers} */
    public boolean isFinite() {
        return Double.isFinite(energy) && Arrays.stream(forces).allMatch(Double::isFinite);
    }

    @Override
    public String toString() {
        return "Evaluation[" + energy + " eV, " + forces.length / 3 + " atoms]";
    }
}
