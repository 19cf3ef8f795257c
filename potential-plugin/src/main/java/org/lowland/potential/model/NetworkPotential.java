package org.lowland.potential.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.AtomGraph;
import org.lowland.potential.network.GraphBatch;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * A trained network, run by libtorch in single precision; the self energies are added in double precision. Thread-safe.
 */
public final class NetworkPotential implements Potential {
    private static final Batching ON_CPU = new Batching(800, true);
    private static final Batching ON_GPU = new Batching(6400, false);

    private final ModelMetadata metadata;
    private final Batching batching;
    private final Domain domain;
    private final TorchModule module;

    private NetworkPotential(ModelMetadata metadata, TorchModule module, Device device) {
        this.metadata = metadata;
        this.batching = device == Device.GPU ? ON_GPU : ON_CPU;
        this.module = module;
        this.domain = new Domain(
                Optional.of(new LinkedHashSet<>(metadata.atomicNumbers())),
                Optional.of(new LinkedHashSet<>(metadata.charges())),
                Optional.of(Set.of(1)),
                metadata.periodic(),
                true,
                true,
                OptionalDouble.of(metadata.cutoff()),
                metadata.levelOfTheory());
    }

    /**
     * Reads a model.
     *
     * @param archive TorchScript with Lowland's metadata inside
     * @param device where it runs
     * @return the potential
     * @throws BackendException when the archive holds no such metadata, cannot be read or the device is absent
     */
    public static NetworkPotential load(byte[] archive, Device device) {
        ModelMetadata metadata = TorchScriptArchive.readMetadata(archive)
                .map(ModelMetadata::fromJson)
                .orElseThrow(
                        () -> new BackendException(
                                "The TorchScript archive has no metadata of Lowland; give one that 'lowland train' has written"));
        TorchModule module = TorchModule.load(archive, device);
        module.freeze();
        return new NetworkPotential(metadata, module, device);
    }

    @Override
    public String id() {
        return metadata.id();
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public Batching batching() {
        return batching;
    }

    /** {@return what the archive says about the network} */
    public ModelMetadata metadata() {
        return metadata;
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain.check(id(), system));
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        int start = 0;
        while (start < systems.size()) {
            int end = start + 1;
            int atoms = systems.get(start).size();
            while (end < systems.size() && atoms + systems.get(end).size() <= batching.atoms()) {
                atoms += systems.get(end++).size();
            }
            evaluateTogether(systems.subList(start, end), evaluations);
            start = end;
        }
        return evaluations;
    }

    private void evaluateTogether(List<AtomicSystem> systems, List<Evaluation> evaluations) {
        List<AtomGraph> graphs = systems.stream()
                .map(system -> Graphs.of(system, metadata.atomicNumbers(), metadata.cutoff()))
                .toList();
        GraphBatch batch = GraphBatch.of(graphs, metadata.cutoff(), HostTensor.Type.FLOAT32);
        TorchOutputs outputs = module.call("forward", batch.inputs());
        float[] energies = outputs.get(0).floats();
        float[] forces = outputs.get(1).floats();
        int begin = 0;
        for (int m = 0; m < energies.length; m++) {
            double[] own = new double[3 * systems.get(m).size()];
            for (int k = 0; k < own.length; k++) {
                own[k] = forces[begin + k];
            }
            begin += own.length;
            evaluations.add(Evaluation.of(energies[m] + metadata.selfEnergy(systems.get(m)), own));
        }
    }

    @Override
    public void close() {
        module.close();
    }
}
