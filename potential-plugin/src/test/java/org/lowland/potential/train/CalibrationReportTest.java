package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.potential.model.Calibration;
import org.lowland.potential.model.Spread;

class CalibrationReportTest {
    private static final long SEED = 5;

    /** Errors that are normally distributed, three times (energies) and half (forces) as wide as the spread tells. */
    private static List<JudgedFrame> frames(int count) {
        Random random = new Random(SEED);
        List<JudgedFrame> frames = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double energy = Math.exp(random.nextGaussian());
            double[] forces = new double[4];
            double[] errors = new double[4];
            for (int atom = 0; atom < 4; atom++) {
                forces[atom] = 0.1 * Math.exp(random.nextGaussian());
                errors[atom] = 0.5 * forces[atom] * Math.abs(random.nextGaussian()) / Math.sqrt(2 / Math.PI);
            }
            frames.add(new JudgedFrame(
                    "molecule " + k / 3,
                    k % 4,
                    3 * energy * Math.abs(random.nextGaussian()),
                    errors,
                    new Spread(energy, forces)));
        }
        return frames;
    }

    @Test
    void findsWhatTheSpreadMeans() throws Exception {
        CalibrationReport report = CalibrationReport.of(frames(6000), List.of("a.pt"), 2, 0.01);

        Calibration calibration = report.calibration();
        assertThat(calibration.energyScale()).as("seed %d", SEED).isCloseTo(3, within(0.15));
        assertThat(calibration.forceScale()).isCloseTo(0.5, within(0.02));
        assertThat(report.coverage()).isCloseTo(0.683, within(0.03));
        assertThat(report.doubtedNear()).isCloseTo(0.01, within(0.006));
        assertThat(report.forces()).hasSize(10).allSatisfy(bin -> assertThat(bin.found())
                .isCloseTo(bin.expected(), within(0.1 * bin.expected())));
        assertThat(report.energies())
                .allSatisfy(bin -> assertThat(bin.found()).isCloseTo(bin.expected(), within(0.2 * bin.expected())));
        assertThat(report.text()).contains("| 10 |").contains("standard deviation told");
        assertThat(report.png()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void comesBackFromItsFile() {
        Calibration calibration = CalibrationReport.of(frames(600), List.of("a.pt", "b.pt"), 2, 0.05)
                .calibration();
        assertThat(Calibration.fromJson(calibration.toJson())).isEqualTo(calibration);
        assertThatThrownBy(() -> Calibration.fromJson("{\"members\": []}")).hasMessageContaining("no calibration");
    }

    @Test
    void needsFramesNearMinima() {
        assertThatThrownBy(() -> CalibrationReport.of(frames(600), List.of("a.pt"), 0, 0.01))
                .hasMessageContaining("more held-out frames with forces below 0.0");
    }
}
