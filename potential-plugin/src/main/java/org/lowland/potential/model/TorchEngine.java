package org.lowland.potential.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.lowland.api.potential.Batching;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.AtomGraph;
import org.lowland.potential.network.GraphBatch;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchGradients;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;

/** A network's TorchScript in libtorch, in single precision, on either device. */
final class TorchEngine implements Engine {
    private static final Batching ON_GPU = new Batching(6400, false);

    private final ModelMetadata metadata;
    private final TorchModule module;
    private final Batching batching;

    TorchEngine(byte[] archive, ModelMetadata metadata, Device device) {
        this.metadata = metadata;
        // A processor gains nothing by batches, and one by one every bit is that of the system alone.
        this.batching = device == Device.GPU ? ON_GPU : Batching.ONE_BY_ONE;
        this.module = TorchModule.load(archive, device);
        module.freeze();
    }

    @Override
    public List<Output> evaluate(List<AtomicSystem> systems) {
        List<Output> outputs = new ArrayList<>(systems.size());
        int start = 0;
        while (start < systems.size()) {
            int end = start + 1;
            int atoms = systems.get(start).size();
            while (end < systems.size() && atoms + systems.get(end).size() <= batching.atoms()) {
                atoms += systems.get(end++).size();
            }
            evaluateTogether(systems.subList(start, end), outputs);
            start = end;
        }
        return outputs;
    }

    private void evaluateTogether(List<AtomicSystem> systems, List<Output> into) {
        List<AtomGraph> graphs = systems.stream()
                .map(system -> Graphs.of(system, metadata.atomicNumbers(), metadata.cutoff()))
                .toList();
        GraphBatch batch = GraphBatch.of(graphs, metadata.cutoff(), HostTensor.Type.FLOAT32);
        if (metadata.conservative() && systems.stream().anyMatch(AtomicSystem::isPeriodic)) {
            strained(systems, batch, into);
            return;
        }
        TorchOutputs outputs = module.call("forward", batch.inputs());
        float[] energies = outputs.get(0).floats();
        double[] forces = outputs.get(1).toDoubles();
        int begin = 0;
        for (int m = 0; m < energies.length; m++) {
            int end = begin + 3 * systems.get(m).size();
            into.add(new Output(energies[m], Arrays.copyOfRange(forces, begin, end), Optional.empty()));
            begin = end;
        }
    }

    /** The gradient by what the lattice adds to the vector of a pair is that by the vector, which the virial is a sum of. */
    private void strained(List<AtomicSystem> systems, GraphBatch batch, List<Output> into) {
        TorchGradients answer =
                module.callWithGradients("energy", batch.inputs(), List.of(GraphBatch.POSITIONS, GraphBatch.SHIFTS));
        float[] energies = answer.outputs().get(0).floats();
        double[] byPositions = answer.gradients().get(0).orElseThrow().toDoubles();
        double[] virials = batch.virials(answer.gradients().get(1).orElseThrow().toDoubles());
        int begin = 0;
        for (int m = 0; m < energies.length; m++) {
            AtomicSystem system = systems.get(m);
            double[] forces = new double[3 * system.size()];
            Arrays.setAll(forces, offset(byPositions, begin));
            begin += forces.length;
            Optional<double[]> virial =
                    Optional.of(Arrays.copyOfRange(virials, 9 * m, 9 * m + 9)).filter(any -> system.isPeriodic());
            into.add(new Output(energies[m], forces, virial));
        }
    }

    private static IntToDoubleFunction offset(double[] gradient, int begin) {
        return component -> 0.0 - gradient[begin + component];
    }

    @Override
    public Batching batching() {
        return batching;
    }

    @Override
    public String description() {
        return "libtorch";
    }

    @Override
    public void close() {
        module.close();
    }
}
