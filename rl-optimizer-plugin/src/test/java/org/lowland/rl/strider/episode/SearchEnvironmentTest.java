package org.lowland.rl.strider.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.DifferentiableEnvironment;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.strider.Situations;
import org.lowland.test.Structures;

class SearchEnvironmentTest {
    private static final AtomicSystem LIQUID = Structures.kobAndersenBox(20, 3);
    private final Potential potential = Situations.smooth();

    private SearchEnvironment environment(Reward reward) {
        return new SearchEnvironment(potential, List.of(LIQUID), 4, reward, new Reach(0.015), 30);
    }

    /** What the gradient is taken of: the reward and a linear function of the next situation's coordinates. */
    private static double value(Environment.Outcome<Situation> outcome, double weight, double[] cotangent) {
        Situation next = outcome.state();
        double[][] parts = {next.system().positions(), next.forces(), next.forcesBefore(), next.displacement()};
        double sum = weight * outcome.reward();
        for (int part = 0; part < parts.length; part++) {
            for (int k = 0; k < parts[part].length; k++) {
                sum += cotangent[part * parts[part].length + k] * parts[part][k];
            }
        }
        return sum;
    }

    /** One atom is thrown onto another: all go half as far, and so do gradients. */
    @Test
    void atomsThrownOntoEachOtherGoHalfAsFar() {
        SearchEnvironment environment =
                new SearchEnvironment(potential, List.of(LIQUID), 4, Reward.LOWERED, new Reach(10), 30);
        Situation state = environment.start(0, new Well19937c(1));
        double[] action = new double[60];
        for (int axis = 0; axis < 3; axis++) {
            action[axis] = LIQUID.positions()[3 + axis] - LIQUID.positions()[axis];
        }
        Environment.Outcome<Situation> outcome = environment.step(state, action, null);
        double[] gone = outcome.state().displacement();
        for (int axis = 0; axis < 3; axis++) {
            assertThat(gone[axis] - gone[3 + axis]).isCloseTo(action[axis] / 2, within(1e-12));
        }
        double[] cotangent = new double[240];
        cotangent[180] = 1;
        double[] back = environment
                .pullback(new Step<>(state, action, 0, outcome.reward()), outcome.state(), 0, cotangent)
                .action();
        assertThat(back[0]).isCloseTo(0.5 * (1 - 1 / 20.0), within(1e-12));
        assertThat(back[3]).isCloseTo(-0.5 / 20.0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reward.class,
            names = {"LOWERED", "PUBLISHED", "PUBLISHED_NOTEBOOK"})
    void pullbackIsTheGradientOfDifferences(Reward reward) {
        SearchEnvironment environment = environment(reward);
        Situation first = environment.start(0, new Well19937c(1));
        Random random = new Random(5);
        double[] warmUp = random.doubles(60, -0.01, 0.01).toArray();
        Situation state = environment.step(first, warmUp, null).state();
        double[] action = random.doubles(60, -0.015, 0.015).toArray();
        double[] cotangent = random.doubles(240, -1, 1).toArray();
        for (int k = 60; k < 180; k++) {
            cotangent[k] *= 1e-3;
        }
        Environment.Outcome<Situation> outcome = environment.step(state, action, null);
        DifferentiableEnvironment.Pullback back =
                environment.pullback(new Step<>(state, action, 0, outcome.reward()), outcome.state(), 0.7, cotangent);
        double step = 1e-6;
        for (int k = 0; k < 60; k++) {
            double difference = (value(environment.step(state, moved(action, k, step), null), 0.7, cotangent)
                            - value(environment.step(state, moved(action, k, -step), null), 0.7, cotangent))
                    / (2 * step);
            assertThat(back.action()[k])
                    .as("action %d", k)
                    .isCloseTo(difference, within(1e-4 * (1 + Math.abs(difference))));
            difference = (value(environment.step(displaced(state, k, step), action, null), 0.7, cotangent)
                            - value(environment.step(displaced(state, k, -step), action, null), 0.7, cotangent))
                    / (2 * step);
            // The forces of a state are coordinates of their own, so what they do by way of the positions is left out.
            difference -= forcesBefore(state, k, step, cotangent);
            assertThat(back.state()[k])
                    .as("position %d", k)
                    .isCloseTo(difference, within(1e-4 * (1 + Math.abs(difference))));
            assertThat(back.state()[60 + k]).isEqualTo(cotangent[120 + k]);
        }
    }

    private static double[] moved(double[] vector, int k, double by) {
        double[] other = vector.clone();
        other[k] += by;
        return other;
    }

    private Situation displaced(Situation state, int k, double by) {
        AtomicSystem system = state.system().withPositions(moved(state.system().positions(), k, by));
        Evaluation evaluation = potential.evaluate(system);
        return new Situation(
                system,
                evaluation.energy(),
                evaluation.forces(),
                state.forcesBefore(),
                state.displacement(),
                state.stepsLeft(),
                state.stepsInAll(),
                state.reference(),
                state.atomEnergies());
    }

    private double forcesBefore(Situation state, int k, double step, double[] cotangent) {
        double[] ahead = displaced(state, k, step).forces();
        double[] behind = displaced(state, k, -step).forces();
        double sum = 0;
        for (int c = 0; c < ahead.length; c++) {
            sum += cotangent[120 + c] * (ahead[c] - behind[c]) / (2 * step);
        }
        return sum;
    }

    @Test
    void endsAfterItsStepsAndPaysTheQuenchAtTheEnd() {
        SearchEnvironment environment = environment(Reward.QUENCHED);
        Situation state = environment.start(0, new Well19937c(1));
        double start = state.energy();
        for (int step = 0; step < 4; step++) {
            Environment.Outcome<Situation> outcome = environment.step(state, new double[60], null);
            assertThat(outcome.terminal()).isEqualTo(step == 3);
            assertThat(outcome.reward())
                    .satisfies(reward -> assertThat(reward > 0).isEqualTo(outcome.terminal()));
            state = outcome.state();
        }
        assertThat(state.energy()).isEqualTo(start);
        Step<Situation, double[]> last = new Step<>(state, new double[60], 0, 0);
        Situation end = state;
        assertThatThrownBy(() -> environment.pullback(last, end, 1, new double[240]))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("lowered");
    }
}
