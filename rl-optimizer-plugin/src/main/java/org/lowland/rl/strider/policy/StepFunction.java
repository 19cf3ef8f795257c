package org.lowland.rl.strider.policy;

import java.util.Arrays;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Situation;

/**
 * The mean of a step and the logarithm of its deviation: first 3N components in Å, then N logarithms, one for the three
 * components of each atom. The mean is keep · last displacement + mobility · force + a number · change of the force + a
 * number for each kind of neighbours · direction away from them, less its mean over the atoms; keep, mobility and the
 * other numbers are what the network makes of the numbers in {@link AtomView}. Turning the structure turns the mean, and
 * numbering its atoms otherwise numbers it otherwise.
 *
 * <p>Immutable and thread-safe.
 *
 * @param architecture the form
 */
public record StepFunction(Architecture architecture) implements ParametricFunction<Situation> {
    private static final int KEEP = 0;
    private static final int MOBILITY = 1;
    private static final int CHANGE = 2;
    private static final int AWAY = 3;

    /** Outputs beyond this have no more effect: a factor of 20 at most between what is learned and the beginning. */
    private static final double MOST = 3;

    /** What an output of one is worth as a displacement by a unit vector, in units of the length. */
    private static final double PUSH = 0.01;

    /** The share of the episode below which the noise does not fall. */
    private static final double LEAST_LEFT = 1e-4;

    private AtomNetwork network() {
        return new AtomNetwork(AtomView.count(architecture), architecture.hidden(), AWAY + architecture.kinds() + 1);
    }

    @Override
    public int size() {
        return network().size();
    }

    @Override
    public double[] initial(RandomGenerator random) {
        return network().initial(random);
    }

    private double mobility() {
        return architecture.mobility() * architecture.length() * architecture.length() / architecture.energy();
    }

    private static double bounded(double output) {
        return MOST * Tanh.of(output / MOST);
    }

    private static double slopeOfBounded(double output) {
        double tanh = Tanh.of(output / MOST);
        return 1 - tanh * tanh;
    }

    private double keep(double output) {
        double usual = Math.log(architecture.keep() / (1 - architecture.keep()));
        return 1 / (1 + Math.exp(-usual - bounded(output)));
    }

    @Override
    public double[] value(double[] parameters, Situation state) {
        int atoms = state.atoms();
        AtomView view = new AtomView(architecture, state);
        AtomNetwork network = network();
        double[][] layers = network.layers();
        double[] out = layers[layers.length - 1];
        double[] mean = new double[3 * atoms];
        double[] logs = new double[atoms];
        double push = PUSH * architecture.length();
        double usualLog = Math.log(architecture.noise() * architecture.length())
                + 0.5 * Math.log(Math.max(LEAST_LEFT, state.left()));
        for (int atom = 0; atom < atoms; atom++) {
            view.see(atom, layers[0]);
            network.forward(parameters, layers);
            double keep = keep(out[KEEP]);
            double mobility = mobility() * Math.exp(bounded(out[MOBILITY]));
            double change = mobility() * bounded(out[CHANGE]);
            for (int axis = 0; axis < 3; axis++) {
                int k = 3 * atom + axis;
                double sum = keep * state.displacement()[k]
                        + mobility * state.forces()[k]
                        + change * (state.forces()[k] - state.forcesBefore()[k]);
                for (int kind = 0; kind < architecture.kinds(); kind++) {
                    sum += push
                            * bounded(out[AWAY + kind])
                            * view.surroundings().away(atom, kind, axis);
                }
                mean[k] = sum;
            }
            logs[atom] = usualLog + bounded(out[out.length - 1]);
        }
        Reach.takeMeanAway(mean);
        double[] value = Arrays.copyOf(mean, 4 * atoms);
        System.arraycopy(logs, 0, value, 3 * atoms, atoms);
        return value;
    }

    @Override
    public void addGradient(double[] parameters, Situation state, double[] cotangent, double[] sum) {
        backward(parameters, state, cotangent, sum, false);
    }

    @Override
    public double[] stateGradient(double[] parameters, Situation state, double[] cotangent) {
        return backward(parameters, state, cotangent, new double[size()], true);
    }

    /** Adds the gradient by the parameters and returns that by the coordinates of the situation, where it is wanted. */
    private double[] backward(double[] parameters, Situation state, double[] cotangent, double[] sum, boolean byState) {
        int atoms = state.atoms();
        int size = 3 * atoms;
        AtomView view = new AtomView(architecture, state);
        AtomNetwork network = network();
        double[][] layers = network.layers();
        double[][] slopes = network.layers();
        double[] out = layers[layers.length - 1];
        double[] slope = slopes[layers.length - 1];
        double[] byMean = Arrays.copyOf(cotangent, size);
        Reach.takeMeanAway(byMean);
        double[] back = new double[state.coordinates()];
        double[][] bySeen = new double[atoms][];
        Surroundings.Gradient around = view.surroundings().noGradient();
        for (int atom = 0; atom < atoms; atom++) {
            view.see(atom, layers[0]);
            network.forward(parameters, layers);
            Arrays.fill(slope, 0);
            double keep = keep(out[KEEP]);
            double mobility = mobility() * Math.exp(bounded(out[MOBILITY]));
            double change = mobility() * bounded(out[CHANGE]);
            for (int axis = 0; axis < 3; axis++) {
                int k = 3 * atom + axis;
                slope[KEEP] += byMean[k] * state.displacement()[k];
                slope[MOBILITY] += byMean[k] * state.forces()[k];
                slope[CHANGE] += byMean[k] * (state.forces()[k] - state.forcesBefore()[k]);
                back[size + k] += byMean[k] * (mobility + change);
                back[2 * size + k] -= byMean[k] * change;
                back[3 * size + k] += byMean[k] * keep;
                for (int kind = 0; kind < architecture.kinds(); kind++) {
                    slope[AWAY + kind] += byMean[k] * view.surroundings().away(atom, kind, axis);
                    around.away()[3 * (atom * architecture.kinds() + kind) + axis] +=
                            byMean[k] * PUSH * architecture.length() * bounded(out[AWAY + kind]);
                }
            }
            slope[KEEP] *= keep * (1 - keep) * slopeOfBounded(out[KEEP]);
            slope[MOBILITY] *= mobility * slopeOfBounded(out[MOBILITY]);
            slope[CHANGE] *= mobility() * slopeOfBounded(out[CHANGE]);
            for (int kind = 0; kind < architecture.kinds(); kind++) {
                slope[AWAY + kind] *= PUSH * architecture.length() * slopeOfBounded(out[AWAY + kind]);
            }
            slope[out.length - 1] = cotangent[size + atom] * slopeOfBounded(out[out.length - 1]);
            network.backward(parameters, layers, slopes, sum);
            bySeen[atom] = slopes[0].clone();
        }
        if (byState) {
            view.pullback(bySeen, around, back);
        }
        return back;
    }
}
