package org.lowland.rl.policygradient.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.random.RandomAdaptor;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;

/**
 * Proximal policy optimization with the clipped objective, J. Schulman, F. Wolski, P. Dhariwal, A. Radford, O. Klimov,
 * arXiv 1707.06347 (2017): several passes over the same steps, in which a step counts no more once the probability of its
 * action has moved far enough to its good side. The advantages usually are normalized.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class ProximalClip<S, A> implements PolicyMethod<S, A> {
    private final Settings settings;
    private final Ascent ascent;

    /**
     * How to improve.
     *
     * @param ascent how the parameters follow the gradient
     * @param clip how far the ratio of probabilities may be from 1
     * @param passes over the steps
     * @param together steps of an update
     * @param largestDivergence from the old policy, nats per step, after which no more pass begins
     * @param entropy what a nat of a step's entropy counts, in the unit of the advantages
     */
    public record Settings(
            Ascent.Settings ascent, double clip, int passes, int together, double largestDivergence, double entropy) {
        /** Checks the ranges. */
        public Settings {
            if (!(clip > 0 && clip < 1 && largestDivergence > 0) || passes < 1 || together < 1) {
                throw new InputException("ppo needs a clip between 0 and 1, a positive divergence, and passes and steps"
                        + " of an update of 1 or more");
            }
        }
    }

    /** The method before its first step. */
    public ProximalClip(Settings settings) {
        this.settings = settings;
        this.ascent = new Ascent(settings.ascent());
    }

    @Override
    public Improvement<S, A> improve(Policy<S, A> policy, Batch<S, A> batch, Workers workers) {
        List<JudgedStep<S, A>> steps = batch.steps();
        Policy<S, A> next = policy;
        double norm = 0;
        double divergence = 0;
        int updates = 0;
        for (int pass = 0; pass < settings.passes() && divergence <= settings.largestDivergence(); pass++) {
            List<JudgedStep<S, A>> order = new ArrayList<>(steps);
            Collections.shuffle(order, random(batch, pass));
            for (int first = 0; first < order.size(); first += settings.together()) {
                double[] gradient = gradient(
                        next, order.subList(first, Math.min(order.size(), first + settings.together())), workers);
                next = next.withParameters(ascent.step(next.parameters(), gradient));
                norm = Vectors.norm(gradient);
                updates++;
            }
            divergence = Estimates.divergence(next, steps, workers);
        }
        return new Improvement<>(next, norm, divergence, updates);
    }

    private static <S, A> Random random(Batch<S, A> batch, int pass) {
        return new RandomAdaptor(batch.streams().of(RandomStreams.Purpose.ORDER, batch.iteration(), pass));
    }

    /** The gradient of the clipped objective, mean over the steps. */
    double[] gradient(Policy<S, A> policy, List<JudgedStep<S, A>> steps, Workers workers) {
        int count = steps.size();
        return workers.sum(steps, Estimates.STEPS_TOGETHER, policy.size(), (piece, first, sum) -> {
            double[] weights = Estimates.logProbabilities(policy, Estimates.plain(piece));
            for (int k = 0; k < weights.length; k++) {
                double ratio = Math.exp(weights[k] - piece.get(k).step().logProbability());
                weights[k] = weight(ratio, piece.get(k).advantage()) / count;
            }
            policy.addScores(Estimates.plain(piece), weights, sum);
            Estimates.addEntropy(policy, piece, settings.entropy() / count, sum);
        });
    }

    /** What a step's score is multiplied by: the derivative of min(ratio A, clipped ratio A) by the log-probability. */
    private double weight(double ratio, double advantage) {
        boolean isFarEnough = advantage > 0 ? ratio > 1 + settings.clip() : ratio < 1 - settings.clip();
        return isFarEnough ? 0 : ratio * advantage;
    }

    @Override
    public Ascent.State state() {
        return ascent.state();
    }

    @Override
    public void restore(Ascent.State state) {
        ascent.restore(state);
    }

    @Override
    public String toString() {
        return "PPO, " + settings;
    }
}
