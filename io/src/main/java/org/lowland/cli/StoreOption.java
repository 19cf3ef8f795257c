package org.lowland.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.cli.batch.OptimizationRun;
import org.lowland.cli.batch.StoredResults;
import org.lowland.io.store.Provenance;
import org.lowland.io.store.StoreLocation;
import org.lowland.io.store.StructureStore;

/** The store that a run keeps its results in, where one is wanted; opened before anything is computed. */
final class StoreOption implements AutoCloseable {
    private final Optional<StructureStore> store;
    private final BackendOptions backend;
    private final OptimizerOptions optimizer;

    /**
     * Opens the store.
     *
     * @param place as typed; null when none is wanted
     * @param backend the potential as typed
     * @param optimizer the optimizer as typed
     */
    StoreOption(String place, BackendOptions backend, OptimizerOptions optimizer) {
        this.store = Optional.ofNullable(place).map(StoreLocation::parse).map(StructureStore::open);
        this.backend = backend;
        this.optimizer = optimizer;
    }

    /** The results of a run in the store. */
    Optional<StoredResults> results(OptimizationRun.Plan plan, SystemOptions system) {
        return store.map(open -> new StoredResults(open, provenance(plan, system)));
    }

    private Provenance provenance(OptimizationRun.Plan plan, SystemOptions system) {
        OptimizationOptions options = plan.options();
        List<String> settings = new ArrayList<>();
        settings.add("fmax=" + options.fmax());
        settings.add("steps=" + options.steps());
        if (options.evaluations() < Long.MAX_VALUE) {
            settings.add("evaluations=" + options.evaluations());
        }
        settings.add("seeds=" + plan.seeds());
        system.charge().ifPresent(charge -> settings.add("charge=" + charge));
        system.multiplicity().ifPresent(multiplicity -> settings.add("multiplicity=" + multiplicity));
        if (!system.fixed().isEmpty()) {
            settings.add("fixed="
                    + new TreeSet<>(system.fixed())
                            .stream().map(atom -> atom + 1).toList());
        }
        system.constraints().forEach(constraint -> settings.add("constraint=" + constraint));
        backend.checksums().forEach((name, checksum) -> settings.add("potential " + name + " SHA-256=" + checksum));
        optimizer.checksums().forEach((name, checksum) -> settings.add("optimizer " + name + " SHA-256=" + checksum));
        return new Provenance(
                "optimize",
                new Version().getVersion()[0],
                Optional.of(optimizer.text()),
                Optional.of(backend.text()),
                backend.modelChecksum(),
                Optional.of(plan.potential().domain().levelOfTheory()),
                String.join("\n", settings));
    }

    @Override
    public void close() {
        store.ifPresent(StructureStore::close);
    }
}
