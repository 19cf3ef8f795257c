package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;

/**
 * Structures along the student's relaxation, and its end.
 *
 * @param steps of the relaxation, from whose end most other kinds start
 * @param kept after which steps structures are taken; the last structure always is
 */
record Relaxation(int steps, List<Integer> kept) implements FrameGenerator {

    Relaxation {
        kept = kept == null ? List.of() : List.copyOf(kept);
        if (steps < 0 || kept.stream().anyMatch(step -> step < 1)) {
            throw new InputException("frames.relaxation needs steps of 0 or more and kept of steps from 1 on");
        }
    }

    @Override
    public String kind() {
        return "relaxation";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            TreeSet<Integer> chosen = new TreeSet<>(kept);
            chosen.add(molecule.path().size() - 1);
            chosen.removeIf(step -> step < 1 || step >= molecule.path().size());
            chosen.forEach(step -> candidates.add(
                    molecule.candidate(kind(), molecule.path().get(step).system())));
        }
        return candidates;
    }
}
