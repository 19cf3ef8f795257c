package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jmol throws its minimizer away when its force field is set; a chosen backend stays what it is. */
@Tag("jmol")
class ForceFieldChangeTest {

    @Test
    void theChosenBackendOutlivesIt() {
        try (JmolHouse jmol = JmolHouse.open()) {
            jmol.load(JmolHouse.ETHANOL);
            jmol.viewer()
                    .scriptWait("function f() { lowlandBackend = 'rfo@organic'; set forcefield 'UFF'; minimize SILENT;"
                            + " first = _minimizationForceField; set forcefield 'MMFF94'; minimize ENERGY SILENT;"
                            + " second = _minimizationForceField }; f()");
            assertThat(jmol.variable("first")).isEqualTo("rfo@organic");
            assertThat(jmol.variable("second")).isEqualTo("rfo@organic");

            jmol.viewer().scriptWait("lowlandBackend = ''; set forcefield 'UFF'; minimize SILENT STEPS 2");
            assertThat(jmol.variable("_minimizationForceField")).isEqualTo("UFF");
        }
    }

    @Test
    void aClosedSessionIsGone() {
        try (JmolHouse jmol = JmolHouse.open()) {
            jmol.load(JmolHouse.ETHANOL);
            jmol.session().close();
            jmol.viewer().scriptWait("lowlandBackend = 'rfo@organic'; set forcefield 'UFF'; minimize SILENT STEPS 2");
            assertThat(jmol.variable("_minimizationForceField")).isEqualTo("UFF");
        }
    }
}
