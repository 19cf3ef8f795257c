package org.lowland.cli.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.store.Deposit;
import org.lowland.io.store.Ending;
import org.lowland.io.store.Provenance;
import org.lowland.io.store.StoredRecord;
import org.lowland.io.store.StructureStore;

/**
 * The results of a run in a store: each is kept as soon as it is there, and one that an earlier run of the same kind has
 * kept is not computed again. Results that are not converged are results as well; records that failed are tried again.
 * Confined to the thread that runs the batch.
 */
public final class StoredResults {
    private final StructureStore store;
    private final Provenance provenance;
    private int found;

    /**
     * Results of one computation.
     *
     * @param store where they are kept
     * @param provenance the computation
     */
    public StoredResults(StructureStore store, Provenance provenance) {
        this.store = store;
        this.provenance = provenance;
    }

    /** {@return how many results were there already} */
    public int found() {
        return found;
    }

    /** What was kept of a record that could be read. */
    Optional<StoredRecord> find(Entry entry) {
        Optional<StoredRecord> record = store.find(Deposit.key(entry.structure(), provenance))
                .filter(kept -> kept.ending().isPresent() && kept.evaluation().isPresent());
        record.ifPresent(kept -> found++);
        return record;
    }

    /** Keeps the result of a record; it is on the disk when this returns. */
    void add(Outcome outcome, Structure result) {
        OptimizationResult end = outcome.result();
        Ending ending = new Ending(
                end.fmax(),
                end.converged(),
                end.steps(),
                end.evaluations(),
                end.reason(),
                outcome.identity(),
                outcome.seed(),
                outcome.seconds());
        String key = Deposit.key(outcome.prepared().entry().structure(), provenance);
        store.add(List.of(new Deposit(key, result, Optional.of(ending), provenance)));
    }

    /** The outcome that was kept, as if it had just been computed, but for the message and the trajectory. */
    static Outcome outcome(
            Entry entry, StoredRecord record, BiFunction<Entry, Consumer<String>, Preparation.Prepared> preparation) {
        AtomicSystem kept = system(record.structure());
        Preparation.Prepared prepared = isFlat(entry)
                ? new Preparation.Prepared(entry, built(entry, record), kept)
                : preparation.apply(entry, note -> {});
        Ending ending = record.ending().orElseThrow();
        OptimizationResult result = new OptimizationResult(
                prepared.system().withPositions(kept.positions()),
                record.evaluation(),
                ending.fmax(),
                ending.converged(),
                ending.steps(),
                ending.evaluations(),
                ending.reason(),
                Optional.empty(),
                List.of());
        return new Outcome(prepared, result, ending.identity(), ending.seed(), ending.seconds());
    }

    private static AtomicSystem system(Structure structure) {
        return structure instanceof LabelledFrame frame
                ? frame.system()
                : Molecules.toSystem(((MoleculeRecord) structure).molecule());
    }

    private static boolean isFlat(Entry entry) {
        return entry.structure() instanceof MoleculeRecord molecule && !molecule.is3d();
    }

    /** Coordinates that were built take long to build: the molecule that was kept has them, and the input its tags. */
    private static MoleculeRecord built(Entry entry, StoredRecord record) {
        MoleculeRecord given = (MoleculeRecord) entry.structure();
        MoleculeRecord kept = (MoleculeRecord) record.structure();
        return new MoleculeRecord(given.title(), kept.molecule(), given.tags(), kept.source());
    }
}
