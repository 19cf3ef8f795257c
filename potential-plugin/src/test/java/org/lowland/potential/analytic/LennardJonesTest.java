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
import org.lowland.api.optimize.Forces;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

class LennardJonesTest {

    static Potential potential(String typed) {
        BackendSpec spec = BackendSpec.parse(typed);
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.create(Options.parse(provider, spec.options()));
    }

    private static AtomicSystem dimer(double distance) {
        return AtomicSystem.of(new int[] {18, 36}, new double[] {1, 2, 3, 1, 2 + distance, 3});
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.0, 1.1224620483093730, 1.5, 2.6, 7.0})
    void aDimerFollowsTheFormula(double distance) {
        Evaluation evaluation = potential("lj").evaluate(dimer(distance));

        assertThat(evaluation.energy())
                .isCloseTo(4 * (Math.pow(distance, -12) - Math.pow(distance, -6)), within(1e-12));
        double slope = 4 * (6 * Math.pow(distance, -7) - 12 * Math.pow(distance, -13));
        assertThat(evaluation.force(0, 1)).isCloseTo(slope, within(1e-11 * (1 + Math.abs(slope))));
        assertThat(evaluation.force(1, 1)).isEqualTo(-evaluation.force(0, 1));
        assertThat(evaluation.force(0, 0)).isZero();
    }

    @Test
    void sigmaAndEpsilonScaleTheFormula() {
        double minimum = Math.pow(2, 1.0 / 6) * 3.4;

        assertThat(potential("lj?sigma=3.4&epsilon=0.0104")
                        .evaluate(dimer(minimum))
                        .energy())
                .isCloseTo(-0.0104, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({
        "none, 1.2, -0.8909652875830762",
        "none, 2.5, 0",
        "energy, 1.2, -0.8746483964470763",
        "force, 1.2, -0.8239490757584362"
    })
    void aCutoffTruncatesAsAsked(String shift, double distance, double energy) {
        // Values: 4(r^-12 - r^-6), less its value at 2.5, less (r - 2.5) times its slope there, in Python.
        Potential potential = potential("lj?cutoff=2.5&shift=" + shift);

        assertThat(potential.evaluate(dimer(distance)).energy()).isCloseTo(energy, within(1e-12));
    }

    @Test
    void onlyTheForceShiftIsContinuousInBoth() {
        double inside = 2.5 - 1e-9;

        Evaluation unshifted = potential("lj?cutoff=2.5").evaluate(dimer(inside));
        Evaluation energy = potential("lj?cutoff=2.5&shift=energy").evaluate(dimer(inside));
        Evaluation force = potential("lj?cutoff=2.5&shift=force").evaluate(dimer(inside));

        assertThat(unshifted.energy()).isCloseTo(-0.016316891136, within(1e-9));
        assertThat(energy.energy()).isCloseTo(0, within(1e-9));
        assertThat(energy.force(0, 1)).isCloseTo(0.0389994774528, within(1e-8));
        assertThat(force.energy()).isCloseTo(0, within(1e-9));
        assertThat(force.force(0, 1)).isCloseTo(0, within(1e-8));
    }

    @Test
    void smoothnessIsDeclaredWhereItHolds() {
        assertThat(potential("lj").domain().smooth()).isTrue();
        assertThat(potential("lj?cutoff=2.5").domain().smooth()).isFalse();
        assertThat(potential("lj?cutoff=2.5&shift=energy").domain().smooth()).isFalse();
        assertThat(potential("lj?cutoff=2.5&shift=force").domain().smooth()).isTrue();
    }

    /** Energies: Cambridge Cluster Database, D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997). */
    @ParameterizedTest
    @CsvSource({"5, -9.103852", "8, -19.821489", "13, -44.326801", "38, -173.928427", "75, -397.492331"})
    void publishedMinimaHaveTheirPublishedEnergies(int atoms, double energy) throws IOException {
        AtomicSystem cluster = PublishedData.cluster(atoms);

        Evaluation evaluation = potential("lj").evaluate(cluster);

        assertThat(evaluation.energy()).isCloseTo(energy, within(1e-6));
        assertThat(Forces.fmax(cluster, evaluation)).isLessThan(1e-3);
    }

    /**
     * The energy of the face-centred cubic crystal from its lattice sums A12 = 12.13188 and A6 = 14.45392 (C. Kittel,
     * Introduction to Solid State Physics), with the continuum's share beyond the cutoff; the cell of one atom holds only
     * images of it.
     */
    @Test
    void aCrystalOfOneAtomHasTheEnergyOfTheLatticeSums() {
        double distance = 1.09;
        double a = distance / Math.sqrt(2);
        double cutoff = 16;
        AtomicSystem crystal = AtomicSystem.builder(new int[] {18}, new double[3])
                .cell(Cell.of(new double[] {0, a, a, a, 0, a, a, a, 0}, true, true, true))
                .build();

        double density = Math.sqrt(2) / Math.pow(distance, 3);
        double beyond = 8.0 / 3 * Math.PI * density * (Math.pow(cutoff, -9) / 3 - Math.pow(cutoff, -3));
        double sums = 2 * (12.13188 * Math.pow(distance, -12) - 14.45392 * Math.pow(distance, -6));
        assertThat(potential("lj?cutoff=" + cutoff).evaluate(crystal).energy() + beyond)
                .isCloseTo(sums, within(1e-3));
    }

    @Test
    void aPeriodicSystemNeedsACutoff() {
        AtomicSystem crystal = AtomicSystem.builder(new int[] {18}, new double[3])
                .cell(Cell.orthorhombic(2, 2, 2))
                .build();

        assertThatThrownBy(() -> potential("lj").evaluate(crystal))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("periodic cell")
                .hasMessageContaining("lj?cutoff=2.5");
        assertThat(potential("lj?cutoff=2.5").evaluate(crystal).stress()).isPresent();
    }

    @Test
    void anAtomOnTopOfAPeriodicImageIsNamed() {
        AtomicSystem crystal = AtomicSystem.builder(new int[] {18, 36}, new double[] {0.01, 0, 0, 3.98, 0, 0})
                .cell(Cell.orthorhombic(4, 4, 4))
                .build();

        assertThatThrownBy(() -> potential("lj?cutoff=2.5").evaluate(crystal))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 1 (Ar)")
                .hasMessageContaining("atom 2 (Kr)")
                .hasMessageContaining("coincide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lj?sigma=0", "lj?epsilon=-1", "lj?cutoff=0", "lj?cutoff=NaN", "lj?shift=force"})
    void optionsThatMakeNoSenseAreRefused(String typed) {
        String option = typed.substring(3, typed.indexOf('='));

        assertThatThrownBy(() -> potential(typed))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(option);
    }
}
