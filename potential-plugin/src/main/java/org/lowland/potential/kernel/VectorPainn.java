package org.lowland.potential.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.PainnKernel;
import org.lowland.potential.torch.NamedTensor;

/** A {@link Painn} in vector instructions. Thread-safe: each evaluation takes a workspace that is free, or a new one. */
final class VectorPainn implements PainnKernel {
    private final Parameters parameters;
    private final Deque<Evaluator> free = new ArrayDeque<>();

    VectorPainn(Painn painn, List<NamedTensor> tensors) {
        this.parameters = new Parameters(painn, tensors, true);
    }

    @Override
    public double evaluate(AtomicSystem system, double[] forces, double[] virial) {
        Evaluator evaluator = take();
        double energy = evaluator.evaluate(system, forces, virial);
        giveBack(evaluator);
        return energy;
    }

    /** The one that was used last, whose memory is in the cache. */
    private Evaluator take() {
        synchronized (free) {
            if (!free.isEmpty()) {
                return free.pop();
            }
        }
        return new Evaluator(parameters);
    }

    private void giveBack(Evaluator evaluator) {
        synchronized (free) {
            free.push(evaluator);
        }
    }
}
