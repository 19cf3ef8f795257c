package org.lowland.cli.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;

/** Optimizes all records of the inputs and reports on each. Confined to one thread, though it computes on several. */
public final class OptimizationRun {
    private final Plan plan;
    private final Outputs outputs;
    private final Set<String> remarks = new HashSet<>();
    private final Reporter reporter;
    private final Caveats caveats;
    private final Results results;
    private final RunReport report;
    private final Optional<StoredResults> store;
    private final Tally tally = new Tally();
    private final List<RecordTask.Given> seedsOfRecord = new ArrayList<>();

    /**
     * What is to be done.
     *
     * @param optimizer what moves the atoms
     * @param potential what evaluates them
     * @param options when a structure is converged and how long it may take
     * @param seeds how many seeds each structure is run with
     * @param threads how many structures are worked on in parallel
     * @param preparation what makes records ready
     */
    public record Plan(
            GeometryOptimizer optimizer,
            Potential potential,
            OptimizationOptions options,
            int seeds,
            int threads,
            Preparation preparation) {}

    /**
     * A run.
     *
     * @param plan what is to be done
     * @param outputs where results go
     * @param reporter told of all that happens
     * @param store where results are kept at once, and looked for before anything is computed
     */
    public OptimizationRun(Plan plan, Outputs outputs, Reporter reporter, Optional<StoredResults> store) {
        this.store = store;
        this.plan = plan;
        this.outputs = outputs;
        this.reporter = reporter;
        this.caveats = new Caveats(plan.potential(), reporter);
        this.report = new RunReport(outputs.report(), plan.seeds() > 1);
        boolean chemical = plan.potential().domain().elements().isPresent();
        this.results = new Results(plan.potential().id(), chemical, outputs.format(), reporter::note);
    }

    /**
     * Does it, in constant memory.
     *
     * @param inputs the records
     * @return what became of them
     */
    public Tally run(Inputs inputs) {
        OptimizationLoop loop = OptimizationLoop.builder(plan.optimizer(), plan.potential())
                .threads(plan.threads())
                .listener(report.listener())
                .build();
        loop.stream(new RecordTasks(inputs, plan.seeds(), this::tasks, reporter), this::take);
        return tally;
    }

    private LongFunction<RecordTask> tasks(Entry entry) {
        RecordWork work = new RecordWork(entry, this::prepare, known(entry));
        return seed -> new RecordTask(
                work, plan.options().withSeed(plan.options().seed() + seed), results::identity, reporter::done);
    }

    /** What is in the store already; made ready for this output by the thread that works on the record. */
    private Optional<Supplier<Outcome>> known(Entry entry) {
        return store.filter(kept -> entry.isReadable())
                .flatMap(kept -> kept.find(entry))
                .map(record -> () -> StoredResults.outcome(entry, record, this::prepare));
    }

    private Preparation.Prepared prepare(Entry entry, Consumer<String> notes) {
        Preparation.Prepared prepared = plan.preparation().prepare(entry, notes);
        if (outputs.format().isOfMolecules() && prepared.structure() instanceof LabelledFrame frame) {
            return new Preparation.Prepared(entry, molecule(entry, frame, prepared.system(), notes), prepared.system());
        }
        return prepared;
    }

    /** Bonds are found before anything is computed, so that a frame that has none fails at once. */
    private static MoleculeRecord molecule(
            Entry entry, LabelledFrame frame, AtomicSystem system, Consumer<String> notes) {
        return Conversion.toMolecule(frame.moved(system, Optional.empty()), what -> notes.accept(entry.located(what)));
    }

    /** Collects the seeds of a record, which come one after the other. */
    private void take(RecordTask.Given given) {
        seedsOfRecord.add(given);
        if (seedsOfRecord.size() == plan.seeds()) {
            finish(List.copyOf(seedsOfRecord));
            seedsOfRecord.clear();
        }
    }

    private void finish(List<RecordTask.Given> seeds) {
        RecordWork work = seeds.get(0).work();
        if (work.entry().isReadable()) {
            tally.addReadable();
        }
        work.notes().forEach(reporter::note);
        Optional<RuntimeException> failure =
                seeds.stream().flatMap(given -> given.failure().stream()).findFirst();
        if (failure.isPresent()) {
            refuse(work.entry(), failure.get());
        } else {
            // a result that was kept is that of all seeds
            report(
                    work.known().isPresent(),
                    seeds.stream()
                            .flatMap(given -> given.outcome().stream())
                            .limit(work.known().isPresent() ? 1 : seeds.size())
                            .toList());
        }
    }

    private void refuse(Entry entry, RuntimeException failure) {
        String error = entry.located(failure);
        report.addFailed(entry, error, plan.seeds());
        reporter.problem(error, failure);
        Outcome.writeFailed(
                outputs.json(),
                entry,
                error,
                plan.potential().id(),
                Optional.of(plan.optimizer().id()));
        tally.addFailed();
    }

    /** Reports what every seed gave and writes the lowest structure. */
    private void report(boolean kept, List<Outcome> outcomes) {
        caveats.tell(outcomes.get(0).prepared());
        for (Outcome outcome : outcomes) {
            String seed = outcomes.size() > 1 ? "seed " + outcome.seed() + ": " : "";
            outcome.problem()
                    .ifPresent(p -> reporter.problem(outcome.prepared().entry().located(seed + p)));
            outcome.doubt().ifPresent(reporter::note);
            remark(outcome);
            report.add(outcome);
            outcome.write(
                    outputs.json(), plan.potential().id(), plan.optimizer().id());
        }
        Optional<Outcome> best = outcomes.stream()
                .filter(Outcome::isUsable)
                .min(Comparator.comparing(Outcome::result, OptimizationResult.bestFirst()));
        if (best.isEmpty()) {
            tally.addFailed();
            return;
        }
        if (!kept) {
            store.ifPresent(results -> results.add(best.get(), this.results.whole(best.get())));
        }
        try {
            outputs.structures().write(results.record(best.get()));
            outputs.trajectory().ifPresent(writer -> outcomes.forEach(outcome -> outcome.writeTrajectory(writer)));
            best.get().count(tally);
            report.show(best.get());
        } catch (LowlandException e) {
            reporter.problem(best.get().prepared().entry().located(e.getMessage()));
            tally.addFailed();
        }
    }

    /** What a local optimizer has to tell of a good result, such as that it did without its own coordinates; once each. */
    private void remark(Outcome outcome) {
        if (plan.optimizer().kind() == OptimizerKind.LOCAL && outcome.problem().isEmpty()) {
            outcome.result()
                    .message()
                    .filter(remarks::add)
                    .ifPresent(remark -> reporter.note(outcome.prepared()
                            .entry()
                            .located("'" + plan.optimizer().id() + "' " + remark)));
        }
    }
}
