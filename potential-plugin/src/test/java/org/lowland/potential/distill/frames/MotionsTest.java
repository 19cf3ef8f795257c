package org.lowland.potential.distill.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.Forces;
import org.lowland.test.ToyPotential;

/** The kinds that go with a potential. */
class MotionsTest {
    private static final ToyPotential TOY = MoleculesForFrames.TOY;

    private final Molecule butane = MoleculesForFrames.butane();

    @Test
    void motionsHeatTheMoleculeByTheirTemperature() {
        double cold = heat(new Dynamics.Settings(3, 20, 0.5, 100, 100));
        double hot = heat(new Dynamics.Settings(3, 20, 0.5, 1000, 1000));
        assertThat(cold).isPositive();
        assertThat(hot).isBetween(4 * cold, 25 * cold);
    }

    private double heat(Dynamics.Settings settings) {
        List<Candidate> frames =
                new Dynamics(settings, TOY).generate(List.of(butane, butane), MoleculesForFrames.random());
        assertThat(frames).hasSize(6);
        double lowest = MoleculesForFrames.energy(butane.relaxed());
        return frames.stream()
                        .mapToDouble(frame -> MoleculesForFrames.energy(frame.system()))
                        .sum()
                - 6 * lowest;
    }

    @Test
    void turnsAboutBondsAndPutsTheRestRight() {
        List<Candidate> frames =
                new Torsion(new Torsion.Settings(12, 0), TOY).generate(List.of(butane), MoleculesForFrames.random());
        assertThat(frames).hasSizeGreaterThan(8).allSatisfy(frame -> assertThat(
                        MoleculesForFrames.changedBonds(butane.relaxed(), frame.system()))
                .isZero());
        assertThat(frames)
                .filteredOn(frame -> MoleculesForFrames.largestMove(butane.relaxed(), frame.system()) > 0.5)
                .hasSizeGreaterThan(4);
    }

    @Test
    void aRingHasNothingToTurn() {
        assertThat(new Torsion(new Torsion.Settings(3, 0), TOY)
                        .generate(List.of(MoleculesForFrames.benzene()), MoleculesForFrames.random()))
                .isEmpty();
    }

    @Test
    void stepsWithTheTeacherGoTowardsItsMinimum() {
        Molecule started = new Molecule(
                "ETHANOL", "ETHANOL", MoleculesForFrames.ethanol().path().subList(0, 2));
        List<Candidate> frames = new Minimum(new Minimum.Settings(1, 20, 2), TOY)
                .generate(List.of(started), MoleculesForFrames.random());
        double before = Forces.fmax(started.relaxed(), TOY.evaluate(started.relaxed()));
        assertThat(frames).hasSize(2).allSatisfy(frame -> assertThat(
                        Forces.fmax(frame.system(), TOY.evaluate(frame.system())))
                .isLessThan(before / 4));
    }

    @Test
    void theSameChanceGivesTheSameStructures() {
        FrameSettings settings = new FrameSettings(
                new Relaxation(10, List.of(2)),
                true,
                new Minimum.Settings(1, 3, 1),
                new Rattle(List.of(0.05)),
                new Dynamics.Settings(1, 5, 1, 300, 600),
                new Torsion.Settings(2, 2),
                new Stretch(1, 0.8, 1.3),
                new Bend(1, 20),
                new Compression(1, 0.9, 1),
                new Dimer.Settings(1, 40, 0.8, 1.6, 0.5, 3));
        List<Molecule> molecules = List.of(butane, MoleculesForFrames.water());
        for (FrameGenerator generator : settings.generators(TOY, TOY)) {
            List<Candidate> once = generator.generate(molecules, MoleculesForFrames.random());
            List<Candidate> again = generator.generate(molecules, MoleculesForFrames.random());
            assertThat(once).isNotEmpty().allSatisfy(frame -> assertThat(frame.kind())
                    .isEqualTo(generator.kind()));
            assertThat(again).hasSameSizeAs(once);
            for (int k = 0; k < once.size(); k++) {
                assertThat(again.get(k).system().positions())
                        .isEqualTo(once.get(k).system().positions());
            }
        }
        assertThat(settings.generators(TOY, TOY)).hasSize(10);
    }
}
