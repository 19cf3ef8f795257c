package org.lowland.potential.physics;

import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * Motion without a thermostat by velocity Verlet. A step is asked and told: {@link #ask()} moves the atoms, {@link #tell}
 * takes the forces there. Confined to one thread.
 */
public final class VelocityVerlet {
    /** One femtosecond in the unit of time of ASE, Å √(u/eV); CODATA 2018. */
    private static final double FEMTOSECOND = 1e-5 * Math.sqrt(1.602176634e-19 / 1.66053906660e-27);

    private final AtomicSystem start;
    private final double[] masses;
    private final double[] velocities;
    private final double[] positions;
    private final double time;
    private double[] forces;

    /**
     * A motion from a structure, with random velocities.
     *
     * @param start the structure, of two atoms or more
     * @param evaluation its forces
     * @param femtoseconds of a step
     * @param kelvin of the first velocities
     * @param seed of the first velocities
     */
    public VelocityVerlet(AtomicSystem start, Evaluation evaluation, double femtoseconds, double kelvin, long seed) {
        this.start = start;
        this.masses = AtomicMasses.of(start);
        this.velocities = MaxwellBoltzmann.velocities(start, masses, kelvin, seed);
        this.positions = start.positions();
        this.time = femtoseconds * FEMTOSECOND;
        this.forces = evaluation.forces();
    }

    /**
     * Moves the atoms.
     *
     * @return the structure whose forces are to be told
     * @throws org.lowland.api.InputException when a coordinate is not a finite number any more
     */
    public AtomicSystem ask() {
        kick();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += time * velocities[k];
        }
        return start.withPositions(positions);
    }

    /**
     * Ends the step.
     *
     * @param evaluation of the structure that was asked
     */
    public void tell(Evaluation evaluation) {
        forces = evaluation.forces();
        kick();
    }

    /** {@return the kinetic energy in eV} */
    public double kineticEnergy() {
        return MaxwellBoltzmann.kineticEnergy(velocities, masses);
    }

    /** {@return the temperature of the velocities in K} */
    public double temperature() {
        return MaxwellBoltzmann.temperature(velocities, masses);
    }

    private void kick() {
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] += time / 2 * forces[k] / masses[k / 3];
        }
    }
}
