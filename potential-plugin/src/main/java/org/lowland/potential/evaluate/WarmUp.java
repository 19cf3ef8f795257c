package org.lowland.potential.evaluate;

import java.util.List;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Evaluations that do not count for the speed. The first ones are slow by orders of magnitude, until the virtual machine has
 * compiled them, which takes a time of its own on every machine: they end once it has not become faster for a while.
 */
final class WarmUp {
    private static final long ROUND = 250_000_000L;
    private static final int MOST_ROUNDS = 24;

    /** A round that is faster by less than this is not called faster. */
    private static final double FASTER = 1.2;

    /** Rounds without a faster one that end it. */
    private static final int PATIENCE = 2;

    private WarmUp() {}

    /**
     * Evaluates again and again, on the calling thread.
     *
     * @param systems one or more, in turn
     * @return how many rounds it took
     */
    static int run(Potential potential, List<AtomicSystem> systems) {
        double best = 0;
        int waited = 0;
        int round = 0;
        int next = 0;
        while (round < MOST_ROUNDS && waited < PATIENCE) {
            long start = System.nanoTime();
            long atoms = 0;
            do {
                AtomicSystem system = systems.get(next++ % systems.size());
                potential.evaluate(system);
                atoms += system.size();
            } while (System.nanoTime() - start < ROUND);
            double speed = atoms / (double) (System.nanoTime() - start);
            waited = speed > FASTER * best ? 0 : waited + 1;
            best = Math.max(best, speed);
            round++;
        }
        return round;
    }
}
