package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;

/**
 * Relaxed structures with one bond outside rings longer or shorter, the smaller side moved as a whole. As many are
 * shortened as are lengthened.
 *
 * @param frames how many of each molecule
 * @param shortest the smallest factor of the length
 * @param longest the largest factor of the length
 */
record Stretch(int frames, double shortest, double longest) implements FrameGenerator {

    Stretch {
        if (frames < 1 || !(shortest > 0 && shortest <= 1 && longest >= 1)) {
            throw new InputException(
                    "frames.stretch needs frames of 1 or more, shortest above 0 and up to 1, and longest"
                            + " of 1 or more");
        }
    }

    @Override
    public String kind() {
        return "stretch";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            List<Skeleton.Hinge> hinges = Skeleton.of(molecule.relaxed()).hinges();
            for (int frame = 0; frame < frames && !hinges.isEmpty(); frame++) {
                Skeleton.Hinge hinge = hinges.get(random.nextInt(hinges.size()));
                double to = random.nextBoolean() ? shortest : longest;
                double factor = 1 + (to - 1) * random.nextDouble();
                candidates.add(molecule.candidate(kind(), stretch(molecule.relaxed(), hinge, factor)));
            }
        }
        return candidates;
    }

    private static AtomicSystem stretch(AtomicSystem system, Skeleton.Hinge hinge, double factor) {
        double[] positions = system.positions();
        Vector3D bond = Rotations.at(positions, hinge.far()).subtract(Rotations.at(positions, hinge.near()));
        for (int atom : hinge.side()) {
            Rotations.put(positions, atom, Rotations.at(positions, atom).add(factor - 1, bond));
        }
        return system.withPositions(positions);
    }
}
