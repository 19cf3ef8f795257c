package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.model.Graphs;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.network.AtomGraph;
import org.lowland.potential.network.GraphBatch;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchTrainer;
import org.lowland.potential.torch.TrainerState;

/**
 * A network in libtorch, in several copies, one for each thread.
 */
final class Replicas implements Learner {
    /** Parts of about this many atoms keep libtorch's working set in the cache. */
    private static final int ATOMS_OF_A_PART = 220;

    private final TrainingSettings.Optimization optimization;
    private final ModelMetadata metadata;
    private final List<TorchModule> modules = new ArrayList<>();
    private final TorchTrainer trainer;
    private final Workers workers;

    Replicas(byte[] archive, TrainingSettings.Optimization optimization, ModelMetadata metadata) {
        this.optimization = optimization;
        this.metadata = metadata;
        for (int k = 0; k < optimization.threads(); k++) {
            modules.add(TorchModule.load(archive, optimization.where()));
        }
        this.trainer = new TorchTrainer(modules, optimization.trainerOptions());
        this.workers = new Workers(optimization.threads());
    }

    @Override
    public double accumulate(List<Frame> frames) {
        int atoms = frames.stream().mapToInt(Frame::size).sum();
        return workers.sum(frames, (replica, share) -> {
            double loss = 0;
            for (List<Frame> part : parts(share)) {
                loss += loss(replica, part, frames.size(), atoms);
            }
            return loss;
        });
    }

    @Override
    public double update(double learningRate) {
        return trainer.update(learningRate);
    }

    @Override
    public List<NamedTensor> averagedParameters() {
        return trainer.averagedParameters();
    }

    @Override
    public TrainerState state() {
        return trainer.state();
    }

    @Override
    public void restore(TrainerState state) {
        trainer.restore(state);
    }

    private List<List<Frame>> parts(List<Frame> frames) {
        if (optimization.where() == Device.GPU) {
            return List.of(frames);
        }
        List<List<Frame>> parts = new ArrayList<>();
        int atoms = ATOMS_OF_A_PART;
        for (Frame frame : frames) {
            if (atoms + frame.size() > ATOMS_OF_A_PART) {
                parts.add(new ArrayList<>());
                atoms = 0;
            }
            parts.get(parts.size() - 1).add(frame);
            atoms += frame.size();
        }
        return parts;
    }

    private double loss(int replica, List<Frame> frames, int framesOfStep, int atomsOfStep) {
        List<AtomGraph> graphs = new ArrayList<>();
        double[] energies = new double[frames.size()];
        double[] forces = new double[3 * frames.stream().mapToInt(Frame::size).sum()];
        int begin = 0;
        for (int m = 0; m < energies.length; m++) {
            AtomicSystem system = frames.get(m).system();
            graphs.add(Graphs.of(system, metadata.atomicNumbers(), metadata.cutoff()));
            energies[m] = frames.get(m).energy() - metadata.selfEnergy(system);
            for (float component : frames.get(m).forces()) {
                forces[begin++] = component;
            }
        }
        GraphBatch batch = GraphBatch.of(graphs, metadata.cutoff(), HostTensor.Type.FLOAT32);
        return trainer.accumulate(
                        replica,
                        optimization.squaredLoss() ? "loss_mse" : "loss",
                        batch.lossInputs(energies, forces, optimization.lossWeights(), framesOfStep, atomsOfStep))
                .get(0)
                .item();
    }

    @Override
    public void close() {
        workers.close();
        modules.forEach(TorchModule::close);
    }
}
