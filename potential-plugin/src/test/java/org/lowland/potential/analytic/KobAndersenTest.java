package org.lowland.potential.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.system.AtomicSystem;

class KobAndersenTest {
    /** Of the first 40 frames, summed with NumPy over the nearest images of all pairs. */
    private static final double[] STARTS = {
        -510.187516,
        -480.738155,
        -491.604806,
        -487.515591,
        -500.059628,
        -530.062832,
        -523.637980,
        -539.876326,
        -512.921222,
        -485.733832,
        -498.566950,
        -517.047731,
        -482.840933,
        -534.790090,
        -527.805960,
        -507.141449,
        -526.999358,
        -516.262273,
        -549.494789,
        -518.271684,
        -487.386181,
        -507.157615,
        -518.135736,
        -533.198114,
        -539.819161,
        -532.281858,
        -533.397932,
        -490.462882,
        -514.335247,
        -548.783400,
        -471.686423,
        -512.769729,
        -522.801010,
        -508.480737,
        -488.957374,
        -507.157145,
        -509.422935,
        -510.102715,
        -543.454450,
        -491.659567
    };

    /** The starts on which searches are compared. */
    @Test
    void theFirstFortyFramesHaveTheirEnergies() throws IOException {
        try (Potential potential = LennardJonesTest.potential("kob-andersen")) {
            for (int frame = 0; frame < STARTS.length; frame++) {
                assertThat(potential.evaluate(PublishedData.liquid(frame)).energy())
                        .as("frame %d", frame)
                        .isCloseTo(STARTS[frame], within(1e-6 * Math.abs(STARTS[frame])));
            }
        }
    }

    /**
     * Frames of the liquid that StriderNET starts from (V. Bihani et al., ICML 2023); energies computed with NumPy by
     * summing over pairs, and over 5 × 5 × 5 images for {@code images=all}.
     */
    @ParameterizedTest
    @CsvSource({
        "  0, kob-andersen, -510.187516",
        "  0, kob-andersen?shift=energy, -455.713575",
        "  0, kob-andersen?shift=force, -374.272851",
        "  0, kob-andersen?images=all, -513.953825",
        "  0, kob-andersen?images=all&shift=energy, -456.624428",
        "  0, kob-andersen?images=all&shift=force, -374.478031",
        "  1, kob-andersen, -480.738155",
        "  2, kob-andersen, -491.604806",
        "100, kob-andersen, -515.416272",
        "399, kob-andersen, -807.480387",
        "399, kob-andersen?images=all&shift=force, -670.561890"
    })
    void framesOfTheLiquidHaveTheirEnergies(int frame, String typed, double energy) throws IOException {
        AtomicSystem liquid = PublishedData.liquid(frame);

        assertThat(LennardJonesTest.potential(typed).evaluate(liquid).energy()).isCloseTo(energy, within(2e-6));
    }

    @Test
    void theForcesOfAFrameAgreeToo() throws IOException {
        Evaluation evaluation = LennardJonesTest.potential("kob-andersen").evaluate(PublishedData.liquid(1));

        assertThat(evaluation.force(0, 0)).isCloseTo(17.11999962, within(1e-7));
        assertThat(evaluation.force(0, 1)).isCloseTo(-6.9184259, within(1e-6));
        assertThat(evaluation.force(0, 2)).isCloseTo(4.44945358, within(1e-7));
    }

    /** An atom's share is half of what the energy rises when the atom is taken away. */
    @Test
    void anAtomHasHalfOfItsPairs() {
        AtomicSystem all = AnalyticContract.droplet(20);
        try (Potential potential = LennardJonesTest.potential("kob-andersen")) {
            Evaluation evaluation = potential.evaluate(all);
            for (int atom = 0; atom < all.size(); atom++) {
                double without = potential.evaluate(without(all, atom)).energy();
                assertThat(evaluation.atomEnergies().orElseThrow()[atom])
                        .isCloseTo((evaluation.energy() - without) / 2, within(1e-9));
            }
        }
    }

    private static AtomicSystem without(AtomicSystem system, int gone) {
        int[] elements = new int[system.size() - 1];
        double[] positions = new double[3 * elements.length];
        for (int atom = 0; atom < elements.length; atom++) {
            int from = atom < gone ? atom : atom + 1;
            elements[atom] = system.atomicNumber(from);
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = system.position(from, axis);
            }
        }
        return AtomicSystem.of(elements, positions);
    }

    /** Each pair has its minimum, −ε, at 2^(1/6) σ: Kob and Andersen's table of constants. */
    @ParameterizedTest
    @CsvSource({"28, 28, 1.0, 1.0", "28, 15, 0.8, 1.5", "15, 28, 0.8, 1.5", "15, 15, 0.88, 0.5"})
    void eachPairOfSpeciesHasItsOwnWell(int first, int second, double sigma, double epsilon) {
        double distance = Math.pow(2, 1.0 / 6) * sigma;
        AtomicSystem dimer = AtomicSystem.of(new int[] {first, second}, new double[] {0, 0, 0, 0, 0, distance});

        Evaluation evaluation = LennardJonesTest.potential("kob-andersen").evaluate(dimer);

        assertThat(evaluation.energy()).isCloseTo(-epsilon, within(1e-14));
        assertThat(evaluation.force(0, 2)).isCloseTo(0, within(1e-12));
    }

    /**
     * Inherent structures of this liquid: between −814.9 and −783.0 for all of 40 frames with SciPy's L-BFGS-B; another
     * minimizer comes to other minima, but to minima of the same kind.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270, 360})
    void aQuenchedFrameHasTheEnergyOfAnInherentStructure(int frame) throws IOException {
        try (Potential potential = LennardJonesTest.potential("kob-andersen")) {
            OptimizationResult result =
                    OptimizationLoop.builder(new Lbfgs(), potential).build().run(PublishedData.liquid(frame));

            assertThat(result.energy()).isBetween(-817.0, -780.0);
        }
    }

    @Test
    void onlyTheForceShiftOverAllImagesIsSmooth() {
        assertThat(LennardJonesTest.potential("kob-andersen").domain().smooth()).isFalse();
        assertThat(LennardJonesTest.potential("kob-andersen?shift=force")
                        .domain()
                        .smooth())
                .isFalse();
        assertThat(LennardJonesTest.potential("kob-andersen?images=all")
                        .domain()
                        .smooth())
                .isFalse();
        assertThat(LennardJonesTest.potential("kob-andersen?images=all&shift=force")
                        .domain()
                        .smooth())
                .isTrue();
    }

    @Test
    void itIsNamedWithTheOptionsThatMatter() {
        assertThat(LennardJonesTest.potential("kob-andersen?shift=none").id()).isEqualTo("kob-andersen");
        assertThat(LennardJonesTest.potential("kob-andersen?shift=energy&images=all")
                        .id())
                .isEqualTo("kob-andersen?shift=energy&images=all");
    }
}
