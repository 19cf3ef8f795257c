package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cannot be done is said at the console, nothing runs, the script goes on, and Jmol stays usable. */
@Tag("jmol")
class BadInputTest {
    @RegisterExtension
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(60));

    private JmolHouse jmol;

    @BeforeEach
    void open() {
        jmol = JmolHouse.open();
        jmol.load(JmolHouse.ETHANOL);
    }

    /** After anything that went wrong the next minimization works. */
    @AfterEach
    void theNextOneWorks() {
        jmol.load(JmolHouse.ETHANOL);
        assertThat(jmol.minimize("lowlandBackend = 'rfo@organic'; minimize CLEAR; minimize")
                        .converged())
                .isTrue();
        jmol.close();
    }

    private void assertRefused(String script, String... words) {
        double[] before = jmol.coordinates();
        jmol.viewer().setStringProperty("_minimizationStatus", "");
        jmol.said().clear();
        jmol.statuses().clear();

        jmol.run("after = 0; " + script + "; after = 1");

        jmol.awaitEnd("failed");
        assertThat(jmol.variable("after")).isEqualTo("1");
        assertThat(jmol.coordinates()).isEqualTo(before);
        assertThat(jmol.statuses()).endsWith("failed");
        JmolHouse.sleep(20);
        for (String word : words) {
            assertThat(jmol.said()).anyMatch(line -> line.contains(word));
        }
    }

    @Test
    void anUnknownPotentialIsRefusedWithTheKnownOnes() {
        assertRefused("lowlandBackend = 'rfo@organics'; minimize", "'organics'", "kob-andersen", "organic");
        assertThat(jmol.statuses()).containsExactly("failed");
    }

    @Test
    void anUnknownOptimizerIsRefusedWithTheKnownOnes() {
        assertRefused("lowlandBackend = 'newton@organic'; minimize", "'newton'", "lbfgs, ");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertRefused("lowlandBackend = 'rfo@organic?colour=red'; minimize", "colour");
    }

    @Test
    void halfABackendIsRefused() {
        assertRefused("lowlandBackend = 'organic'; minimize", "optimizer@potential");
    }

    @Test
    void anUnknownElementIsRefusedByName() {
        jmol.load("2\nsalt\nNa 0 0 0\nCl 2.4 0 0\n");

        assertRefused("lowlandBackend = 'rfo@organic'; minimize", "atom 1 (Na)");
    }

    @Test
    void aChargeIsRefused() {
        jmol.load("4\ncharge=1\nN 0 0 0\nH 1 0 0\nH -0.5 0.87 0\nH -0.5 -0.87 0\n");

        assertRefused("lowlandBackend = 'rfo@organic'; minimize", "charge +1");
    }

    @Test
    void missingHydrogensAreRefused() {
        jmol.load("2\nhydroxyl\nO 0 0 0\nH 1 0 0\n");

        assertRefused("lowlandBackend = 'rfo@organic'; minimize", "multiplicity 2");
    }

    @Test
    void atomsAtOnePlaceAreRefused() {
        jmol.load("3\nwater\nO 0 0 0\nH 1 0 0\nH 1 0 0\n");

        assertRefused("lowlandBackend = 'rfo@organic'; minimize", "coincide");
    }

    @Test
    void aConstraintThatCannotBeIsRefused() {
        String backend = "lowlandBackend = 'rfo@organic'; minimize CONSTRAINT ";
        assertRefused(backend + "{C1} {C2} 5000; minimize", "distance", "5000");
        assertRefused(backend + "CLEAR; minimize CONSTRAINT {C1} {C2} {O3} 180; minimize", "angle", "180");
        assertRefused(backend + "CLEAR; minimize CONSTRAINT {C1} {sulfur} 1.5; minimize", "constraint");
        assertRefused(
                backend + "CLEAR; minimize CONSTRAINT {C1} {C2} 1.5; minimize CONSTRAINT {C1} {O3} 9;"
                        + " minimize CONSTRAINT {C2} {O3} 1.4; minimize",
                "distance");
        assertRefused(backend + "CLEAR; minimize CONSTRAINT {C1} {C2} 1.7; minimize FIX {carbon}; minimize", "fixed");
    }

    @Test
    void nothingToMoveIsRefused() {
        assertRefused("lowlandBackend = 'rfo@organic'; minimize FIX {*}; minimize SILENT SELECT {*}");
    }

    @Test
    void noModelIsRefused() {
        jmol.run("zap");

        assertRefused("lowlandBackend = 'rfo@organic'; minimize", "nothing to minimize");
    }

    @Test
    void aMissingLibraryIsSaid() {
        assertRefused("lowlandBackend = 'rfo@toy?kind=unloadable'; minimize", "library", "no toy");
        assertRefused("lowlandBackend = 'rfo@toy?kind=broken'; minimize", "library", "no toy");
        assertRefused("lowlandBackend = 'rfo@toy?kind=broken'; minimize SILENT", "library", "no toy");
        assertRefused("lowlandBackend = 'rfo@toy?kind=broken'; minimize ENERGY", "library", "no toy");
    }

    @Test
    void aDefectIsSaid() {
        assertRefused("lowlandBackend = 'rfo@toy?kind=defective'; minimize", "a toy broke");
        assertRefused("lowlandBackend = 'rfo@toy?kind=defective'; minimize ENERGY", "a toy broke");
    }

    @Test
    void aPeriodicCellIsRefusedByAPotentialOfMolecules() {
        jmol.load("3\nLattice=\"9 0 0 0 9 0 0 0 9\"\nO 0 0 0\nH 1 0 0\nH 0 1 0\n");

        assertRefused("lowlandBackend = 'rfo@toy?kind=molecular'; minimize", "periodic cell");
    }
}
