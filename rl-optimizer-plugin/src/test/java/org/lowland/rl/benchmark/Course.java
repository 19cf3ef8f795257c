package org.lowland.rl.benchmark;

import java.util.Arrays;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationListener;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * What one run of an optimizer had reached when it had used so many evaluations: what it would have returned then.
 *
 * @param energies in eV, one for each budget; NaN where nothing had been evaluated
 * @param fmax the largest force on an atom there, in eV/Å
 * @param evaluations that it used in all
 * @param reason why it ended
 */
record Course(double[] energies, double[] fmax, long evaluations, String reason) {

    /** Runs an optimizer once, for the largest of some rising budgets. */
    static Course run(
            GeometryOptimizer optimizer,
            Potential potential,
            AtomicSystem start,
            OptimizationOptions options,
            long[] budgets) {
        double[] energies = new double[budgets.length];
        double[] fmax = new double[budgets.length];
        Arrays.fill(energies, Double.NaN);
        Arrays.fill(fmax, Double.NaN);
        OptimizationResult result = OptimizationLoop.builder(optimizer, potential)
                .options(options.withSteps(Integer.MAX_VALUE).withEvaluations(budgets[budgets.length - 1]))
                .listener(new OptimizationListener() {
                    @Override
                    public void moved(int index, Progress progress) {
                        for (int k = 0; k < budgets.length; k++) {
                            if (progress.evaluations() <= budgets[k]) {
                                energies[k] = progress.best().evaluation().energy();
                                fmax[k] = progress.fmax();
                            }
                        }
                    }
                })
                .build()
                .run(start);
        return new Course(energies, fmax, result.evaluations(), result.reason().toString());
    }
}
