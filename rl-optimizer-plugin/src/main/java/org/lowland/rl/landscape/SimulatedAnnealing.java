package org.lowland.rl.landscape;

import java.util.Objects;
import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * Simulated annealing by the dynamics of unit masses in a bath (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science
 * 220, 671 (1983)): a short descent, Langevin dynamics that cool linearly in as many steps as the evaluations allow, and a
 * quench. The limit on evaluations, or that on steps where it is lower, is part of what is done. Constraints are refused.
 * The same seed gives the same search. Immutable and thread-safe.
 */
public final class SimulatedAnnealing extends UnconstrainedSearch {
    /** The id under which it is found. */
    public static final String ID = "simulated-annealing";

    private final Settings settings;
    private final GeometryOptimizer local;

    /**
     * How it cools.
     *
     * @param hottest kT at the beginning, in eV
     * @param coldest kT at the end, in eV
     * @param timeStep in Å √(amu/eV)
     * @param friction in 1/(Å √(amu/eV))
     * @param descent evaluations of the descent at the beginning, at most
     * @param quench share of the evaluations for the quench at the end
     */
    public record Settings(
            double hottest, double coldest, double timeStep, double friction, long descent, double quench) {
        /** With so many evaluations quenches of hundreds of atoms come to their end. */
        private static final int MOST_FOR_QUENCH = 300;

        /**
         * Checks the numbers.
         *
         * @throws InputException when one is out of its range
         */
        public Settings {
            require("hottest", hottest > 0 && Double.isFinite(hottest), hottest, "a positive kT in eV");
            require("coldest", coldest >= 0 && coldest <= hottest, coldest, "a kT in eV from 0 to that of 'hottest'");
            require("time-step", timeStep > 0 && Double.isFinite(timeStep), timeStep, "a positive time");
            require("friction", friction > 0 && Double.isFinite(friction), friction, "a positive rate");
            require("descent", descent >= 1, descent, "1 or more");
            require("quench", quench >= 0 && quench <= 1, quench, "a share from 0 to 1");
        }

        private static void require(String name, boolean holds, Number value, String wanted) {
            if (!holds) {
                throw new InputException("The option '" + name + "' of '" + ID + "' is " + value + "; give " + wanted);
            }
        }

        /** Steps of the dynamics after a descent. */
        long steps(long evaluations, long afterDescent) {
            long forQuench = Math.min(MOST_FOR_QUENCH, Math.round(quench * evaluations));
            return Math.max(0, evaluations - afterDescent - forQuench);
        }
    }

    /**
     * Makes a search.
     *
     * @param settings how it cools
     * @param local by which it descends and quenches
     */
    public SimulatedAnnealing(Settings settings, GeometryOptimizer local) {
        this.settings = Objects.requireNonNull(settings);
        this.local = Objects.requireNonNull(local);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    protected Walk begin(AtomicSystem system, OptimizationOptions options) {
        return new AnnealingWalk(system, options, settings, local);
    }
}
