package org.lowland.io.format.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.Structure;

/**
 * The geometries of a run, each once. Programs write a geometry when they read it and again when they compute it, and the
 * final one of an optimization after its energy: such a one, without an energy of its own and the same as its neighbour,
 * is passed over. Confined to one thread.
 */
final class Steps {
    private Optional<AtomicSystem> last = Optional.empty();

    /** The structures of some steps that follow those given before. */
    List<Structure> once(List<Step> steps) {
        List<Structure> structures = new ArrayList<>();
        List<LabelledFrame> frames = steps.stream().map(Step::frame).toList();
        for (int k = 0; k < frames.size(); k++) {
            AtomicSystem system = frames.get(k).system();
            boolean repeated = last.isPresent() && Step.isSame(last.get(), system)
                    || k + 1 < frames.size()
                            && Step.isSame(system, frames.get(k + 1).system());
            if (steps.get(k).hasEnergy() || !repeated) {
                structures.add(frames.get(k));
                last = Optional.of(system);
            }
        }
        return structures;
    }
}
