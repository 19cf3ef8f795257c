package org.lowland.potential.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Batching;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.PainnKernel;

/** A network in Lowland's own kernel, structure after structure. */
final class KernelEngine implements Engine {
    private final PainnKernel kernel;
    private final String description;

    KernelEngine(PainnKernel kernel, String description) {
        this.kernel = kernel;
        this.description = description;
    }

    @Override
    public List<Output> evaluate(List<AtomicSystem> systems) {
        List<Output> outputs = new ArrayList<>(systems.size());
        for (AtomicSystem system : systems) {
            double[] forces = new double[3 * system.size()];
            double[] virial = new double[9];
            double energy = kernel.evaluate(system, forces, virial);
            outputs.add(new Output(energy, forces, Optional.of(virial).filter(any -> system.isPeriodic())));
        }
        return outputs;
    }

    @Override
    public Batching batching() {
        return Batching.ONE_BY_ONE;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {}
}
