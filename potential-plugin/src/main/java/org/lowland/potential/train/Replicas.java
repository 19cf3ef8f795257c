package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lowland.api.BackendException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.model.Graphs;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.network.AtomGraph;
import org.lowland.potential.network.GraphBatch;
import org.lowland.potential.torch.AdamW;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchTrainer;

/**
 * A network in several copies, one for each thread, among which the frames of a step are divided. How they are divided
 * depends on the frames and the number of threads alone, so a step is repeated bit for bit.
 */
final class Replicas implements AutoCloseable {
    /** Parts of about this many atoms keep libtorch's working set in the cache. */
    private static final int ATOMS_OF_A_PART = 220;

    private final TrainingSettings.Optimization optimization;
    private final ModelMetadata metadata;
    private final List<TorchModule> modules = new ArrayList<>();
    private final TorchTrainer trainer;
    private final ExecutorService workers;

    Replicas(byte[] archive, TrainingSettings.Optimization optimization, ModelMetadata metadata) {
        this.optimization = optimization;
        this.metadata = metadata;
        for (int k = 0; k < optimization.threads(); k++) {
            modules.add(TorchModule.load(archive, Device.CPU));
        }
        this.trainer = new TorchTrainer(
                modules,
                new TorchTrainer.Options(AdamW.Options.DEFAULT, optimization.clip(), optimization.averageDecay()));
        this.workers = Executors.newFixedThreadPool(optimization.threads());
    }

    TorchTrainer trainer() {
        return trainer;
    }

    /** Adds up the gradient over the frames of a step and returns its loss. */
    double accumulate(List<Frame> frames) {
        int atoms = frames.stream().mapToInt(Frame::size).sum();
        List<Future<Double>> losses = new ArrayList<>();
        List<List<Frame>> shares = deal(frames);
        for (int k = 0; k < shares.size(); k++) {
            int replica = k;
            losses.add(workers.submit(() -> {
                double loss = 0;
                for (List<Frame> part : parts(shares.get(replica))) {
                    loss += loss(replica, part, frames.size(), atoms);
                }
                return loss;
            }));
        }
        double sum = 0;
        for (Future<Double> loss : losses) {
            sum += await(loss);
        }
        return sum;
    }

    /** The frames by size, dealt out so that all threads have about as many atoms. */
    private List<List<Frame>> deal(List<Frame> frames) {
        List<List<Frame>> shares = new ArrayList<>();
        int[] atoms = new int[modules.size()];
        for (int k = 0; k < atoms.length; k++) {
            shares.add(new ArrayList<>());
        }
        for (Frame frame : frames.stream()
                .sorted(Comparator.comparingInt(Frame::size).reversed())
                .toList()) {
            int least = 0;
            for (int k = 1; k < atoms.length; k++) {
                least = atoms[k] < atoms[least] ? k : least;
            }
            shares.get(least).add(frame);
            atoms[least] += frame.size();
        }
        return shares;
    }

    private static List<List<Frame>> parts(List<Frame> frames) {
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
                        "loss",
                        batch.lossInputs(energies, forces, optimization.lossWeights(), framesOfStep, atomsOfStep))
                .get(0)
                .item();
    }

    private static double await(Future<Double> loss) {
        try {
            return loss.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("The training was interrupted; give --resume to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new BackendException("A step of the training broke: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        modules.forEach(TorchModule::close);
    }
}
