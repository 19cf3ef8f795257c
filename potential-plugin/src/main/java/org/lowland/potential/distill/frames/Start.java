package org.lowland.potential.distill.frames;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/** The first structures as they are: what a user's relaxation begins with. */
record Start() implements FrameGenerator {

    @Override
    public String kind() {
        return "start";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        return molecules.stream().map(m -> m.candidate(kind(), m.start())).toList();
    }
}
