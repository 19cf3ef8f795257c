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
        Evaluation now = potential.evaluate(start);
        VelocityVerlet motion = new VelocityVerlet(start, now, plan.femtoseconds(), plan.kelvin(), plan.seed());
        double first = now.energy() + motion.kineticEnergy();
        Fit fit = new Fit();
        long steps = plan.steps();
        double excursion = 0;
        double heat = 0;
        long counted = 0;
        long done = 0;
        boolean broken = false;
        fit.add(0, 0);
        while (done < steps && !broken) {
            try {
                now = potential.evaluate(motion.ask());
                broken = !now.isFinite();
            } catch (LowlandException e) {
                broken = true;
            }
            if (broken) {
                break;
            }
            motion.tell(now);
            done++;
            double change = now.energy() + motion.kineticEnergy() - first;
            fit.add(done * plan.femtoseconds() / 1000, change);
            excursion = Math.max(excursion, Math.abs(change));
            if (done > steps - Math.max(1, steps / 10)) {
                heat += motion.temperature();
                counted++;
            }
            progress.accept(done);
        }
        double scale = 1000.0 / start.size();
        return new Trajectory(
                done * plan.femtoseconds() / 1000,
                fit.slope() * scale,
                excursion * scale,
                counted == 0 ? Double.NaN : heat / counted,
                broken);
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
