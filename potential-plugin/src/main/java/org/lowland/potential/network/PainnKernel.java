package org.lowland.potential.network;

import org.lowland.api.system.AtomicSystem;

/** A {@link Painn} with its parameters, computed by Java itself on the processor. Thread-safe. */
public interface PainnKernel {

    /**
     * Energy and forces of one structure.
     *
     * @param system of elements that the network knows; free or periodic
     * @param forces receives the 3N components in eV/Å
     * @return the energy in eV, self energies left out
     */
    default double evaluate(AtomicSystem system, double[] forces) {
        return evaluate(system, forces, new double[9]);
    }

    /**
     * The same with the virial.
     *
     * @param system of elements that the network knows; free or periodic
     * @param forces receives the 3N components in eV/Å
     * @param virial receives nine components in eV, the derivative of the energy by a strain of all space
     * @return the energy in eV, self energies left out
     */
    double evaluate(AtomicSystem system, double[] forces, double[] virial);
}
