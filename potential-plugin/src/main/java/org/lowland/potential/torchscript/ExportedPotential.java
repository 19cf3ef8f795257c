package org.lowland.potential.torchscript;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchModule;

/**
 * A TorchScript module with a declared signature. Thread-safe as far as the module is: its {@code forward} must not change
 * what it stores.
 */
public final class ExportedPotential implements Potential {
    private static final Batching ON_GPU = new Batching(6400, false);
    private static final Batching ONE_BY_ONE_ON_GPU = new Batching(1, false);
    private static final String FORWARD = "forward";

    private final String id;
    private final Declaration declaration;
    private final Domain domain;
    private final Batching batching;
    private final TorchModule module;

    private ExportedPotential(String id, Declaration declaration, Batching batching, TorchModule module) {
        this.id = id;
        this.declaration = declaration;
        this.domain = declaration.domain();
        this.batching = batching;
        this.module = module;
    }

    /**
     * Loads an archive.
     *
     * @param id of the potential, unless the declaration names it
     * @param archive as {@code torch.jit.save} writes it
     * @param declaration of its signature
     * @param device where it runs
     * @return the potential
     * @throws BackendException when libtorch cannot read the archive, or the device is absent
     */
    public static ExportedPotential load(String id, byte[] archive, Declaration declaration, Device device) {
        boolean batched = declaration.inputs().contains(ModelInput.BATCH);
        Batching onGpu = batched ? ON_GPU : ONE_BY_ONE_ON_GPU;
        return load(id, archive, declaration, device, device == Device.GPU ? onGpu : Batching.ONE_BY_ONE);
    }

    /** The same with batches of another size than is best. */
    static ExportedPotential load(
            String id, byte[] archive, Declaration declaration, Device device, Batching batching) {
        TorchModule module = TorchModule.load(archive, device);
        module.freeze();
        return new ExportedPotential(declaration.name().orElse(id), declaration, batching, module);
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

    /** {@return what the model says of itself} */
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain.check(id, system));
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        int start = 0;
        while (start < systems.size()) {
            int end = start + 1;
            int atoms = systems.get(start).size();
            while (end < systems.size() && atoms + systems.get(end).size() <= batching.atoms()) {
                atoms += systems.get(end++).size();
            }
            evaluations.addAll(evaluateTogether(systems.subList(start, end)));
            start = end;
        }
        return evaluations;
    }

    private List<Evaluation> evaluateTogether(List<AtomicSystem> systems) {
        ModelBatch batch = new ModelBatch(declaration, systems);
        TorchInputs inputs = batch.inputs();
        try {
            if (!declaration.differentiatesEnergy()) {
                return new ModelAnswer(declaration, systems, module.call(FORWARD, inputs)).evaluations();
            }
            List<ModelInput> geometry =
                    declaration.inputs().stream().filter(ModelInput::isGeometry).toList();
            List<Integer> places =
                    geometry.stream().map(declaration.inputs()::indexOf).toList();
            return new ModelAnswer(
                            declaration, systems, batch, geometry, module.callWithGradients(FORWARD, inputs, places))
                    .evaluations();
        } catch (BackendException e) {
            throw new BackendException("'" + id + "': " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        module.close();
    }
}
