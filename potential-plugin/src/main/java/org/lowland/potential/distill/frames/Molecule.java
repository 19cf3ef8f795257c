package org.lowland.potential.distill.frames;

import java.util.List;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * A first structure and the student's way down from it.
 *
 * @param group what a training divides by
 * @param key of the molecule
 * @param path the structures of the relaxation, the first one first, never empty
 */
public record Molecule(String group, String key, List<Walk.Position> path) {

    /** Keeps a copy of the path. */
    public Molecule {
        path = List.copyOf(path);
    }

    /** {@return the structure that the relaxation began with} */
    public AtomicSystem start() {
        return path.get(0).system();
    }

    /** {@return the last structure of the relaxation} */
    public AtomicSystem relaxed() {
        return end().system();
    }

    Walk.Position end() {
        return path.get(path.size() - 1);
    }

    Candidate candidate(String kind, AtomicSystem system) {
        return new Candidate(group, key, kind, system);
    }
}
