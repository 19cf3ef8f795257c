package org.lowland.potential.physics;

import java.util.List;
import java.util.function.LongConsumer;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * How a potential behaves where there are no labels. What is about energies is NaN where it has none.
 *
 * @param trajectory from the first structure
 * @param closedPathWork largest work of the forces along a closed path, meV
 * @param netForce largest net force, eV/Å
 * @param netTorque largest net torque, eV
 * @param rotationError largest error of a force component on a structure that was turned, eV/Å
 * @param rotationErrorOfEnergy the same for the energy, eV
 * @param atomsPerSecond energies and forces of one structure after the other, in one thread, once warm
 */
public record PhysicsReport(
        Trajectory trajectory,
        double closedPathWork,
        double netForce,
        double netTorque,
        double rotationError,
        double rotationErrorOfEnergy,
        double atomsPerSecond) {
    private static final int STRUCTURES = 20;
    private static final int PATHS = 4;
    private static final double SECONDS = 1.0;
    private static final long SEED = 20_071;

    /**
     * Measures a potential.
     *
     * @param potential any that takes structures in free space
     * @param structures to measure on; the first twenty count
     * @param plan of the trajectory
     * @param progress hears of each step of the trajectory
     * @return what was found
     * @throws InputException when there is no structure, or the first one is a single atom
     */
    public static PhysicsReport of(
            Potential potential, List<AtomicSystem> structures, Trajectory.Plan plan, LongConsumer progress) {
        if (structures.isEmpty() || structures.get(0).size() < 2) {
            throw new InputException("The physics report needs a structure of two atoms or more");
        }
        List<AtomicSystem> some = structures.subList(0, Math.min(STRUCTURES, structures.size()));
        Symmetries symmetries = Symmetries.of(potential, some, SEED);
        double work = ClosedPath.largestWork(potential, some.subList(0, Math.min(PATHS, some.size())), SEED);
        double speed = speed(potential, some);
        boolean energies = potential.domain().hasEnergies();
        Trajectory trajectory = Trajectory.run(potential, some.get(0), plan, progress);
        return new PhysicsReport(
                energies ? trajectory : trajectory.withoutEnergies(),
                1000 * work,
                symmetries.netForce(),
                symmetries.netTorque(),
                symmetries.rotatedForces(),
                energies ? symmetries.rotatedEnergy() : Double.NaN,
                speed);
    }

    private static double speed(Potential potential, List<AtomicSystem> structures) {
        WarmUp.run(potential, structures);
        long atoms = 0;
        long start = System.nanoTime();
        double seconds = 0;
        for (int k = 0; seconds < SECONDS; k++) {
            AtomicSystem structure = structures.get(k % structures.size());
            potential.evaluate(structure);
            atoms += structure.size();
            seconds = (System.nanoTime() - start) * 1e-9;
        }
        return atoms / seconds;
    }
}
