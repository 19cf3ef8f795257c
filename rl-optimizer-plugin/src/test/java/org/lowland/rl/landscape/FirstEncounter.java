package org.lowland.rl.landscape;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * How many quenches and evaluations basin hopping needs until it first meets the lowest minimum of a Lennard-Jones
 * cluster, over many random starts: the measure of the literature, mean first encounter. Run it with the number of
 * atoms, the lowest energy, the number of runs, the radius of the container and, if wanted, more options of the
 * optimizer.
 */
public final class FirstEncounter {
    private static final double FOUND_WITHIN = 1e-4;
    private static final long MOST_QUENCHES = 100_000;

    private FirstEncounter() {}

    public static void main(String[] arguments) {
        int atoms = Integer.parseInt(arguments[0]);
        double lowest = Double.parseDouble(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        String optimizer =
                "basin-hopping?start=random&radius=" + arguments[3] + (arguments.length > 4 ? "&" + arguments[4] : "");
        AtomicSystem start = Searches.grid(atoms);
        DescriptiveStatistics quenches = new DescriptiveStatistics();
        DescriptiveStatistics evaluations = new DescriptiveStatistics();
        int missed = 0;
        long began = System.nanoTime();
        try (Potential landscape = Searches.potential("lj")) {
            for (int run = 0; run < runs; run++) {
                OptimizationOptions options = OptimizationOptions.defaults().withSeed(run);
                Walk walk = Searches.optimizer(optimizer).start(start, options);
                long used = 0;
                int done = 0;
                while (done < MOST_QUENCHES && !(done > 0 && isFound(walk, lowest))) {
                    walk.tell(landscape.evaluate(walk.ask()));
                    used++;
                    done = walk.steps();
                }
                missed += isFound(walk, lowest) ? 0 : 1;
                quenches.addValue(done);
                evaluations.addValue(used);
            }
        }
        report(System.out, atoms, runs - missed, quenches, evaluations, (System.nanoTime() - began) / 1e9);
    }

    private static boolean isFound(Walk walk, double lowest) {
        return walk.best().evaluation().energy() < lowest + FOUND_WITHIN;
    }

    private static void report(
            PrintStream out,
            int atoms,
            int found,
            DescriptiveStatistics quenches,
            DescriptiveStatistics evaluations,
            double seconds) {
        out.printf(
                Locale.ROOT,
                "LJ%d: %d of %d runs found it; quenches mean %.1f sd %.1f median %.0f; evaluations mean %.0f;"
                        + " %.1f per quench; %.1f s%n",
                atoms,
                found,
                quenches.getN(),
                quenches.getMean(),
                quenches.getStandardDeviation(),
                quenches.getPercentile(50),
                evaluations.getMean(),
                evaluations.getSum() / quenches.getSum(),
                seconds);
    }
}
