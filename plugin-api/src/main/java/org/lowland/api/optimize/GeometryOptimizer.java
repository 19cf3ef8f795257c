package org.lowland.api.optimize;

import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** A way to move atoms to lower energies. Immutable and thread-safe: all that changes lives in the walks. */
public interface GeometryOptimizer {

    /** {@return the id under which it was created, for messages and reports} */
    String id();

    /** {@return whether it descends to the nearest minimum or searches for the lowest} */
    OptimizerKind kind();

    /**
     * Refuses a potential that the optimizer was not made for; called before a walk starts on it. By default all suit.
     *
     * @param potential on which it is to move
     * @throws UnsupportedException when it does not suit
     */
    default void check(Potential potential) {}

    /**
     * Starts one walk.
     *
     * @param system where it starts
     * @param options when it is converged, how long it may go on, its seed
     * @return a new walk with a history of its own
     * @throws InputException when the system cannot be optimized, for example because it has no atoms
     * @throws UnsupportedException when the system has what the optimizer cannot handle
     */
    Walk start(AtomicSystem system, OptimizationOptions options);
}
