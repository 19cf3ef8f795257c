package org.lowland.potential.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * A trained network, computed in single precision by an {@link EngineChoice engine}; the self energies are added in double
 * precision. In a cell an atom sees every image within the cutoff, its own too, whatever the size of the cell. Thread-safe.
 */
public final class NetworkPotential implements Potential {
    private final ModelMetadata metadata;
    private final Domain domain;
    private final Engine engine;

    private NetworkPotential(ModelMetadata metadata, Engine engine) {
        this.metadata = metadata;
        this.engine = engine;
        this.domain = new Domain(
                Optional.of(new LinkedHashSet<>(metadata.atomicNumbers())),
                Optional.of(new LinkedHashSet<>(metadata.charges())),
                Optional.of(Set.of(1)),
                true,
                true,
                metadata.smooth(),
                OptionalDouble.of(metadata.cutoff()),
                metadata.levelOfTheory(),
                metadata.forces(),
                metadata.molecules().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LinkedHashSet<>(metadata.molecules())));
    }

    /**
     * Reads a model; {@link EngineChoice#AUTO} computes it.
     *
     * @param archive TorchScript with Lowland's metadata inside
     * @param device where it runs
     * @return the potential
     * @throws BackendException when the archive holds no such metadata, cannot be read or the device is absent
     */
    public static NetworkPotential load(byte[] archive, Device device) {
        return load(archive, device, EngineChoice.AUTO);
    }

    /**
     * Reads a model.
     *
     * @param archive TorchScript with Lowland's metadata inside
     * @param device where it runs
     * @param engine what computes it
     * @return the potential
     * @throws BackendException when the archive holds no such metadata, cannot be read, or the device or the engine that
     *     was asked for is absent
     * @throws InputException when the engine does not run on the device
     */
    public static NetworkPotential load(byte[] archive, Device device, EngineChoice engine) {
        return load(archive, device, engine, metadata -> metadata);
    }

    /** Reads a model of which more is known than its archive says. */
    static NetworkPotential load(
            byte[] archive, Device device, EngineChoice engine, UnaryOperator<ModelMetadata> knowledge) {
        ModelMetadata metadata = TorchScriptArchive.readMetadata(archive)
                .map(ModelMetadata::fromJson)
                .map(knowledge)
                .orElseThrow(
                        () -> new BackendException(
                                "The TorchScript archive has no metadata of Lowland; give one that 'lowland train' has written"));
        return new NetworkPotential(metadata, Engines.load(archive, metadata, device, engine));
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
        return engine.batching();
    }

    /** {@return what the archive says about the network} */
    public ModelMetadata metadata() {
        return metadata;
    }

    /** {@return what computes it, in a few words} */
    public String engine() {
        return engine.description();
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain.check(id(), system));
        if (systems.isEmpty()) {
            return List.of();
        }
        List<Engine.Output> outputs = engine.evaluate(systems);
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        for (int m = 0; m < outputs.size(); m++) {
            evaluations.add(evaluation(systems.get(m), outputs.get(m)));
        }
        return evaluations;
    }

    /** What the network says and what is known without it; an energy that it has not learned is left out. */
    private Evaluation evaluation(AtomicSystem system, Engine.Output network) {
        double learned = domain.hasEnergies() ? network.energy() : 0;
        Evaluation evaluation = Evaluation.of(learned + metadata.selfEnergy(system), network.forces());
        return network.virial()
                .map(virial -> evaluation.withStress(stress(virial, system)))
                .orElse(evaluation);
    }

    private static double[] stress(double[] virial, AtomicSystem system) {
        double volume = Math.abs(system.cell().orElseThrow().volume());
        double[] stress = new double[9];
        for (int k = 0; k < 9; k++) {
            stress[k] = (virial[k] + virial[3 * (k % 3) + k / 3]) / (2 * volume);
        }
        return stress;
    }

    @Override
    public void close() {
        engine.close();
    }
}
