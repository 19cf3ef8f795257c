package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;

/**
 * First structures with all coordinates scaled, as flat or crowded input is.
 *
 * @param frames how many of each molecule
 * @param smallest the smallest factor
 * @param largest the largest factor
 */
record Compression(int frames, double smallest, double largest) implements FrameGenerator {

    Compression {
        if (frames < 1 || !(smallest > 0 && largest >= smallest)) {
            throw new InputException("frames.compression needs frames of 1 or more and positive factors, the smallest"
                    + " no larger than the largest");
        }
    }

    @Override
    public String kind() {
        return "compression";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            for (int frame = 0; frame < frames; frame++) {
                double factor = smallest + (largest - smallest) * random.nextDouble();
                double[] positions = molecule.start().positions();
                for (int k = 0; k < positions.length; k++) {
                    positions[k] *= factor;
                }
                candidates.add(molecule.candidate(kind(), molecule.start().withPositions(positions)));
            }
        }
        return candidates;
    }
}
