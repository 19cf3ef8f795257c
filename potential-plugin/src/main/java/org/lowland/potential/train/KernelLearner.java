package org.lowland.potential.train;

import java.util.Arrays;
import java.util.List;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.network.LabelledStructure;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.PainnKernelProvider;
import org.lowland.potential.network.PainnLoss;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TrainedParameters;
import org.lowland.potential.torch.TrainerState;

/** A network in Lowland's own kernel. */
final class KernelLearner implements Learner {
    private final ScriptModule network;
    private final TrainingSettings.Optimization optimization;
    private final ModelMetadata metadata;
    private final TrainedParameters trained;
    private final PainnLoss loss;
    private final float[][] gradients;
    private final Workers workers;

    KernelLearner(
            PainnKernelProvider kernels,
            Painn painn,
            ScriptModule network,
            TrainingSettings.Optimization optimization,
            ModelMetadata metadata) {
        this.network = network;
        this.optimization = optimization;
        this.metadata = metadata;
        this.trained = new TrainedParameters(
                network.tensors().stream().filter(NamedTensor::trainable).toList(), optimization.trainerOptions());
        this.loss = kernels.loss(painn, network.tensors());
        this.gradients = new float[optimization.threads()][trained.size()];
        this.workers = new Workers(optimization.threads());
    }

    @Override
    public double accumulate(List<Frame> frames) {
        int atoms = frames.stream().mapToInt(Frame::size).sum();
        return workers.sum(frames, (thread, share) -> {
            List<LabelledStructure> structures =
                    share.stream().map(this::labelled).toList();
            return loss.add(structures, optimization.lossWeights(), frames.size(), atoms, gradients[thread]);
        });
    }

    private LabelledStructure labelled(Frame frame) {
        return new LabelledStructure(
                frame.system(), frame.energy() - metadata.selfEnergy(frame.system()), frame.forces());
    }

    @Override
    public double update(double learningRate) {
        float[] sum = gradients[0];
        for (float[] part : Arrays.asList(gradients).subList(1, gradients.length)) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += part[k];
            }
        }
        double norm = trained.update(sum, learningRate);
        distribute();
        return norm;
    }

    @Override
    public List<NamedTensor> averagedParameters() {
        return trained.averagedParameters();
    }

    @Override
    public TrainerState state() {
        return trained.state();
    }

    @Override
    public void restore(TrainerState state) {
        trained.restore(state);
        distribute();
    }

    private void distribute() {
        loss.setParameters(network.withValues(trained.parameters()).tensors());
    }

    @Override
    public void close() {
        workers.close();
    }
}
