package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lowland.potential.equivariant.Irreps;

class NequipTest {
    private static final Nequip.Radial RADIAL = new Nequip.Radial(5, 6, 1, 8);

    private static Nequip of(String hidden, int degree, int layers) {
        return new Nequip(
                List.of(1, 6, 8), Irreps.parse(hidden), Irreps.harmonics(degree), layers, RADIAL, 4.0, 9.0, 0.4, 4);
    }

    @Nested
    class ScalarsOnly extends NetworkContract {
        @Override
        Network network() {
            return of("6x0e", 0, 2);
        }
    }

    @Nested
    class VectorsOfOneParity extends NetworkContract {
        @Override
        Network network() {
            return of("6x0e+3x1o", 1, 3);
        }
    }

    @Nested
    class BothParitiesToDegreeTwo extends NetworkContract {
        @Override
        Network network() {
            return of("4x0e+3x0o+4x1o+2x1e+3x2e+2x2o", 2, 3);
        }
    }

    @Nested
    class DegreeThree extends NetworkContract {
        @Override
        Network network() {
            return of("3x0e+3x1o+2x2e+2x3o", 3, 2);
        }
    }

    @Test
    void featuresAreThoseThatCanBeReached() {
        assertThat(of("4x0e+3x0o+4x1o+2x1e", 1, 4).featuresByLayer())
                .extracting(Irreps::toString)
                .containsExactly("4x0e", "4x0e+4x1o", "4x0e+4x1o+2x1e", "4x0e+3x0o+4x1o+2x1e", "4x0e");
        assertThat(Nequip.features(32, 1)).hasToString("32x0e+32x0o+32x1o+32x1e");
    }

    /** StriderNET's published network has vectors that nothing ever fills. */
    @Test
    void harmonicsOfDegreesNoughtAndThreeLeaveVectorsEmpty() {
        Nequip published = new Nequip(
                List.of(18),
                Irreps.parse("128x0e+64x1e+4x2e"),
                Irreps.parse("1x3e+1x0e"),
                3,
                new Nequip.Radial(8, 6, 1, 32),
                2.5,
                30,
                1,
                16);
        assertThat(published.featuresByLayer()).extracting(Irreps::toString).containsOnly("128x0e");
    }

    @Test
    void namesWhatCannotBe() {
        assertThatThrownBy(() -> of("8x1o", 1, 2)).hasMessageContaining("even scalars");
        assertThatThrownBy(() -> of("8x0e", 5, 2)).hasMessageContaining("degrees go to 4");
        assertThatThrownBy(() -> of("8x0e", 1, 0)).hasMessageContaining("layers");
        assertThatThrownBy(() -> Nequip.ofElements(List.of(1), 1, 0, 1)).hasMessageContaining("neighbors");
        assertThatThrownBy(() ->
                        new Nequip(List.of(1), Irreps.parse("8x0e"), Irreps.parse("2x0e"), 1, RADIAL, 4.0, 9.0, 1.0, 4))
                .hasMessageContaining("once each");
    }
}
