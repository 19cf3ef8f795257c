package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;

/**
 * Relaxed structures with each atom displaced at random. Without them a student has twice the error on distorted
 * structures.
 *
 * @param sigmas standard deviations of each coordinate in Å, a structure for each
 */
record Rattle(List<Double> sigmas) implements FrameGenerator {

    Rattle {
        sigmas = sigmas == null ? List.of() : List.copyOf(sigmas);
        if (sigmas.isEmpty() || sigmas.stream().anyMatch(sigma -> !(sigma > 0))) {
            throw new InputException("frames.rattle needs sigmas, a list of positive lengths in Å");
        }
    }

    @Override
    public String kind() {
        return "rattle";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            for (double sigma : sigmas) {
                candidates.add(molecule.candidate(kind(), rattle(molecule.relaxed(), sigma, random)));
            }
        }
        return candidates;
    }

    private static AtomicSystem rattle(AtomicSystem system, double sigma, RandomGenerator random) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += sigma * random.nextGaussian();
        }
        return system.withPositions(positions);
    }
}
