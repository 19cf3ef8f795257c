package org.lowland.rl.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.cli.Main;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;

class LiquidTest {
    private static double meanEnergy(Liquid liquid, int samples) {
        try (Potential landscape = liquid.open()) {
            return IntStream.range(0, samples)
                    .mapToDouble(
                            k -> liquid.sample(landscape, 1, k).evaluation().energy() / liquid.atoms())
                    .average()
                    .orElseThrow();
        }
    }

    /** The first 40 published frames at kT = 2 have -5.13 ± 0.065 per particle, one frame 0.2 more or less. */
    @Test
    void theLiquidOfKobAndAndersenIsLikeThePublishedOne() {
        assertThat(meanEnergy(Liquid.named("kob-andersen"), 5)).isCloseTo(-5.13, within(0.25));
    }

    /** Between the solid and what LAMMPS found for its liquid of 64 atoms at 3050 K, -3.51, with the spread of a few frames. */
    @Test
    void siliconIsMolten() {
        assertThat(meanEnergy(Liquid.named("silicon"), 3)).isBetween(-3.75, -3.35);
    }

    @Test
    void theSameStructureComesOutAloneAndInASeries() {
        Liquid liquid = Liquid.named("kob-andersen").with(20, 2);
        try (Potential landscape = liquid.open()) {
            Walk.Position third = liquid.sample(landscape, 7, 2);
            liquid.sample(landscape, 7, 0);

            assertThat(liquid.sample(landscape, 7, 2).system()).isEqualTo(third.system());
            assertThat(liquid.sample(landscape, 7, 1).system()).isNotEqualTo(third.system());
            assertThat(liquid.sample(landscape, 8, 2).system()).isNotEqualTo(third.system());
        }
    }

    @ParameterizedTest
    @CsvSource({"kob-andersen, 25, 20, 28", "silicon, 8, 8, 14", "gel, 10, 10, 20"})
    void theCubeHasTheDensityAndTheParticles(String id, int atoms, int ofFirst, int first) {
        Liquid liquid = Liquid.named(id).with(atoms, Liquid.named(id).temperature());
        try (Potential landscape = liquid.open()) {
            Walk.Position sample = liquid.sample(landscape, 1, 0);

            assertThat(sample.system().cell().orElseThrow().volume())
                    .isCloseTo(atoms / liquid.density(), within(1e-6 * atoms / liquid.density()));
            assertThat(IntStream.of(sample.system().atomicNumbers())
                            .filter(z -> z == first)
                            .count())
                    .isEqualTo(ofFirst);
            assertThat(sample.evaluation().energy())
                    .isEqualTo(landscape.evaluate(sample.system()).energy());
        }
    }

    @Test
    void theCommandWritesWhatAnotherReads(@TempDir Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path file = folder.resolve("starts.xyz");

        String[] arguments = {
            "liquid", "kob-andersen", "--atoms", "20", "--count", "3", "--seed", "5", "-o", file.toString()
        };
        int code = new Main()
                .run(InputStream.nullInputStream(), new PrintStream(said), new PrintStream(said), false, arguments);

        assertThat(code).as("%s", said).isZero();
        assertThat(said.toString()).contains("3 structures of 20 particles");
        try (XyzReader reader = XyzReader.open(file)) {
            List<LabelledFrame> frames = reader.stream().toList();
            assertThat(frames).hasSize(3);
            assertThat(frames.get(2).title()).isEqualTo("kob-andersen-5-2");
            assertThat(frames.get(2).system().size()).isEqualTo(20);
            assertThat(frames.get(2).system().isPeriodic()).isTrue();
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Liquid.named("water"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("kob-andersen, silicon, gel");
        assertThatThrownBy(() -> Liquid.named("gel").with(1, 1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Liquid.named("gel").with(10, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Liquid.named("gel").with(10, Double.NaN)).isInstanceOf(InputException.class);
    }
}
