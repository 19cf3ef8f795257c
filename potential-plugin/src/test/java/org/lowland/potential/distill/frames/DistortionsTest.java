package org.lowland.potential.distill.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/** The kinds that move atoms without a potential. */
class DistortionsTest {
    private final Molecule ethanol = MoleculesForFrames.ethanol();

    @Test
    void rattlesByTheStandardDeviation() {
        List<Candidate> frames = new Rattle(List.of(0.02, 0.1)).generate(List.of(ethanol), MoleculesForFrames.random());
        assertThat(frames).hasSize(2).allSatisfy(frame -> {
            assertThat(frame.kind()).isEqualTo("rattle");
            assertThat(frame.group()).isEqualTo("GROUP-ETHANOL");
            assertThat(frame.molecule()).isEqualTo("ETHANOL");
        });
        assertThat(deviation(ethanol.relaxed(), frames.get(0).system())).isCloseTo(0.02, within(0.008));
        assertThat(deviation(ethanol.relaxed(), frames.get(1).system())).isCloseTo(0.1, within(0.04));
    }

    @Test
    void stretchesOneBondWithinTheLimitsAndNoOther() {
        List<Candidate> frames = new Stretch(60, 0.75, 1.6).generate(List.of(ethanol), MoleculesForFrames.random());
        assertThat(frames).hasSize(60);
        int[] bonds = ethanol.relaxed().bonds();
        int longer = 0;
        for (Candidate frame : frames) {
            assertThat(MoleculesForFrames.changedBonds(ethanol.relaxed(), frame.system()))
                    .isLessThanOrEqualTo(1);
            for (int k = 0; k < bonds.length; k += 2) {
                double factor = MoleculesForFrames.distance(frame.system(), bonds[k], bonds[k + 1])
                        / MoleculesForFrames.distance(ethanol.relaxed(), bonds[k], bonds[k + 1]);
                assertThat(factor).isBetween(0.75 - 1e-9, 1.6 + 1e-9);
                longer += factor > 1 + 1e-9 ? 1 : 0;
            }
        }
        assertThat(longer).isBetween(18, 42);
    }

    @Test
    void ringsAloneHaveNoBondToStretchButTheirHydrogens() {
        Molecule benzene = MoleculesForFrames.benzene();
        for (Candidate frame : new Stretch(20, 0.8, 1.5).generate(List.of(benzene), MoleculesForFrames.random())) {
            for (int i = 0; i < 12; i++) {
                if (benzene.relaxed().atomicNumber(i) == 6) {
                    assertThat(MoleculesForFrames.largestMove(atom(benzene.relaxed(), i), atom(frame.system(), i)))
                            .isZero();
                }
            }
        }
    }

    @Test
    void bendsKeepAllBonds() {
        List<Candidate> frames = new Bend(30, 30).generate(List.of(ethanol), MoleculesForFrames.random());
        assertThat(frames).hasSize(30).allSatisfy(frame -> assertThat(
                        MoleculesForFrames.changedBonds(ethanol.relaxed(), frame.system()))
                .isZero());
        assertThat(frames)
                .filteredOn(frame -> MoleculesForFrames.largestMove(ethanol.relaxed(), frame.system()) > 0.05)
                .hasSizeGreaterThan(15);
    }

    @Test
    void bendsOpenLinearAnglesToo() {
        AtomicSystem cyanide = AtomicSystem.builder(new int[] {1, 6, 7}, new double[] {0, 0, 0, 1.06, 0, 0, 2.21, 0, 0})
                .bonds(new int[] {0, 1, 1, 2})
                .build();
        Molecule molecule = new Molecule("HCN", "HCN", List.of(new Walk.Position(cyanide, null)));
        for (Candidate frame : new Bend(5, 30).generate(List.of(molecule), MoleculesForFrames.random())) {
            double[] x = frame.system().positions();
            Vector3D one = Rotations.at(x, 0).subtract(Rotations.at(x, 1));
            Vector3D other = Rotations.at(x, 2).subtract(Rotations.at(x, 1));
            assertThat(Math.toDegrees(Vector3D.angle(one, other))).isBetween(150.0, 179.9);
        }
    }

    @Test
    void compressesTheWholeFirstStructure() {
        for (Candidate frame : new Compression(5, 0.9, 1.0).generate(List.of(ethanol), MoleculesForFrames.random())) {
            double factor = MoleculesForFrames.distance(frame.system(), 0, 8)
                    / MoleculesForFrames.distance(ethanol.start(), 0, 8);
            assertThat(factor).isBetween(0.9, 1.0);
            assertThat(MoleculesForFrames.distance(frame.system(), 3, 4)
                            / MoleculesForFrames.distance(ethanol.start(), 3, 4))
                    .isCloseTo(factor, within(1e-9));
        }
    }

    @Test
    void takesStepsOfTheRelaxationAndItsEnd() {
        List<Candidate> frames =
                new Relaxation(60, List.of(1, 2, 500)).generate(List.of(ethanol), MoleculesForFrames.random());
        assertThat(frames)
                .extracting(Candidate::system)
                .containsExactly(
                        ethanol.path().get(1).system(), ethanol.path().get(2).system(), ethanol.relaxed());
        assertThat(new Start().generate(List.of(ethanol), MoleculesForFrames.random()))
                .extracting(Candidate::system)
                .containsExactly(ethanol.start());
    }

    private static AtomicSystem atom(AtomicSystem system, int atom) {
        return AtomicSystem.of(
                new int[] {system.atomicNumber(atom)},
                new double[] {system.position(atom, 0), system.position(atom, 1), system.position(atom, 2)});
    }

    private static double deviation(AtomicSystem before, AtomicSystem after) {
        double[] a = before.positions();
        double[] b = after.positions();
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum / a.length);
    }
}
