package org.lowland.jmol.minimize;

import org.jmol.viewer.Viewer;
import org.lowland.api.system.Units;
import org.lowland.io.jmol.Precision;

/** The variables of Jmol that say how a minimization stands, and the callback that goes with them. */
final class StatusVariables {
    /** Before the first evaluation. */
    static final String STARTING = "starting";

    /** After a step. */
    static final String RUNNING = "running";

    /** A single point. */
    static final String CALCULATE = "calculate";

    /** The end of a run whose structure was kept. */
    static final String DONE = "done";

    /** The end of a run whose structure was not kept, or that could not begin. */
    static final String FAILED = "failed";

    private StatusVariables() {}

    /**
     * Sets the variables and calls the callback.
     *
     * @param viewer whose variables
     * @param status one of the above
     * @param step the number of steps taken
     * @param energy in eV
     * @param difference to the step before, in eV
     */
    static void publish(Viewer viewer, String status, int step, double energy, double difference) {
        double unit = unit(viewer);
        viewer.setIntProperty("_minimizationStep", step);
        Precision.set(viewer, "_minimizationEnergy", energy * unit);
        Precision.set(viewer, "_minimizationEnergyDiff", difference * unit);
        viewer.setStringProperty("_minimizationStatus", status);
        viewer.notifyMinimizationStatus();
    }

    /** How many units of Jmol's {@code energyUnits} one eV is. */
    private static double unit(Viewer viewer) {
        return "kcal".equalsIgnoreCase(String.valueOf(viewer.getP("energyUnits")))
                ? Units.KCAL_PER_MOL_PER_EV
                : Units.KJ_PER_MOL_PER_EV;
    }
}
