package org.lowland.rl.policygradient.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.MovingAverage;
import org.lowland.rl.policygradient.method.NaturalGradient;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.PolicyMethod;
import org.lowland.rl.policygradient.method.ProximalClip;
import org.lowland.rl.policygradient.method.Reinforce;
import org.lowland.rl.policygradient.problem.Bandit;
import org.lowland.rl.policygradient.problem.Bowl;

class LearningSettingsTest {
    private static final String LOOP = "seed: 7\niterations: 100\nstarts: 4\nepisodes-per-start: 2\nhorizon: 12\n";

    private static LearningSettings read(String yaml) throws JsonProcessingException {
        return new TrainerProvider.Request(
                        Path.of("learning.yaml"),
                        new YAMLMapper().readTree(LOOP + yaml),
                        false,
                        new PrintWriter(Writer.nullWriter()))
                .settingsAs(LearningSettings.class);
    }

    private static PolicyMethod<double[], double[]> method(String section) throws JsonProcessingException {
        return read("method: " + section).method().method(new Bowl(2), 0.9);
    }

    @Test
    void everyMethodIsKnownByName() throws JsonProcessingException {
        assertThat(method("{name: reinforce, learning-rate: 0.01, clip-element: 0.1}"))
                .isInstanceOf(Reinforce.class)
                .hasToString("REINFORCE, Settings[rule=ADAM, rate=0.01, largestNorm=Infinity, largestElement=0.1],"
                        + " entropy 0.0");
        assertThat(method("{name: npg, solver: conjugate-gradients}"))
                .isInstanceOf(NaturalGradient.class)
                .asString()
                .contains("CONJUGATE_GRADIENTS");
        assertThat(method("{name: ppo, learning-rate: 3e-4, passes: 7}"))
                .isInstanceOf(ProximalClip.class)
                .asString()
                .contains("passes=7", "clip=0.2");
        assertThat(method("{name: pathwise, learning-rate: 1e-3, weights: published}"))
                .isInstanceOf(Pathwise.class)
                .asString()
                .contains("Published[discount=0.9, divisor=100.0]");
    }

    @Test
    void whatIsLeftOutIsUsual() throws JsonProcessingException {
        LearningSettings settings = read("method: {name: npg}\nbaseline: {name: moving-average}\nkeep: best\n");

        assertThat(settings.loop()).isEqualTo(new LoopSettings(7, 100, 4, 2, 12, 8, 1, 10, true));
        assertThat(settings.returns().discount()).isEqualTo(1);
        assertThat(settings.normalize()).isTrue();
        Baseline<String, Integer> baseline = settings.baseline().baseline(12, Optional.empty());
        assertThat(baseline).isInstanceOf(MovingAverage.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method: {name: sac} | method.name is 'sac'; known: npg, pathwise, ppo, reinforce",
                "method: {name: ppo, learning-rate: 1, gamma: 2} | gamma: there is no such setting",
                "method: {name: npg, solver: lu} | known: auto, conjugate-gradients, matrix",
                "method: {name: ppo} | learning-rate",
                "method: {name: reinforce, learning-rate: 1, optimizer: sgd} | known: adam, plain",
                "keep: none | needs a method",
                "'{method: {name: npg}, baseline: {name: critic}}' | known: moving-average, none, per-start, value",
                "'{method: {name: npg}, baseline: {name: value}}' | no value function"
            })
    void whatCannotBeIsRefusedByName(String yaml, String reason) {
        String block =
                yaml.startsWith("{") ? yaml.substring(1, yaml.length() - 1).replace("}, ", "}\n") : yaml;
        assertThatThrownBy(() -> {
                    LearningSettings settings = read(block);
                    settings.method().method(new Bowl(2), 1);
                    settings.baseline().baseline(1, Optional.empty());
                })
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void pathsNeedAnEnvironmentWithAGradient() throws JsonProcessingException {
        MethodSettings settings =
                read("method: {name: pathwise, learning-rate: 1}").method();

        assertThatThrownBy(() -> settings.method(Bandit.of(1.0), 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no gradient of its return");
        assertThat(List.of(settings.toString())).isNotEmpty();
    }
}
