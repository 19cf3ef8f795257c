package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Relaxed structures turned about a bond by any angle. A few steps of the student then put bonds and angles right, which
 * are stiff, and leave the soft torsion about where it is: on its barrier as often as not.
 */
final class Torsion implements FrameGenerator {
    private static final int ATTEMPTS = 8;

    /** In sums of covalent radii: shorter are double bonds, which break before they turn; amides are longer. */
    private static final double DOUBLE = 0.905;

    private static final double LINEAR = Math.toRadians(170);

    private final Settings settings;
    private final Potential student;

    /**
     * How.
     *
     * @param frames how many of each molecule that has such bonds
     * @param steps of the student afterwards
     */
    record Settings(int frames, int steps) {
        Settings {
            if (frames < 1 || steps < 0) {
                throw new InputException("frames.torsion needs frames of 1 or more and steps of 0 or more");
            }
        }
    }

    Torsion(Settings settings, Potential student) {
        this.settings = settings;
        this.student = student;
    }

    @Override
    public String kind() {
        return "torsion";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Molecule> owners = new ArrayList<>();
        List<AtomicSystem> turned = new ArrayList<>();
        for (Molecule molecule : molecules) {
            Skeleton skeleton = Skeleton.of(molecule.relaxed());
            List<Skeleton.Hinge> rotors = skeleton.hinges().stream()
                    .filter(hinge -> isRotor(molecule.relaxed(), skeleton, hinge))
                    .toList();
            int[][] bonds = skeleton.distances();
            for (int frame = 0; frame < settings.frames() && !rotors.isEmpty(); frame++) {
                for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                    AtomicSystem candidate = turn(molecule.relaxed(), rotors, random);
                    if (!Contacts.crowded(candidate, bonds)) {
                        owners.add(molecule);
                        turned.add(candidate);
                        break;
                    }
                }
            }
        }
        List<List<Walk.Position>> paths = Descent.run(student, turned, settings.steps());
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < owners.size(); k++) {
            List<Walk.Position> path = paths.get(k);
            candidates.add(
                    owners.get(k).candidate(kind(), path.get(path.size() - 1).system()));
        }
        return candidates;
    }

    private static AtomicSystem turn(AtomicSystem system, List<Skeleton.Hinge> rotors, RandomGenerator random) {
        Skeleton.Hinge hinge = rotors.get(random.nextInt(rotors.size()));
        double[] positions = system.positions();
        Vector3D near = Rotations.at(positions, hinge.near());
        Vector3D axis = Rotations.at(positions, hinge.far()).subtract(near);
        Rotations.turn(positions, hinge.side(), near, axis, 2 * Math.PI * random.nextDouble());
        return system.withPositions(positions);
    }

    private static boolean isRotor(AtomicSystem system, Skeleton skeleton, Skeleton.Hinge hinge) {
        return skeleton.relativeLength(hinge.near(), hinge.far()) > DOUBLE
                && isBent(system, skeleton, hinge.near(), hinge.far())
                && isBent(system, skeleton, hinge.far(), hinge.near());
    }

    /** Whether an end of the bond has neighbours that the turn moves. */
    private static boolean isBent(AtomicSystem system, Skeleton skeleton, int end, int other) {
        double[] x = system.positions();
        Vector3D bond = Rotations.at(x, other).subtract(Rotations.at(x, end));
        return Arrays.stream(skeleton.neighbours(end))
                .filter(atom -> atom != other)
                .anyMatch(atom -> Vector3D.angle(bond, Rotations.at(x, atom).subtract(Rotations.at(x, end))) < LINEAR);
    }
}
