package org.lowland.api.potential;

import java.util.List;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;

/**
 * Energies and forces of atomic systems.
 *
 * <p>The batch is the primitive: one system alone and in any batch gives the same answer. A potential is thread-safe
 * and keeps nothing of the systems it has seen. Forces are the negative gradient of the energy, unless its {@link
 * Domain#forces} say otherwise. Close it to release native memory; what it returned stays valid.
 */
public interface Potential extends AutoCloseable {

    /** {@return the id under which it was created, with its options where they matter, for messages and reports} */
    String id();

    /** {@return what it covers and promises} */
    Domain domain();

    /** {@return how it is asked for many systems; {@link Batching#ONE_BY_ONE} unless said otherwise} */
    default Batching batching() {
        return Batching.ONE_BY_ONE;
    }

    /**
     * Evaluates a batch.
     *
     * @param systems any number of systems of any sizes, also none
     * @return one evaluation for each, in the same order
     * @throws UnsupportedException when a system is outside the {@link #domain()}; nothing is evaluated then
     * @throws InputException when a system has no atoms or coincident ones
     * @throws BackendException when the computation itself breaks
     */
    List<Evaluation> evaluate(List<AtomicSystem> systems);

    /**
     * Evaluates one system.
     *
     * @param system the system
     * @return its evaluation
     * @throws UnsupportedException as {@link #evaluate(List)}
     * @throws InputException as {@link #evaluate(List)}
     * @throws BackendException as {@link #evaluate(List)}
     */
    default Evaluation evaluate(AtomicSystem system) {
        return evaluate(List.of(system)).get(0);
    }

    /**
     * Adds the {@linkplain Evaluation#uncertainty() uncertainty} to an evaluation of this potential's, where it can tell one at a
     * price that it does not pay in every evaluation. The loop asks for it once, for the structure that a run ends with.
     *
     * @param system what was evaluated
     * @param evaluation what {@link #evaluate(AtomicSystem)} gave for it
     * @return the same with its uncertainty, or the same
     * @throws BackendException when the computation breaks
     */
    default Evaluation judge(AtomicSystem system, Evaluation evaluation) {
        return evaluation;
    }

    /** Releases what the potential holds; further calls have no effect. */
    @Override
    default void close() {}
}
