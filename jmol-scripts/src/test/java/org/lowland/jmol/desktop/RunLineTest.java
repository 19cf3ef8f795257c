package org.lowland.jmol.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.StopReason;
import org.lowland.jmol.minimize.RunProgress;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.minimize.RunStart;

class RunLineTest {
    private static final RunProgress FIRST = new RunProgress(0, -10, 2.5);
    private static final RunProgress LAST = new RunProgress(7, -10.5, 0.0062);

    private static RunRecord record(boolean converged, StopReason reason, String message, RunProgress... course) {
        return new RunRecord(
                "rfo@organic",
                "aspirin",
                0,
                converged,
                reason,
                Optional.ofNullable(message),
                Optional.empty(),
                Optional.empty(),
                List.of(course),
                0.21);
    }

    @Test
    void theLineTellsEnergyAgainstTheStartAndTheLargestForce() {
        assertThat(RunText.starting("rfo@organic", 21)).isEqualTo("rfo@organic: 21 atoms");
        assertThat(RunText.running("rfo@organic", FIRST, LAST))
                .isEqualTo("rfo@organic: step 7, ΔE -11.53 kcal/mol, fmax 0.006 eV/Å");
    }

    @Test
    void theEndIsToldAsItWas() {
        assertThat(RunText.ended(record(true, StopReason.CONVERGED, null, FIRST, LAST)))
                .isEqualTo("rfo@organic: converged after 7 steps, ΔE -11.53 kcal/mol, fmax 0.006 eV/Å, 0.2 s");
        assertThat(RunText.ended(record(false, StopReason.CANCELLED, null, FIRST, LAST)))
                .startsWith("rfo@organic: stopped after 7 steps");
        assertThat(RunText.ended(record(false, StopReason.STEP_LIMIT, null, FIRST, LAST)))
                .startsWith("rfo@organic: not converged after 7 steps");
        assertThat(RunText.ended(record(false, StopReason.FAILED, "atoms coincide")))
                .isEqualTo("rfo@organic: failed: atoms coincide");
    }

    @Test
    void eventsFromAnyThreadReachTheEventThreadAndTheLastOneAlways() throws Exception {
        RunLine line = new RunLine();
        List<RunLine.Line> seen = new ArrayList<>();
        List<Boolean> places = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> line.addReader(news -> {
            seen.add(news);
            places.add(SwingUtilities.isEventDispatchThread());
        }));

        line.started(new RunStart("rfo@organic", "aspirin", 0, 21, 0.01));
        for (int step = 0; step < 10_000; step++) {
            line.progressed(new RunProgress(step, -10 - step * 1e-4, 1));
        }
        line.ended(record(true, StopReason.CONVERGED, null, FIRST, LAST));
        SwingUtilities.invokeAndWait(() -> {});

        assertThat(places).isNotEmpty().doesNotContain(false);
        assertThat(seen).hasSizeLessThan(10_000);
        RunLine.Line last = seen.get(seen.size() - 1);
        assertThat(last.running()).isFalse();
        assertThat(last.text()).contains("converged after 7 steps");
    }

    @Test
    void aRunThatCouldNotBeginIsShown() throws Exception {
        RunLine line = new RunLine();
        List<String> seen = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> line.addReader(news -> seen.add(news.text())));

        line.refused("there is nothing to minimize");
        SwingUtilities.invokeAndWait(() -> {});

        assertThat(seen).containsExactly("there is nothing to minimize");
    }
}
