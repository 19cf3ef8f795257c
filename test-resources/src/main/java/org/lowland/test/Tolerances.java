package org.lowland.test;

/**
 * How exactly a potential computes.
 *
 * @param energy two evaluations of one structure may differ by this, in eV
 * @param force two evaluations of one force component may differ by this, in eV/Å
 * @param step for differences of energies, in Å
 * @param gradient a force component and a difference of energies may differ by this, in eV/Å
 */
public record Tolerances(double energy, double force, double step, double gradient) {

    /** {@return those of a computation in double precision with energies of tens of eV} */
    public static Tolerances doublePrecision() {
        return new Tolerances(1e-9, 1e-8, 2e-3, 1e-6);
    }

    /** {@return those of a network in single precision with its atomic energies of tens of eV} */
    public static Tolerances singlePrecision() {
        return new Tolerances(5e-5, 5e-4, 1e-2, 1e-2);
    }
}
