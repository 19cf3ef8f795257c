package org.lowland.rl.strider.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.lowland.api.Lowland;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.Rollout;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.RewardWeights;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.episode.SearchEnvironment;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

class PublishedFunctionTest {
    private final Potential potential = Lowland.potential(BackendSpec.parse("kob-andersen?shift=force"));

    /** The published form with narrow layers, without or with its quirks. */
    private static PublishedForm form(boolean quirks) {
        PublishedForm full = PublishedForm.kobAndersen();
        return new PublishedForm(
                full.elements(), full.sigma(), full.cutoff(), 6, 0.02, null, 0.001, !quirks, quirks, quirks, quirks);
    }

    private Situation situation(AtomicSystem system) {
        return Situation.first(system, potential.evaluate(system), 5, 0);
    }

    private static double[] random(int size, long seed) {
        return new Random(seed).doubles(size, -1, 1).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Test
    void hasItsGradientByTheParameters() {
        for (boolean quirks : new boolean[] {true, false}) {
            PublishedFunction function = new PublishedFunction(form(quirks));
            Situation state = situation(Structures.kobAndersenBox(12, 3));
            double[] parameters = function.initial(new Well19937c(2));
            double[] cotangent = random(36, 3);
            double[] gradient = new double[function.size()];
            function.addGradient(parameters, state, cotangent, gradient);
            double[] direction = random(function.size(), 4);
            double step = 1e-6;
            double[] ahead = parameters.clone();
            double[] behind = parameters.clone();
            for (int k = 0; k < direction.length; k++) {
                ahead[k] += step * direction[k];
                behind[k] -= step * direction[k];
            }
            double slope =
                    (dot(cotangent, function.value(ahead, state)) - dot(cotangent, function.value(behind, state)))
                            / (2 * step);
            assertThat(dot(gradient, direction))
                    .as("quirks %s", quirks)
                    .isCloseTo(slope, within(1e-6 * Math.abs(slope)));
        }
    }

    /** Through everything: the energies of the atoms that nodes tell, the edges, and the energy at the end. */
    @Test
    void thePathwiseGradientIsThatOfTheEnergy() {
        PublishedFunction function = new PublishedFunction(form(true));
        AtomicSystem start = Structures.kobAndersenBox(12, 3);
        SearchEnvironment environment =
                new SearchEnvironment(potential, List.of(start), 3, Reward.LOWERED, new Reach(10), 1);
        double[] parameters = function.initial(new Well19937c(2));
        double[] gradient;
        try (Workers workers = new Workers(1)) {
            GaussianPolicy<Situation> policy = new GaussianPolicy<>(function, Deviation.fixed(1e-3), parameters);
            List<Episode<Situation, double[]>> played = play(environment, policy, workers);
            gradient = new Pathwise<Situation, double[]>(
                            environment, new RewardWeights.Discounted(1), true, 0, Ascent.Settings.plain(1))
                    .gradient(policy, played, workers);
            double[] direction = random(parameters.length, 7);
            double step = 1e-6;
            double[] ahead = parameters.clone();
            double[] behind = parameters.clone();
            for (int k = 0; k < direction.length; k++) {
                ahead[k] += step * direction[k];
                behind[k] -= step * direction[k];
            }
            double slope = (play(environment, policy.withParameters(ahead), workers)
                                    .get(0)
                                    .totalReward()
                            - play(environment, policy.withParameters(behind), workers)
                                    .get(0)
                                    .totalReward())
                    / (2 * step);
            assertThat(dot(gradient, direction)).isCloseTo(slope, within(1e-4 * Math.abs(slope)));
        }
    }

    private static List<Episode<Situation, double[]>> play(
            SearchEnvironment environment, GaussianPolicy<Situation> policy, Workers workers) {
        return new Rollout<>(environment, 3, 1)
                .sampled(
                        policy,
                        List.of(new Rollout.Start(0, new RandomStreams(1).of(RandomStreams.Purpose.EPISODE, 0, 0))),
                        workers);
    }

    /** Two boxes side by side are the same liquid, but the published sums are divided by twice as many atoms. */
    @Test
    void seesOtherNumbersInALargerBoxUnlessThatIsSwitchedOff() {
        AtomicSystem one = Structures.kobAndersenBox(40, 3);
        double edge = one.cell().orElseThrow().component(0, 0);
        AtomicSystem shifted = Transformations.translated(one, edge, 0, 0);
        int[] elements = Arrays.copyOf(one.atomicNumbers(), 80);
        System.arraycopy(one.atomicNumbers(), 0, elements, 40, 40);
        double[] positions = Arrays.copyOf(one.positions(), 240);
        System.arraycopy(shifted.positions(), 0, positions, 120, 120);
        AtomicSystem both = AtomicSystem.builder(elements, positions)
                .cell(Cell.orthorhombic(2 * edge, edge, edge))
                .build();
        for (boolean perAtoms : new boolean[] {true, false}) {
            PublishedForm full = PublishedForm.kobAndersen();
            PublishedForm form = new PublishedForm(
                    full.elements(), full.sigma(), full.cutoff(), 6, null, null, null, null, perAtoms, false, null);
            PublishedFunction function = new PublishedFunction(form);
            double[] parameters = function.initial(new Well19937c(2));
            double[] alone = function.value(
                    parameters,
                    new Situation(one, 0, new double[0], new double[0], new double[0], 1, 1, 0, random(40, 5)));
            double[] shares = Arrays.copyOf(random(40, 5), 80);
            System.arraycopy(random(40, 5), 0, shares, 40, 40);
            double[] together = function.value(
                    parameters, new Situation(both, 0, new double[0], new double[0], new double[0], 1, 1, 0, shares));
            double largest = 0;
            for (int k = 0; k < alone.length; k++) {
                largest = Math.max(largest, Math.abs(alone[k] - together[k]));
            }
            if (perAtoms) {
                assertThat(largest).isGreaterThan(1e-6);
            } else {
                assertThat(largest).isLessThan(1e-12);
            }
        }
    }

    @Test
    void doesNotTurnWithTheStructure() {
        PublishedFunction function = new PublishedFunction(PublishedForm.kobAndersen());
        double[] parameters = function.initial(new Well19937c(2));
        AtomicSystem system = Structures.kobAndersenBox(20, 3);
        double[] rotation = Transformations.randomRotation(new Random(1));
        double[] turned = function.value(parameters, situation(Transformations.rotated(system, rotation)));
        double[] expected = Transformations.apply(rotation, function.value(parameters, situation(system)));
        double largest = 0;
        for (int k = 0; k < turned.length; k++) {
            largest = Math.max(largest, Math.abs(turned[k] - expected[k]));
        }
        assertThat(largest)
                .isGreaterThan(0.1 * Arrays.stream(turned).map(Math::abs).max().orElseThrow());
    }

    @Test
    void refusesElementsThatItHasNotSeenAndPotentialsWithoutShares() {
        PublishedFunction function = new PublishedFunction(PublishedForm.kobAndersen());
        double[] parameters = function.initial(new Well19937c(2));
        AtomicSystem water = Structures.water();
        assertThatThrownBy(() -> function.value(
                        parameters,
                        new Situation(water, 0, new double[9], new double[9], new double[9], 1, 1, 0, new double[3])))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("has not seen");
        AtomicSystem liquid = Structures.kobAndersenBox(10, 3);
        assertThatThrownBy(() -> function.value(
                        parameters,
                        new Situation(
                                liquid, 0, new double[30], new double[30], new double[30], 1, 1, 0, new double[0])))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("does not tell");
    }
}
