package org.lowland.jmol.minimize;

import org.jmol.viewer.Viewer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.io.jmol.Precision;

/**
 * When a minimization ends, read from what the command and Jmol's variables say.
 *
 * <p>Jmol's criterion is a change of the energy, with 0.001 as its default; here it is the largest force on a free atom in
 * eV/Å. The default of the variable stands for {@link OptimizationOptions#DEFAULT_FMAX}, and Jmol's default of 100 steps
 * for {@link OptimizationOptions#DEFAULT_STEPS}, so that a plain {@code minimize} goes as far as the command line does.
 * Everything else that is set or typed is taken as it is.
 *
 * @param fmax in eV/Å
 * @param steps at most so many; 0 for a single point
 */
record Goal(double fmax, int steps) {
    private static final double DEFAULT_CRITERION = 0.001;
    private static final int DEFAULT_STEPS = 100;
    private static final int NOT_TYPED = Integer.MAX_VALUE;

    static Goal of(Viewer viewer, int steps, double criterion) {
        return new Goal(fmax(viewer, criterion), steps == NOT_TYPED ? steps(viewer) : Math.max(0, steps));
    }

    OptimizationOptions options() {
        return OptimizationOptions.defaults().withFmax(fmax).withSteps(steps);
    }

    private static double fmax(Viewer viewer, double criterion) {
        if (criterion > 0) {
            return Precision.typed(criterion);
        }
        double set = viewer.getP("minimizationCriterion") instanceof Number number
                ? Precision.typed(number.doubleValue())
                : DEFAULT_CRITERION;
        return set == DEFAULT_CRITERION || !(set > 0) ? OptimizationOptions.DEFAULT_FMAX : set;
    }

    private static int steps(Viewer viewer) {
        int set = viewer.getP("minimizationSteps") instanceof Number number ? number.intValue() : DEFAULT_STEPS;
        return set == DEFAULT_STEPS ? OptimizationOptions.DEFAULT_STEPS : Math.max(0, set);
    }
}
