package org.lowland.rl.strider.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.strider.Situations;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.test.Structures;

class StepPolicyTest {
    private final Situation situation = Situations.amid(Structures.kobAndersenBox(20, 3), Situations.smooth(), 1);
    private final StepPolicy policy = Situations.policy(2);
    private final double[] action = policy.sample(situation, new Well19937c(5));

    private void assertGradient(double[] gradient, ToDoubleFunction<StepPolicy> value, double tolerance) {
        for (int k = 0; k < gradient.length; k++) {
            double step = 1e-5;
            double[] ahead = policy.parameters();
            double[] behind = policy.parameters();
            ahead[k] += step;
            behind[k] -= step;
            double difference = (value.applyAsDouble(policy.withParameters(ahead))
                            - value.applyAsDouble(policy.withParameters(behind)))
                    / (2 * step);
            assertThat(gradient[k]).as("parameter %d", k).isCloseTo(difference, within(tolerance));
        }
    }

    @Test
    void scoreIsTheGradientOfTheLogProbability() {
        double[] score = new double[policy.size()];
        policy.addScore(situation, action, 1, score);
        assertGradient(score, other -> other.logProbability(situation, action), 1e-4);
        double[] entropy = new double[policy.size()];
        policy.addEntropyGradient(situation, 1, entropy);
        assertGradient(entropy, other -> other.entropy(situation), 1e-6);
    }

    @Test
    void actionsMoveWithTheParametersAtConstantNoise() {
        double[] noise = policy.noise(situation, action);
        double[] cotangent = new Random(3).doubles(action.length, -1, 1).toArray();
        double[] gradient = new double[policy.size()];
        policy.addActionGradient(situation, action, cotangent, gradient);
        assertGradient(
                gradient,
                other -> {
                    double[] mean = other.mode(situation);
                    double[] value = other.function().value(other.parameters(), situation);
                    double sum = 0;
                    for (int k = 0; k < mean.length; k++) {
                        sum += cotangent[k] * (mean[k] + Math.exp(value[mean.length + k / 3]) * noise[k]);
                    }
                    return sum;
                },
                1e-7);
    }

    @Test
    void fisherInformationIsTheSameByFactorsAndByProducts() {
        double[] vector = new Random(4).doubles(policy.size(), -1, 1).toArray();
        double[] product = new double[policy.size()];
        policy.addFisherProducts(List.of(new Step<>(situation, action, 0, 0)), vector, 1, product);
        double[] expected = new double[policy.size()];
        for (double[] factor : policy.fisherFactors(situation, action)) {
            double dot = 0;
            for (int k = 0; k < vector.length; k++) {
                dot += factor[k] * vector[k];
            }
            for (int k = 0; k < vector.length; k++) {
                expected[k] += dot * factor[k];
            }
        }
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(product).containsExactly(expected, within(1e-6 * largest));
    }

    @Test
    void goesThroughAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("policy.json");
        new PolicyFile(
                        PolicyFile.FORMAT,
                        "nothing",
                        "kob-andersen",
                        300,
                        0.1,
                        0.5,
                        policy.function().architecture(),
                        policy.parameters())
                .write(file);
        PolicyFile read = PolicyFile.read(file);
        assertThat(read.policy().parameters()).isEqualTo(policy.parameters());
        assertThat(read.architecture()).isEqualTo(policy.function().architecture());
        String text = Files.readString(file);
        assertThatThrownBy(() -> PolicyFile.read(text.replace("\"hidden\" : [ 5 ]", "\"hidden\" : [ 6 ]"), "other"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("different policies");
        assertThatThrownBy(() -> PolicyFile.read(text.replace("\"keep\" : 0.93", "\"keep\" : 1.5"), "other"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> PolicyFile.read("{}", "other")).isInstanceOf(InputException.class);
    }
}
