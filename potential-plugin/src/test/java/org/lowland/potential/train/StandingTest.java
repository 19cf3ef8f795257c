package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static TrainingSettings.Optimization optimization(String more) throws IOException {
        return new YAMLMapper()
                .readValue(
                        "{batch: 1, threads: 1, steps: 9, learning-rate: 1, clip: 1, average-decay: 0, energy-weight: 1,"
                                + " force-weight: 1, evaluate-every: 1, " + more + "}",
                        TrainingSettings.Optimization.class);
    }

    private static Standing after(TrainingSettings.Optimization optimization, double... errors) {
        Standing standing = Standing.NONE;
        for (int k = 0; k < errors.length; k++) {
            standing = standing.after(errors[k], new float[] {k, 2 * k}, optimization);
        }
        return standing;
    }

    @Test
    void lowersTheRateAtPlateausOnly() throws IOException {
        TrainingSettings.Optimization plateaus = optimization("schedule: plateau, plateau: {factor: 0.5, patience: 2}");
        assertThat(after(plateaus, 5, 4, 4.5).factor()).isEqualTo(1);
        assertThat(after(plateaus, 5, 4, 4.5, 4.2).factor()).isEqualTo(0.5);
        assertThat(after(plateaus, 5, 4, 4.5, 4.2, 4.1).factor()).isEqualTo(0.5);
        assertThat(after(plateaus, 5, 4, 4.5, 4.2, 4.1, 4.0).factor()).isEqualTo(0.25);
        assertThat(after(optimization("keep: last"), 5, 5, 5, 5, 5).factor()).isEqualTo(1);
    }

    @Test
    void endsAfterSoManyEvaluationsWithoutABetterOne() throws IOException {
        TrainingSettings.Optimization patient = optimization("patience: 2");
        assertThat(after(patient, 3, 4).ends(patient)).isFalse();
        assertThat(after(patient, 3, 4, 3).ends(patient)).isTrue();
        assertThat(after(patient, 3, 4, 2.9, 3).ends(patient)).isFalse();
    }

    @Test
    void choosesTheBestTheMeanOfTheLastOrTheLast() throws IOException {
        float[] last = {9, 9};
        TrainingSettings.Optimization best = optimization("keep: best");
        assertThat(after(best, 3, 2, 4).chosen(last, best)).containsExactly(1, 2);
        TrainingSettings.Optimization mean = optimization("average-last: 2");
        assertThat(after(mean, 3, 2, 4).chosen(last, mean)).containsExactly(1.5f, 3);
        TrainingSettings.Optimization usual = optimization("keep: last");
        assertThat(after(usual, 3, 2, 4).chosen(last, usual)).isSameAs(last);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        for (String more : new String[] {"keep: best", "average-last: 2", "schedule: plateau"}) {
            Standing standing = after(optimization(more), 3, 2, 4);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            standing.write(new DataOutputStream(bytes));
            assertThat(Standing.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                    .usingRecursiveComparison()
                    .isEqualTo(standing);
        }
    }
}
