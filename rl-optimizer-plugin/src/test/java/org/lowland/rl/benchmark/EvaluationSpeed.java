package org.lowland.rl.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

/**
 * How much processor time one evaluation takes. Run it with the number of atoms of a Kob-Andersen liquid and the potentials.
 */
public final class EvaluationSpeed {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 9;
    private static final int EVALUATIONS = 4000;

    private EvaluationSpeed() {}

    public static void main(String[] arguments) {
        int atoms = Integer.parseInt(arguments[0]);
        AtomicSystem start = Structures.kobAndersenBox(atoms, 1);
        for (int k = 1; k < arguments.length; k++) {
            try (Potential potential = Lowland.potential(BackendSpec.parse(arguments[k]))) {
                double best = Double.POSITIVE_INFINITY;
                double sum = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    long began = CLOCK.getCurrentThreadCpuTime();
                    for (int evaluation = 0; evaluation < EVALUATIONS; evaluation++) {
                        sum += potential.evaluate(start).energy();
                    }
                    best = Math.min(best, (CLOCK.getCurrentThreadCpuTime() - began) / 1e3 / EVALUATIONS);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d atoms: %.1f µs (%.6f)%n",
                        arguments[k],
                        atoms,
                        best,
                        sum / ROUNDS / EVALUATIONS);
            }
        }
    }
}
