package org.lowland.potential.distill.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.AtomicSystem;

class DimerTest {
    private final Molecule water = MoleculesForFrames.water();
    private final Molecule benzene = MoleculesForFrames.benzene();

    @Test
    void laysTwoWholeMoleculesSideBySide() {
        List<Candidate> frames = new Dimer(new Dimer.Settings(30, 40, 0.9, 1.2, 0, 0), MoleculesForFrames.TOY)
                .generate(List.of(water, benzene), MoleculesForFrames.random());
        assertThat(frames).hasSize(60);
        for (Candidate frame : frames) {
            AtomicSystem system = frame.system();
            assertThat(system.size()).isIn(6, 15, 24);
            assertThat(MoleculesForFrames.changedBonds(withoutShift(system), system))
                    .isZero();
            assertThat(Contacts.fused(system)).isFalse();
        }
        assertThat(frames).extracting(Candidate::group).contains("GROUP-BENZENE+GROUP-WATER", "GROUP-WATER");
        assertThat(frames).extracting(Candidate::molecule).contains("BENZENE+WATER", "BENZENE");
    }

    /** The dimer with each bond as in the molecule that it comes from. */
    private AtomicSystem withoutShift(AtomicSystem dimer) {
        double[] positions = dimer.positions();
        int first = dimer.atomicNumber(0) == 8
                ? water.relaxed().size()
                : benzene.relaxed().size();
        int second = dimer.size() - first;
        copy(first, positions, 0);
        copy(second, positions, 3 * first);
        return dimer.withPositions(positions);
    }

    private void copy(int size, double[] positions, int at) {
        AtomicSystem molecule = size == water.relaxed().size() ? water.relaxed() : benzene.relaxed();
        System.arraycopy(molecule.positions(), 0, positions, at, 3 * size);
    }

    @Test
    void leavesOutPairsThatAreTooLarge() {
        List<Candidate> frames = new Dimer(new Dimer.Settings(5, 15, 0.9, 1.2, 0, 0), MoleculesForFrames.TOY)
                .generate(List.of(water, benzene), MoleculesForFrames.random());
        assertThat(frames).isNotEmpty().noneMatch(frame -> frame.molecule().equals("BENZENE"));
    }

    @Test
    void approachesToTheWantedDistance() {
        for (double contact : new double[] {0.8, 1.0, 1.6}) {
            double[] placed = Pose.anywhere(benzene.relaxed(), water.relaxed(), contact, MoleculesForFrames.random());
            assertThat(closest(benzene.relaxed(), water.relaxed().withPositions(placed)))
                    .isCloseTo(contact, within(0.03));
        }
    }

    @Test
    void stacksPlanesInParallel() {
        RandomGenerator random = MoleculesForFrames.random();
        for (int k = 0; k < 5; k++) {
            double[] placed = Pose.stacked(benzene.relaxed(), benzene.relaxed(), 1, random);
            Vector3D one = normal(benzene.relaxed().positions());
            assertThat(Math.abs(one.dotProduct(normal(placed)))).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void hydrogenBondsAreStraight() {
        RandomGenerator random = MoleculesForFrames.random();
        int made = 0;
        for (int k = 0; k < 20; k++) {
            Optional<double[]> placed = Pose.hydrogenBonded(water.relaxed(), water.relaxed(), 1, random);
            if (placed.isPresent()) {
                made++;
                Vector3D oxygen = Rotations.at(placed.get(), 0);
                double[] x = water.relaxed().positions();
                double shortest = Math.min(oxygen.distance(Rotations.at(x, 1)), oxygen.distance(Rotations.at(x, 2)));
                assertThat(shortest).isCloseTo(1.9, within(1e-9));
            }
        }
        assertThat(made).isGreaterThan(10);
        assertThat(Pose.hydrogenBonded(benzene.relaxed(), water.relaxed(), 1, random))
                .isEmpty();
    }

    private static double closest(AtomicSystem one, AtomicSystem other) {
        double closest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                double sum = VanDerWaalsRadii.of(one.atomicNumber(i)) + VanDerWaalsRadii.of(other.atomicNumber(j));
                double distance = Rotations.at(one.positions(), i).distance(Rotations.at(other.positions(), j));
                closest = Math.min(closest, distance / sum);
            }
        }
        return closest;
    }

    private static Vector3D normal(double[] x) {
        Vector3D origin = Rotations.at(x, 0);
        return Rotations.at(x, 1)
                .subtract(origin)
                .crossProduct(Rotations.at(x, 2).subtract(origin))
                .normalize();
    }
}
