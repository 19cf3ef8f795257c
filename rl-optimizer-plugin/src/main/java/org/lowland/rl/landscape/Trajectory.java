package org.lowland.rl.landscape;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * A move of hybrid Monte Carlo: a short run of the dynamics of unit masses from velocities drawn anew, accepted or turned
 * down as a whole by its change of total energy, which makes the sampling exact whatever the time step (S. Duane, A. D.
 * Kennedy, B. J. Pendleton and D. Roweth, Phys. Lett. B 195, 216 (1987)). Confined to one thread.
 */
final class Trajectory {
    /** A run in which an atom moves farther in one step has left all reason and is turned down, in Å. */
    private static final double FARTHEST = 0.3;

    private static final double GROWTH = 1.04;

    /** With this growth, the steps settle where seven tenths of the moves are accepted. */
    private static final double DECLINE = Math.pow(GROWTH, -0.7 / 0.3);

    private final Ladder.Rung from;
    private final double temperature;
    private final Container container;
    private final double[] velocities;
    private final double[] positions;
    private final double totalBefore;
    private double[] forces;
    private AtomicSystem next;
    private Walk.Position reached;
    private boolean hopeless;

    Trajectory(Ladder.Rung from, double temperature, Container container, RandomGenerator random) {
        this.from = from;
        this.temperature = temperature;
        this.container = container;
        AtomicSystem system = from.at().system();
        this.positions = system.positions();
        this.velocities = new double[positions.length];
        double width = Math.sqrt(temperature);
        for (int k = 0; k < velocities.length; k++) {
            double drawn = width * random.nextGaussian();
            velocities[k] = system.isFixed(k / 3) ? 0 : drawn;
        }
        this.totalBefore = from.energy() + kinetic();
        this.forces = Forces.allowed(system, from.at().evaluation());
        this.next = system;
        advance();
    }

    AtomicSystem next() {
        return next;
    }

    /** Takes the forces at the structure asked for and, unless the run ends here, moves on. */
    void receive(Evaluation evaluation, boolean isLast) {
        if (hopeless) {
            return;
        }
        reached = new Walk.Position(next, evaluation);
        forces = Forces.allowed(next, evaluation);
        kick();
        if (!isLast) {
            advance();
        }
    }

    /** Where the replica is after the move, with the time step for the next. */
    Ladder.Rung end(RandomGenerator random) {
        double drawn = random.nextDouble();
        boolean accepted = isSound()
                && drawn < Math.exp((totalBefore - reached.evaluation().energy() - kinetic()) / temperature);
        double timeStep = from.timeStep() * (accepted ? GROWTH : DECLINE);
        return new Ladder.Rung(accepted ? reached : from.at(), timeStep);
    }

    private boolean isSound() {
        if (hopeless) {
            return false;
        }
        for (int atom = 0; atom < next.size(); atom++) {
            if (!next.isFixed(atom) && !container.holds(positions, atom)) {
                return false;
            }
        }
        return true;
    }

    private void advance() {
        kick();
        double farthest = 0;
        for (int k = 0; k < positions.length; k++) {
            farthest = Math.max(farthest, Math.abs(from.timeStep() * velocities[k]));
            positions[k] += from.timeStep() * velocities[k];
        }
        hopeless = !(farthest < FARTHEST);
        if (!hopeless) {
            next = next.withPositions(positions);
        }
    }

    private void kick() {
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] += 0.5 * from.timeStep() * forces[k];
        }
    }

    private double kinetic() {
        double sum = 0;
        for (double v : velocities) {
            sum += v * v;
        }
        return sum / 2;
    }
}
