package org.lowland.rl.start;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The dynamics of unit masses in a bath, with the splitting BAOAB of B. Leimkuhler and C. Matthews, Appl. Math. Res.
 * Express 2013, 34, whose structures are those of the temperature to high order in the time step. Immutable.
 *
 * @param temperature kT in eV
 * @param timeStep in Å √(amu/eV)
 * @param friction in 1/(Å √(amu/eV))
 */
record Langevin(double temperature, double timeStep, double friction) {

    /**
     * Runs for a while from velocities drawn anew.
     *
     * @param from where it starts
     * @param steps the number of steps, each one evaluation
     */
    Walk.Position run(Walk.Position from, int steps, Potential potential, RandomGenerator random) {
        AtomicSystem system = from.system();
        double[] positions = system.positions();
        double[] velocities = new double[positions.length];
        double width = Math.sqrt(temperature);
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] = width * random.nextGaussian();
        }
        double[] forces = from.evaluation().forces();
        double kept = Math.exp(-friction * timeStep);
        double drawn = width * Math.sqrt(1 - kept * kept);
        Walk.Position now = from;
        for (int step = 0; step < steps; step++) {
            for (int k = 0; k < positions.length; k++) {
                velocities[k] += timeStep / 2 * forces[k];
                positions[k] += timeStep / 2 * velocities[k];
                velocities[k] = kept * velocities[k] + drawn * random.nextGaussian();
                positions[k] += timeStep / 2 * velocities[k];
            }
            AtomicSystem next = system.withPositions(positions);
            now = new Walk.Position(next, potential.evaluate(next));
            forces = now.evaluation().forces();
            for (int k = 0; k < velocities.length; k++) {
                velocities[k] += timeStep / 2 * forces[k];
            }
        }
        return now;
    }
}
