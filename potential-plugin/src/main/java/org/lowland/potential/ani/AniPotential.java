package org.lowland.potential.ani;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * The ANI-2x ensemble: the mean of eight networks, with their standard deviation as the uncertainty of the energy.
 *
 * <p>Thread-safe: each thread evaluates on its own core. A batch is computed in parts of systems with like elements,
 * whose size fits the processor's caches.
 */
public final class AniPotential implements Potential {
    private static final String LEVEL_OF_THEORY = "ωB97X/6-31G(d), by the ANI-2x ensemble";

    private final String id;
    private final AniDescriptor descriptor;
    private final AniLayout layout;
    private final Map<Integer, Double> selfEnergies;
    private final HostTensor.Type precision;
    private final AniChunks chunks;
    private final Domain domain;
    private final Batching batching;
    private final TorchModule module;

    private AniPotential(
            String id, AniEnsemble ensemble, HostTensor.Type precision, Batching batching, TorchModule module) {
        this.id = id;
        this.descriptor = ensemble.descriptor();
        this.layout = AniLayout.of(descriptor);
        this.selfEnergies = ensemble.selfEnergies();
        this.precision = precision;
        this.chunks = new AniChunks(layout, batching.atoms());
        this.batching = batching;
        this.module = module;
        this.domain = new Domain(
                Optional.of(new TreeSet<>(descriptor.elements())),
                Optional.of(Set.of(0)),
                Optional.of(Set.of(1)),
                false,
                true,
                true,
                OptionalDouble.of(descriptor.radialCutoff()),
                LEVEL_OF_THEORY);
    }

    /**
     * Brings an ensemble onto a device.
     *
     * @param id for messages
     * @param ensemble its weights
     * @param precision float32 or float64
     * @param device where it is computed
     * @param chunkAtoms the most atoms computed at once
     * @throws BackendException when the device is absent or libtorch cannot start
     */
    static AniPotential of(String id, AniEnsemble ensemble, HostTensor.Type precision, Device device, int chunkAtoms) {
        try {
            byte[] archive = TorchScriptArchive.write(AniScript.of(ensemble, precision));
            Batching batching = new Batching(chunkAtoms, device == Device.CPU);
            return new AniPotential(id, ensemble, precision, batching, TorchModule.load(archive, device));
        } catch (BackendException e) {
            throw new BackendException("'" + id + "': " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public Batching batching() {
        return batching;
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        return evaluateEnsemble(systems).stream()
                .map(EnsembleEvaluation::evaluation)
                .toList();
    }

    /**
     * Evaluates a batch and keeps what each network says.
     *
     * @param systems any number of systems
     * @return one result for each, in the same order
     * @throws org.lowland.api.UnsupportedException as {@link #evaluate(List)}
     * @throws org.lowland.api.InputException as {@link #evaluate(List)}
     * @throws BackendException as {@link #evaluate(List)}
     */
    public List<EnsembleEvaluation> evaluateEnsemble(List<AtomicSystem> systems) {
        systems.forEach(system -> domain.check(id, system));
        EnsembleEvaluation[] results = new EnsembleEvaluation[systems.size()];
        for (List<Integer> chunk : chunks.of(systems)) {
            evaluate(systems, chunk, results);
        }
        return List.of(results);
    }

    @Override
    public void close() {
        module.close();
    }

    private void evaluate(List<AtomicSystem> systems, List<Integer> chunk, EnsembleEvaluation[] results) {
        List<AtomicSystem> members = chunk.stream().map(systems::get).toList();
        AniBatch batch = new AniBatch(descriptor, layout, members, precision);
        TorchOutputs outputs;
        try {
            outputs = module.call("forward", batch.inputs());
        } catch (BackendException e) {
            throw new BackendException("'" + id + "' failed on " + chunk.size() + " systems: " + e.getMessage(), e);
        }
        for (int k = 0; k < chunk.size(); k++) {
            double self = Arrays.stream(members.get(k).atomicNumbers())
                    .mapToDouble(selfEnergies::get)
                    .sum();
            double[] energies = Arrays.stream(batch.energies(outputs, k))
                    .map(e -> (e + self) * Units.HARTREE)
                    .toArray();
            results[chunk.get(k)] = new EnsembleEvaluation(energies, batch.forces(outputs, k));
        }
    }
}
