package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;

/**
 * Relaxed structures with one angle opened or closed: what hangs on a bond outside rings turns about the bond's other end.
 *
 * @param frames how many of each molecule
 * @param degrees the largest change of the angle
 */
record Bend(int frames, double degrees) implements FrameGenerator {
    private static final double PARALLEL = 1e-3;

    Bend {
        if (frames < 1 || !(degrees > 0 && degrees < 180)) {
            throw new InputException("frames.bend needs frames of 1 or more and degrees between 0 and 180");
        }
    }

    @Override
    public String kind() {
        return "bend";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            Skeleton skeleton = Skeleton.of(molecule.relaxed());
            List<Skeleton.Hinge> hinges = skeleton.hinges().stream()
                    .filter(hinge -> skeleton.neighbours(hinge.near()).length > 1)
                    .toList();
            for (int frame = 0; frame < frames && !hinges.isEmpty(); frame++) {
                Skeleton.Hinge hinge = hinges.get(random.nextInt(hinges.size()));
                int[] others = IntStream.of(skeleton.neighbours(hinge.near()))
                        .filter(atom -> atom != hinge.far())
                        .toArray();
                double angle = Math.toRadians(degrees) * (2 * random.nextDouble() - 1);
                int other = others[random.nextInt(others.length)];
                candidates.add(molecule.candidate(kind(), bend(molecule.relaxed(), hinge, other, angle, random)));
            }
        }
        return candidates;
    }

    private static AtomicSystem bend(
            AtomicSystem system, Skeleton.Hinge hinge, int other, double angle, RandomGenerator random) {
        double[] positions = system.positions();
        Vector3D middle = Rotations.at(positions, hinge.near());
        Vector3D one = Rotations.at(positions, hinge.far()).subtract(middle);
        Vector3D axis = one.crossProduct(Rotations.at(positions, other).subtract(middle));
        Vector3D across = axis.getNorm() > PARALLEL ? axis : one.crossProduct(Rotations.direction(random));
        Rotations.turn(positions, hinge.side(), middle, across, angle);
        return system.withPositions(positions);
    }
}
