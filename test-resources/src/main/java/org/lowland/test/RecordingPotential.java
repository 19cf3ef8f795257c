package org.lowland.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** Passes everything on to another potential and keeps what was asked: the count that comparisons rest on. */
public final class RecordingPotential implements Potential {
    private final Potential potential;
    private final List<AtomicSystem> asked = Collections.synchronizedList(new ArrayList<>());

    /**
     * Records what a potential is asked.
     *
     * @param potential does the work
     */
    public RecordingPotential(Potential potential) {
        this.potential = potential;
    }

    /** {@return the systems evaluated so far, in order} */
    public List<AtomicSystem> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String id() {
        return potential.id();
    }

    @Override
    public Domain domain() {
        return potential.domain();
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        asked.addAll(systems);
        return potential.evaluate(systems);
    }

    @Override
    public void close() {
        potential.close();
    }
}
