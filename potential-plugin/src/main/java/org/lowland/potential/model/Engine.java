package org.lowland.potential.model;

import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Batching;
import org.lowland.api.system.AtomicSystem;

/** What computes a network. Thread-safe. */
interface Engine extends AutoCloseable {

    /**
     * What a network says of a structure.
     *
     * @param energy in eV, self energies left out
     * @param forces 3N components in eV/Å; the receiver's own
     * @param virial nine components in eV, the derivative of the energy by a strain; there for periodic structures where the
     *     forces are the gradient of the energy
     */
    record Output(double energy, double[] forces, Optional<double[]> virial) {}

    /**
     * Evaluates structures that the network covers.
     *
     * @param systems at least one
     * @return one output for each, in the same order
     */
    List<Output> evaluate(List<AtomicSystem> systems);

    /** {@return how it is asked for many structures in the shortest time} */
    Batching batching();

    /** {@return what it is, in a few words} */
    String description();

    @Override
    void close();
}
