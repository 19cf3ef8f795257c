package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Uncertainty;
import org.lowland.jmol.session.JmolSession;

/** The plain command. */
@Tag("jmol")
class PlainMinimizeTest {

    @Test
    void minimizesOnTheChosenBackendAndTellsInOrder() {
        try (JmolHouse jmol = JmolHouse.open()) {
            jmol.load(JmolHouse.ETHANOL);

            RunRecord run = jmol.minimize("lowlandBackend = 'rfo@organic'; minimize");

            assertThat(run.converged()).as(run.toString()).isTrue();
            assertThat(run.reason()).isEqualTo(StopReason.CONVERGED);
            assertThat(run.fmax()).isLessThanOrEqualTo(0.01);
            assertThat(run.course()).hasSizeGreaterThan(3);
            assertThat(jmol.statuses()).startsWith("starting", "running").endsWith("running", "done");
            assertThat(jmol.steps()).isSorted();
            assertThat(jmol.variable("_minimizationStatus")).isEqualTo("done");
            assertThat(jmol.variable("_minimizationForceField")).isEqualTo("rfo@organic");
            assertThat(jmol.said()).anyMatch(line -> line.contains("converged"));
        }
    }

    @Test
    void doubtIsToldOfTheStructureThatIsKept() {
        try (JmolHouse jmol = JmolHouse.open()) {
            jmol.load(JmolHouse.ETHANOL);

            RunRecord run = jmol.minimize("lowlandBackend = 'rfo@toy?kind=doubtful'; minimize");

            assertThat(run.uncertainty()).map(Uncertainty::energy).contains(0.2);
            assertThat(jmol.said())
                    .filteredOn("a toy is not to be relied on"::equals)
                    .hasSize(1);
            jmol.run("minimize ENERGY");
            assertThat(jmol.said())
                    .filteredOn("a toy is not to be relied on"::equals)
                    .hasSize(2);
            assertThat(jmol.minimize("lowlandBackend = 'rfo@toy?kind=molecular'; minimize")
                            .uncertainty())
                    .isEmpty();
        }
    }

    @Test
    void installingTwiceGivesTheSameSession() {
        try (JmolHouse jmol = JmolHouse.open()) {
            assertThat(JmolSession.install(jmol.viewer())).isSameAs(jmol.session());
        }
    }
}
