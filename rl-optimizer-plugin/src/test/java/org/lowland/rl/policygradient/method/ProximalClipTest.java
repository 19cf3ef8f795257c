package org.lowland.rl.policygradient.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.Vectors;
import org.lowland.rl.policygradient.policy.SoftmaxPolicy;
import org.lowland.rl.policygradient.problem.Bandit;
import org.lowland.rl.policygradient.problem.Playing;
import org.lowland.rl.policygradient.problem.Slopes;

class ProximalClipTest {
    private static final double CLIP = 0.2;
    private static final Bandit BANDIT = Bandit.of(1.0, 0.0);
    private static final SoftmaxPolicy<String> POLICY = BANDIT.policy(0.4, -0.1);

    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = new Workers(2);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    private static ProximalClip<String, Integer> method(double entropy) {
        return new ProximalClip<>(new ProximalClip.Settings(Ascent.Settings.plain(0.5), CLIP, 10, 16, 0.5, entropy));
    }

    /** A step whose action is so many times as probable as when it was drawn. */
    private static JudgedStep<String, Integer> step(double ratio, double advantage) {
        return new JudgedStep<>(new Step<>("", 0, POLICY.logProbability("", 0) - Math.log(ratio), 0), advantage);
    }

    private static double[] gradient(double entropy, List<JudgedStep<String, Integer>> steps) {
        return method(entropy).gradient(POLICY, steps, workers);
    }

    @Test
    void beyondTheClipOnTheGoodSideThereIsNoGradient() {
        assertThat(gradient(0, List.of(step(1.21, 3)))).containsOnly(0);
        assertThat(gradient(0, List.of(step(0.79, -3)))).containsOnly(0);
    }

    @Test
    void onTheBadSideTheGradientBringsItBack() {
        double[] score = new double[2];
        POLICY.addScore("", 0, 1, score);

        assertThat(gradient(0, List.of(step(0.5, 3)))).containsExactly(times(score, 1.5), within(1e-14));
        assertThat(gradient(0, List.of(step(2, -3)))).containsExactly(times(score, -6), within(1e-14));
    }

    private static double[] times(double[] vector, double factor) {
        return Vectors.sum(new double[vector.length], vector, factor);
    }

    @Test
    void itIsTheGradientOfTheClippedObjective() {
        List<JudgedStep<String, Integer>> steps =
                List.of(step(1, 2), step(1.5, 1), step(0.9, -1), step(1.1, -2), step(0.3, -1), step(1.15, 0.7));

        double[] expected = Slopes.of(
                p -> {
                    SoftmaxPolicy<String> moved = POLICY.withParameters(p);
                    double sum = 0;
                    for (JudgedStep<String, Integer> judged : steps) {
                        double ratio = Math.exp(
                                moved.logProbability("", 0) - judged.step().logProbability());
                        double clipped = Math.max(1 - CLIP, Math.min(1 + CLIP, ratio));
                        sum += Math.min(ratio * judged.advantage(), clipped * judged.advantage());
                        sum += 0.3 * moved.entropy("");
                    }
                    return sum / steps.size();
                },
                POLICY.parameters());
        assertThat(gradient(0.3, steps)).containsExactly(expected, within(1e-8));
    }

    @Test
    void severalPassesStayNearTheOldPolicy() {
        Batch<String, Integer> batch = Playing.batch(
                Playing.episodes(BANDIT, POLICY, 1, 64, 9, workers), Returns.undiscounted(), new NoBaseline<>(), 9);

        Improvement<String, Integer> improvement = method(0).improve(POLICY, batch, workers);

        double before = POLICY.probabilities("")[0];
        double after = ((SoftmaxPolicy<String>) improvement.policy()).probabilities("")[0];
        assertThat(improvement.updates()).isEqualTo(40);
        assertThat(after / before).isBetween(1.15, 1.3);
        assertThat(improvement.divergence()).isPositive().isLessThan(0.1);
    }

    @Test
    void noPassBeginsBeyondTheLargestDivergence() {
        Batch<String, Integer> batch = Playing.batch(
                Playing.episodes(BANDIT, POLICY, 1, 64, 9, workers), Returns.undiscounted(), new NoBaseline<>(), 9);
        ProximalClip<String, Integer> cautious =
                new ProximalClip<>(new ProximalClip.Settings(Ascent.Settings.plain(0.5), CLIP, 10, 16, 1e-4, 0));

        assertThat(cautious.improve(POLICY, batch, workers).updates()).isEqualTo(4);
    }

    @Test
    void aClipOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new ProximalClip.Settings(Ascent.Settings.plain(1), 1.5, 1, 1, 1, 0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("clip");
    }
}
