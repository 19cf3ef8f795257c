package org.lowland.potential.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

class MieTest {

    /** The well lies at (n/m)^(1/(n−m)) σ and is ε deep, whatever the exponents: what the factor C is there for. */
    @ParameterizedTest
    @CsvSource({"12, 6", "28, 14", "14, 8", "9, 6", "11.5, 5", "50, 49"})
    void theWellIsAsDeepAsEpsilon(double repulsive, double attractive) {
        double distance = 3 * Math.pow(repulsive / attractive, 1 / (repulsive - attractive));
        AtomicSystem dimer = AtomicSystem.of(new int[] {20, 20}, new double[] {0, 0, 0, 0, distance, 0});

        Evaluation evaluation = LennardJonesTest.potential(
                        "mie?sigma=3&epsilon=0.7&repulsive=" + repulsive + "&attractive=" + attractive)
                .evaluate(dimer);

        assertThat(evaluation.energy()).isCloseTo(-0.7, within(1e-12));
        assertThat(evaluation.force(0, 1)).isCloseTo(0, within(1e-10));
    }

    @Test
    void twiceTheExponentMakesTheFactorFour() {
        assertThat(MieTable.prefactor(28, 14)).isEqualTo(4);
        assertThat(MieTable.prefactor(12, 6)).isEqualTo(4);
        assertThat(MieTable.prefactor(13, 7)).isCloseTo(4.461130896112, within(1e-12));
    }

    @Test
    void twelveAndSixAreLennardJones() {
        AtomicSystem cluster = Structures.randomCluster(20, 3);

        Evaluation mie = LennardJonesTest.potential("mie?repulsive=12&attractive=6&sigma=1&epsilon=1&cutoff=2.5")
                .evaluate(cluster);

        Evaluation lennardJones = LennardJonesTest.potential("lj?cutoff=2.5").evaluate(cluster);
        assertThat(mie.energy()).isEqualTo(lennardJones.energy());
        assertThat(mie.forces()).isEqualTo(lennardJones.forces());
    }

    /** Frames of the gel that StriderNET starts from (V. Bihani et al., ICML 2023); energies summed with NumPy. */
    @ParameterizedTest
    @CsvSource({
        " 0, epsilon=2660.7742553&cutoff=150, -1029908.494640279",
        " 1, epsilon=2660.7742553&cutoff=150, -1002168.575568875",
        "50, epsilon=2660.7742553&cutoff=150, -1121146.771553426",
        "99, epsilon=2660.7742553&cutoff=150, -1195530.060251060",
        " 0, repulsive=13&attractive=7&epsilon=1&cutoff=120, -621.589033321"
    })
    void framesOfTheGelHaveTheirEnergies(int frame, String typed, double energy) throws IOException {
        AtomicSystem gel = PublishedData.gel(frame);

        assertThat(LennardJonesTest.potential("mie?sigma=50&" + typed)
                        .evaluate(gel)
                        .energy())
                .isCloseTo(energy, within(1e-11 * Math.abs(energy)));
    }

    @Test
    void smoothnessIsDeclaredWhereItHolds() {
        String gel = "mie?sigma=50&epsilon=1";
        assertThat(LennardJonesTest.potential(gel).domain().smooth()).isTrue();
        assertThat(LennardJonesTest.potential(gel + "&cutoff=150").domain().smooth())
                .isFalse();
        assertThat(LennardJonesTest.potential(gel + "&cutoff=150&shift=force")
                        .domain()
                        .smooth())
                .isTrue();
    }

    @Test
    void itIsNamedWithTheOptionsThatMatter() {
        assertThat(LennardJonesTest.potential("mie?repulsive=28&epsilon=1&sigma=2&shift=none")
                        .id())
                .isEqualTo("mie?sigma=2.0&epsilon=1.0");
    }

    @Test
    void sigmaAndEpsilonAreTheUsersToGive() {
        assertThatThrownBy(() -> LennardJonesTest.potential("mie?sigma=50"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("needs the option 'epsilon'");
    }

    @Test
    void aPeriodicSystemNeedsACutoff() {
        assertThatThrownBy(() ->
                        LennardJonesTest.potential("mie?sigma=1&epsilon=1").evaluate(Structures.kobAndersenBox(10, 1)))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("cutoff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigma=0",
                "epsilon=-1",
                "cutoff=0",
                "cutoff=NaN",
                "repulsive=0",
                "attractive=28",
                "attractive=30"
            })
    void optionsThatMakeNoSenseAreRefused(String typed) {
        String option = typed.substring(0, typed.indexOf('='));
        String others =
                option.equals("sigma") ? "epsilon=1" : option.equals("epsilon") ? "sigma=1" : "sigma=1&epsilon=1";

        assertThatThrownBy(() -> LennardJonesTest.potential("mie?" + others + "&" + typed))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(option);
    }
}
