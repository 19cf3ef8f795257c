package org.lowland.api.potential;

import org.lowland.api.InputException;

/**
 * How a potential is asked for many systems in the shortest time. It says nothing of the answers, which are the same
 * alone and in any batch.
 *
 * @param atoms systems are evaluated together as long as they have no more atoms than this in all; 1 where a batch is no
 *     faster than one system after the other, so that each thread evaluates one system at a time
 * @param concurrent whether evaluations called from several threads run side by side, as on a processor with several
 *     cores; false on a device that does one thing at a time and wants it large
 */
public record Batching(int atoms, boolean concurrent) {
    /** One system at a time, from as many threads as there are processors. */
    public static final Batching ONE_BY_ONE = new Batching(1, true);

    /**
     * Checks the number of atoms.
     *
     * @throws InputException when it is not positive
     */
    public Batching {
        if (atoms < 1) {
            throw new InputException("A batch of " + atoms + " atoms cannot be evaluated; give 1 or more");
        }
    }

    /** {@return on how many threads work is best shared out: one for each processor, or one alone} */
    public int threads() {
        return concurrent ? Runtime.getRuntime().availableProcessors() : 1;
    }
}
