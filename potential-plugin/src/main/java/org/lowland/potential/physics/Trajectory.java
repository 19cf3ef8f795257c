package org.lowland.potential.physics;

import java.util.function.LongConsumer;
import org.lowland.api.LowlandException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * What became of the energy along a trajectory without a thermostat. Drift and excursion are NaN where the potential has
 * no energies.
 *
 * @param picoseconds that it lasted; less than asked for where it broke
 * @param drift slope of the total energy by least squares, meV per atom and ps
 * @param excursion largest distance of the total energy from its start, meV per atom
 * @param temperature mean over the last tenth, K
 * @param broken whether forces, energies or positions ceased to be finite or atoms met
 */
public record Trajectory(double picoseconds, double drift, double excursion, double temperature, boolean broken) {
    /** One femtosecond in the unit of time of ASE, Å √(u/eV); CODATA 2018. */
    private static final double FEMTOSECOND = 1e-5 * Math.sqrt(1.602176634e-19 / 1.66053906660e-27);

    /**
     * How a trajectory is run.
     *
     * @param picoseconds how long
     * @param femtoseconds of a step
     * @param kelvin of the first velocities
     * @param seed of the first velocities
     */
    public record Plan(double picoseconds, double femtoseconds, double kelvin, long seed) {
        /** Ten picoseconds in steps of half a femtosecond from 300 K. */
        public static final Plan DEFAULT = new Plan(10, 0.5, 300, 1);

        long steps() {
            return Math.max(1, Math.round(1000 * picoseconds / femtoseconds));
        }
    }

    /** The same of a potential that has no energies, whose total energy cannot be told. */
    Trajectory withoutEnergies() {
        return new Trajectory(picoseconds, Double.NaN, Double.NaN, temperature, broken);
    }

    /** Runs one by velocity Verlet; {@code progress} hears of each step. */
    static Trajectory run(Potential potential, AtomicSystem start, Plan plan, LongConsumer progress) {
        double[] masses = AtomicMasses.of(start);
        double[] velocities = MaxwellBoltzmann.velocities(start, masses, plan.kelvin(), plan.seed());
        double[] positions = start.positions();
        double time = plan.femtoseconds() * FEMTOSECOND;
        Evaluation now = potential.evaluate(start);
        double[] forces = now.forces();
        double first = now.energy() + MaxwellBoltzmann.kineticEnergy(velocities, masses);
        Fit fit = new Fit();
        long steps = plan.steps();
        double excursion = 0;
        double heat = 0;
        long counted = 0;
        long done = 0;
        boolean broken = false;
        fit.add(0, 0);
        while (done < steps && !broken) {
            kick(velocities, forces, masses, time / 2);
            for (int k = 0; k < positions.length; k++) {
                positions[k] += time * velocities[k];
            }
            try {
                now = potential.evaluate(start.withPositions(positions));
                broken = !now.isFinite();
            } catch (LowlandException e) {
                broken = true;
            }
            if (broken) {
                break;
            }
            forces = now.forces();
            kick(velocities, forces, masses, time / 2);
            done++;
            double change = now.energy() + MaxwellBoltzmann.kineticEnergy(velocities, masses) - first;
            fit.add(done * plan.femtoseconds() / 1000, change);
            excursion = Math.max(excursion, Math.abs(change));
            if (done > steps - Math.max(1, steps / 10)) {
                heat += MaxwellBoltzmann.temperature(velocities, masses);
                counted++;
            }
            progress.accept(done);
        }
        double scale = 1000.0 / masses.length;
        return new Trajectory(
                done * plan.femtoseconds() / 1000,
                fit.slope() * scale,
                excursion * scale,
                counted == 0 ? Double.NaN : heat / counted,
                broken);
    }

    private static void kick(double[] velocities, double[] forces, double[] masses, double time) {
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] += time * forces[k] / masses[k / 3];
        }
    }

    /** A straight line through points, as they come. */
    private static final class Fit {
        private double n;
        private double meanX;
        private double meanY;
        private double squares;
        private double products;

        void add(double x, double y) {
            n++;
            double fromX = x - meanX;
            meanX += fromX / n;
            meanY += (y - meanY) / n;
            squares += fromX * (x - meanX);
            products += fromX * (y - meanY);
        }

        double slope() {
            return squares > 0 ? products / squares : Double.NaN;
        }
    }
}
