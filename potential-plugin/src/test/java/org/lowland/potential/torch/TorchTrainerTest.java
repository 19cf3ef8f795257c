package org.lowland.potential.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TorchTrainerTest {
    private static final TorchInputs BATCH =
            TorchInputs.of(HostTensor.of(new float[] {1, -1, 2}, 3), HostTensor.of(new float[] {-2, 1, 0.5f}, 3));

    private static TorchModule load() {
        return TorchModule.load(TorchScriptArchive.write(Quadratic.single()), Device.CPU);
    }

    @Test
    void lossFallsAndTheTrainedArchiveCarriesTheWeights() {
        try (TorchModule module = load()) {
            TorchTrainer trainer = new TorchTrainer(module, TorchTrainer.Options.DEFAULT);
            double first = trainer.step("loss", BATCH, 0.02);
            double last = first;
            for (int k = 0; k < 300; k++) {
                last = trainer.step("loss", BATCH, 0.02);
            }
            assertThat(last).isLessThan(1e-2 * first);
            byte[] archive = TorchScriptArchive.write(Quadratic.single().withValues(trainer.averagedParameters()));
            try (TorchModule saved = TorchModule.load(archive, Device.CPU)) {
                float[] averaged = trainer.averagedParameters().get(0).tensor().floats();
                assertThat(saved.parameters().get(0).tensor().floats()).containsExactly(averaged);
                assertThat(averaged)
                        .isNotEqualTo(trainer.parameters().get(0).tensor().floats());
            }
        }
    }

    @Test
    void restoredTrainerContinuesBitForBit() {
        try (TorchModule module = load();
                TorchModule other = load()) {
            TorchTrainer trainer = new TorchTrainer(module, TorchTrainer.Options.DEFAULT);
            for (int k = 0; k < 7; k++) {
                trainer.step("loss", BATCH, 0.01);
            }
            byte[] checkpoint = trainer.state().toBytes();
            TorchTrainer resumed = new TorchTrainer(other, TorchTrainer.Options.DEFAULT);
            resumed.accumulate("loss", BATCH);
            resumed.restore(TrainerState.fromBytes(checkpoint));
            for (int k = 0; k < 5; k++) {
                assertThat(resumed.step("loss", BATCH, 0.01)).isEqualTo(trainer.step("loss", BATCH, 0.01));
            }
            assertThat(resumed.state().toBytes()).isEqualTo(trainer.state().toBytes());
            assertThat(resumed.state().step()).isEqualTo(12);
            byte[] truncated = Arrays.copyOf(checkpoint, checkpoint.length - 3);
            assertThatThrownBy(() -> TrainerState.fromBytes(truncated)).hasMessageContaining("damaged");
        }
    }

    @Test
    void gradientsOfPartsAddUp() {
        try (TorchModule module = load();
                TorchModule other = load()) {
            TorchTrainer whole = new TorchTrainer(module, TorchTrainer.Options.DEFAULT);
            TorchTrainer parts = new TorchTrainer(other, TorchTrainer.Options.DEFAULT);
            whole.accumulate("loss", BATCH);
            parts.accumulate("loss", BATCH);
            parts.accumulate("loss", BATCH);
            double once = whole.update(0.01);
            assertThat(parts.update(0.01)).isCloseTo(2 * once, within(1e-6 * once));
        }
    }

    @Test
    void gradientThatIsNotFiniteMovesNothing() {
        try (TorchModule module = load()) {
            TorchTrainer trainer = new TorchTrainer(module, TorchTrainer.Options.DEFAULT);
            byte[] before = trainer.state().toBytes();
            trainer.accumulate(
                    "loss",
                    TorchInputs.of(HostTensor.of(new float[] {Float.NaN, 0, 0}, 3), HostTensor.of(new float[3], 3)));
            assertThat(trainer.update(0.01)).isNaN();
            assertThat(trainer.state().toBytes()).isEqualTo(before);
            assertThat(trainer.step("loss", BATCH, 0.01)).isFinite();
        }
    }

    @Test
    void adamMatchesItsDefinition() {
        AdamW adam = new AdamW(1, new AdamW.Options(0.9, 0.99, 1e-8, 0.1));
        float[] weight = {1f};
        double m = 0;
        double v = 0;
        double expected = 1;
        for (int t = 1; t <= 5; t++) {
            double g = 0.3 * t - 1;
            m = 0.9 * m + 0.1 * g;
            v = 0.99 * v + 0.01 * g * g;
            expected -= 0.01 * 0.1 * expected;
            expected -= 0.01 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.99, t))) + 1e-8);
            adam.update(weight, new float[] {(float) g}, 0.01);
        }
        assertThat((double) weight[0]).isCloseTo(expected, within(1e-6));
        float[] gradient = {3f, 4f};
        assertThat(AdamW.clip(gradient, 1)).isEqualTo(5.0);
        assertThat(gradient).containsExactly(0.6f, 0.8f);
    }
}
