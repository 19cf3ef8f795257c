package org.lowland.potential.distill.frames;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * One way to make structures of molecules. The same molecules and random numbers give the same structures. Thread-safe.
 */
public interface FrameGenerator {

    /** {@return the name of the kind, one word, which frames carry} */
    String kind();

    /**
     * Makes structures.
     *
     * @param molecules of one shard
     * @param random the only source of chance
     * @return structures in the order of the molecules; a molecule that does not lend itself to it has none
     */
    List<Candidate> generate(List<Molecule> molecules, RandomGenerator random);
}
