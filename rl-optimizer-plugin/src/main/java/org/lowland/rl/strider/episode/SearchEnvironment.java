package org.lowland.rl.strider.episode;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Fire;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;
import org.lowland.rl.policygradient.DifferentiableEnvironment;
import org.lowland.rl.policygradient.Step;

/**
 * Displacements of all atoms on a potential. A step is one evaluation; gradients take two more for each step, because
 * second derivatives times a vector are differences of forces. Thread-safe.
 *
 * @param potential the landscape
 * @param structures where episodes start
 * @param steps of an episode
 * @param reward of a step
 * @param reach how far a step goes
 * @param quenchEvaluations of the quench after the last step, for {@link Reward#QUENCHED}
 */
public record SearchEnvironment(
        Potential potential,
        List<AtomicSystem> structures,
        int steps,
        Reward reward,
        Reach reach,
        int quenchEvaluations)
        implements DifferentiableEnvironment<Situation, double[]> {
    /** How far apart the forces of a difference are, in Å; the error grows with its square. */
    private static final double DIFFERENCE = 1e-5;

    /** Potentials refuse atoms closer than 0.1 Å. */
    private static final double COINCIDENCE = 0.12;

    private static final int MOST_HALVINGS = 8;

    private static final Fire PUBLISHED_FIRE = new Fire(Fire.Variant.FIRST, 0.01, 0.04, 1);

    /** Copies the list. */
    public SearchEnvironment {
        structures = List.copyOf(structures);
    }

    @Override
    public int starts() {
        return structures.size();
    }

    @Override
    public Situation start(int start, RandomGenerator random) {
        AtomicSystem system = structures.get(start);
        Evaluation evaluation = potential.evaluate(system);
        double reference = reward.comparesWithFire() ? end(PUBLISHED_FIRE, system, steps) : evaluation.energy();
        return Situation.first(system, evaluation, steps, reference);
    }

    @Override
    public Outcome<Situation> step(Situation state, double[] action, RandomGenerator random) {
        double[] displacement = reach.displacement(state.system(), action);
        AtomicSystem moved = moved(state.system(), displacement);
        // A policy that learns may throw atoms onto each other; then all go half as far, and half again, as in a
        // search.
        for (int halving = 0; halving < MOST_HALVINGS && coincide(moved); halving++) {
            for (int k = 0; k < displacement.length; k++) {
                displacement[k] /= 2;
            }
            moved = moved(state.system(), displacement);
        }
        Situation next = state.after(moved, potential.evaluate(moved), displacement);
        boolean terminal = next.stepsLeft() == 0;
        double worth = reward == Reward.QUENCHED && terminal
                ? (next.reference() - end(new Lbfgs(), moved, quenchEvaluations)) / next.atoms()
                : reward.of(state, next);
        return new Outcome<>(next, worth, terminal);
    }

    private static AtomicSystem moved(AtomicSystem system, double[] displacement) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += displacement[k];
        }
        return system.withPositions(positions);
    }

    private static boolean coincide(AtomicSystem system) {
        return NeighborList.allImages(system, COINCIDENCE).size() > 0;
    }

    private double end(GeometryOptimizer optimizer, AtomicSystem system, int evaluations) {
        return OptimizationLoop.builder(optimizer, potential)
                .options(OptimizationOptions.defaults().withEvaluations(evaluations))
                .build()
                .run(system)
                .evaluation()
                .map(Evaluation::energy)
                .orElse(Double.NaN);
    }

    @Override
    public int coordinates(Situation state) {
        return state.coordinates();
    }

    @Override
    public Pullback pullback(
            Step<Situation, double[]> step, Situation next, double rewardWeight, double[] nextGradient) {
        if (reward == Reward.QUENCHED) {
            throw new UnsupportedException(
                    "The energy after a quench has no derivative with respect to the steps before;"
                            + " take the reward '" + Reward.LOWERED.label() + "' for pathwise gradients");
        }
        Situation state = step.state();
        int size = 3 * state.atoms();
        double[] product = forceProduct(next.system(), nextGradient, size);
        double[] byShares = EnergyShares.gradient(potential, next, nextGradient);
        double[] state0 = new double[state.coordinates()];
        double[] done = new double[size];
        double slope = rewardWeight * reward.slope(next);
        for (int k = 0; k < size; k++) {
            double byPosition = nextGradient[k] + product[k] + byShares[k] - slope * next.forces()[k];
            state0[k] = byPosition;
            // The forces before the next step are those of this state.
            state0[size + k] = nextGradient[2 * size + k];
            done[k] = byPosition + nextGradient[3 * size + k];
        }
        if (reward == Reward.LOWERED) {
            for (int k = 0; k < size; k++) {
                state0[k] -= rewardWeight / state.atoms() * state.forces()[k];
            }
        }
        double share = share(reach.displacement(state.system(), step.action()), next.displacement());
        for (int k = 0; k < size; k++) {
            done[k] *= share;
        }
        return new Pullback(state0, reach.pullback(state.system(), step.action(), done));
    }

    /** The share of a displacement that was gone: 1, or less where atoms would have coincided. */
    private static double share(double[] allowed, double[] gone) {
        int farthest = 0;
        for (int k = 1; k < allowed.length; k++) {
            farthest = Math.abs(allowed[k]) > Math.abs(allowed[farthest]) ? k : farthest;
        }
        return allowed[farthest] == 0 ? 1 : gone[farthest] / allowed[farthest];
    }

    /** The gradient of {@code gradient · forces} by the positions: symmetric second derivatives times the vector. */
    private double[] forceProduct(AtomicSystem system, double[] gradient, int size) {
        double largest = 0;
        for (int k = size; k < 2 * size; k++) {
            largest = Math.max(largest, Math.abs(gradient[k]));
        }
        if (largest == 0) {
            return new double[size];
        }
        double[] ahead = system.positions();
        double[] behind = system.positions();
        double step = DIFFERENCE / largest;
        for (int k = 0; k < size; k++) {
            ahead[k] += step * gradient[size + k];
            behind[k] -= step * gradient[size + k];
        }
        List<Evaluation> both = potential.evaluate(List.of(system.withPositions(ahead), system.withPositions(behind)));
        double[] product = both.get(0).forces();
        double[] other = both.get(1).forces();
        for (int k = 0; k < size; k++) {
            product[k] = (product[k] - other[k]) / (2 * step);
        }
        return product;
    }
}
