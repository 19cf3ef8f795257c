package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfEnergiesTest {

    @Test
    void findsTheEnergiesThatTheMoleculesWereMadeOf() {
        Map<Integer, Double> energies = SelfEnergies.fit(
                List.of(frame(2 * -13.6 + -1030.0, 1, 1, 6), frame(-13.6 - 2043.0, 1, 8), frame(-1030 - 2043.0, 6, 8)));
        assertThat(energies.get(1)).isCloseTo(-13.6, within(1e-6));
        assertThat(energies.get(6)).isCloseTo(-1030.0, within(1e-6));
        assertThat(energies.get(8)).isCloseTo(-2043.0, within(1e-6));
    }

    @Test
    void sharesTheEnergyEvenlyBetweenElementsThatAlwaysComeTogether() {
        Map<Integer, Double> energies = SelfEnergies.fit(List.of(frame(-10, 1, 17), frame(-20, 1, 1, 17, 17)));
        assertThat(energies.get(1)).isCloseTo(-5.0, within(1e-6));
        assertThat(energies.get(17)).isCloseTo(-5.0, within(1e-6));
    }

    private static Frame frame(double energy, int... atomicNumbers) {
        float[] none = new float[3 * atomicNumbers.length];
        return new Frame("any", atomicNumbers, none, energy, none);
    }
}
