package org.lowland.potential.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lowland.potential.network.LabelledStructure;
import org.lowland.potential.network.LossWeights;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.PainnLoss;
import org.lowland.potential.torch.NamedTensor;

/** The loss in vector instructions. Each call takes memory that is free, or new memory. */
final class VectorPainnLoss implements PainnLoss {
    private final Painn painn;
    private final Deque<Workspace> spaces = new ArrayDeque<>();
    private final Deque<ParameterGradient> gradients = new ArrayDeque<>();
    private volatile Parameters parameters;

    VectorPainnLoss(Painn painn, List<NamedTensor> tensors) {
        this.painn = painn;
        this.parameters = new Parameters(painn, tensors, false);
    }

    @Override
    public void setParameters(List<NamedTensor> tensors) {
        parameters = new Parameters(painn, tensors, false);
    }

    @Override
    public double add(
            List<LabelledStructure> structures,
            LossWeights weights,
            int structuresInStep,
            int atomsInStep,
            float[] gradient) {
        Parameters now = parameters;
        Workspace space = take(spaces);
        ParameterGradient sum = take(gradients);
        if (space == null) {
            space = new Workspace(now);
        }
        if (sum == null) {
            sum = new ParameterGradient(now);
        }
        sum.clear();
        LossPass pass = new LossPass(now, space, sum, weights, structuresInStep, atomsInStep);
        double loss = 0;
        for (LabelledStructure structure : structures) {
            loss += pass.add(structure);
        }
        sum.finish(now);
        sum.write(gradient);
        giveBack(spaces, space);
        giveBack(gradients, sum);
        return loss;
    }

    private <T> T take(Deque<T> free) {
        synchronized (free) {
            return free.poll();
        }
    }

    private <T> void giveBack(Deque<T> free, T used) {
        synchronized (free) {
            free.push(used);
        }
    }
}
