package org.lowland.rl.policygradient.method;

import java.util.List;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.Workers;

/** What is estimated from the steps of a batch, by all methods in the same way. */
final class Estimates {
    static final int STEPS_TOGETHER = 64;

    private Estimates() {}

    /**
     * The score-function gradient {@code sum (score * advantage + entropy weight * entropy gradient) / divisor}. Actions
     * and advantages are numbers here: no gradient flows through them.
     */
    static <S, A> double[] scoreGradient(
            Policy<S, A> policy, List<JudgedStep<S, A>> steps, double entropyWeight, double divisor, Workers workers) {
        return workers.sum(steps, STEPS_TOGETHER, policy.size(), (piece, first, sum) -> {
            double[] weights = piece.stream()
                    .mapToDouble(judged -> judged.advantage() / divisor)
                    .toArray();
            policy.addScores(plain(piece), weights, sum);
            addEntropy(policy, piece, entropyWeight / divisor, sum);
        });
    }

    static <S, A> void addEntropy(Policy<S, A> policy, List<JudgedStep<S, A>> steps, double weight, double[] sum) {
        if (weight != 0) {
            policy.addEntropyGradients(
                    steps.stream().map(judged -> judged.step().state()).toList(), weight, sum);
        }
    }

    static <S, A> List<Step<S, A>> plain(List<JudgedStep<S, A>> steps) {
        return steps.stream().map(JudgedStep::step).toList();
    }

    static <S, A> double[] logProbabilities(Policy<S, A> policy, List<Step<S, A>> steps) {
        return policy.logProbabilities(
                steps.stream().map(Step::state).toList(),
                steps.stream().map(Step::action).toList());
    }

    /**
     * The Kullback-Leibler divergence from the policy that drew the actions to another one, nats per step: the mean of
     * ratio - 1 - ln ratio, none of whose terms is negative.
     */
    static <S, A> double divergence(Policy<S, A> policy, List<JudgedStep<S, A>> steps, Workers workers) {
        double[] sum = workers.sum(steps, STEPS_TOGETHER, 1, (piece, first, part) -> {
            double[] logs = logProbabilities(policy, plain(piece));
            for (int k = 0; k < logs.length; k++) {
                double logRatio = logs[k] - piece.get(k).step().logProbability();
                part[0] += Math.expm1(logRatio) - logRatio;
            }
        });
        return sum[0] / steps.size();
    }
}
