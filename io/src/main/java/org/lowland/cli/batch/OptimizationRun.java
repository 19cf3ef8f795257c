package org.lowland.cli.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lowland.api.LowlandException;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.StructureFormat;

/** Optimizes all records of the inputs and reports on each. Confined to one thread, though it computes on several. */
public final class OptimizationRun {
    private final Plan plan;
    private final Outputs outputs;
    private final Reporter reporter;
    private final Results results;
    private final Tally tally = new Tally();

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
     */
    public OptimizationRun(Plan plan, Outputs outputs, Reporter reporter) {
        this.plan = plan;
        this.outputs = outputs;
        this.reporter = reporter;
        boolean chemical = plan.potential().domain().elements().isPresent();
        this.results = new Results(plan.potential().id(), chemical, outputs.format(), reporter::note);
    }

    /**
     * Does it.
     *
     * @param inputs the records
     * @return what became of them
     */
    public Tally run(Inputs inputs) {
        OptimizationBatch batch =
                new OptimizationBatch(plan.optimizer(), plan.potential(), plan.options(), plan.seeds(), plan.threads());
        Chunks chunks = new Chunks(inputs, this::prepare);
        for (List<Chunks.Item> items = chunks.next(); !items.isEmpty(); items = chunks.next()) {
            List<Preparation.Prepared> ready =
                    items.stream().flatMap(i -> i.prepared().stream()).toList();
            reporter.expect(ready.size() * plan.seeds(), chunks.isLast());
            List<AtomicSystem> starts =
                    ready.stream().map(Preparation.Prepared::system).toList();
            List<List<OptimizationBatch.Ended>> ended = batch.run(starts, reporter::done);
            int next = 0;
            for (Chunks.Item item : items) {
                if (item.prepared().isPresent()) {
                    finish(item.prepared().get(), ended.get(next));
                    next++;
                } else {
                    refuse(item);
                }
            }
        }
        return tally;
    }

    private Preparation.Prepared prepare(Entry entry) {
        if (entry.isReadable()) {
            tally.addReadable();
        }
        Preparation.Prepared prepared = plan.preparation().prepare(entry, reporter::note);
        if (outputs.format() == StructureFormat.SDF && prepared.structure() instanceof LabelledFrame frame) {
            return new Preparation.Prepared(entry, molecule(entry, frame, prepared.system()), prepared.system());
        }
        return prepared;
    }

    /** Bonds are found before anything is computed, so that a frame that has none fails at once. */
    private MoleculeRecord molecule(Entry entry, LabelledFrame frame, AtomicSystem system) {
        return Conversion.toMolecule(frame.moved(system, Optional.empty()), what -> reporter.note(entry.located(what)));
    }

    private void refuse(Chunks.Item item) {
        item.cause().ifPresent(cause -> reporter.problem(item.error(), cause));
        Outcome.writeFailed(
                outputs.json(),
                item.entry(),
                item.error(),
                plan.potential().id(),
                Optional.of(plan.optimizer().id()));
        tally.addFailed();
    }

    private void finish(Preparation.Prepared prepared, List<OptimizationBatch.Ended> ended) {
        List<Outcome> outcomes;
        try {
            outcomes = outcomes(prepared, ended);
        } catch (RuntimeException e) {
            refuse(Chunks.failed(prepared.entry(), e));
            return;
        }
        report(outcomes);
    }

    private List<Outcome> outcomes(Preparation.Prepared prepared, List<OptimizationBatch.Ended> ended) {
        List<Outcome> outcomes = new ArrayList<>();
        for (OptimizationBatch.Ended one : ended) {
            Optional<Identity> identity = one.result().evaluation().isEmpty()
                    ? Optional.empty()
                    : results.identity(
                            prepared.structure(),
                            prepared.system(),
                            one.result().system());
            outcomes.add(new Outcome(prepared, one.result(), identity, one.seed(), one.seconds()));
        }
        return outcomes;
    }

    /** Reports what every seed gave and writes the lowest structure. */
    private void report(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            String seed = outcomes.size() > 1 ? "seed " + outcome.seed() + ": " : "";
            outcome.problem()
                    .ifPresent(p -> reporter.problem(outcome.prepared().entry().located(seed + p)));
            outcome.write(
                    outputs.json(), plan.potential().id(), plan.optimizer().id());
        }
        Optional<Outcome> best = outcomes.stream()
                .filter(Outcome::isUsable)
                .min(Comparator.comparing((Outcome o) -> !o.result().converged())
                        .thenComparing(o -> o.result().energy()));
        if (best.isEmpty()) {
            tally.addFailed();
            return;
        }
        try {
            outputs.structures().write(results.record(best.get()));
            outcomes.forEach(this::writeTrajectory);
            best.get().count(tally);
        } catch (LowlandException e) {
            reporter.problem(best.get().prepared().entry().located(e.getMessage()));
            tally.addFailed();
        }
    }

    private void writeTrajectory(Outcome outcome) {
        outputs.trajectory().ifPresent(writer -> {
            int step = 0;
            for (Walk.Position position : outcome.result().trajectory()) {
                writer.write(LabelledFrame.of(position.system(), position.evaluation())
                        .with("name", outcome.prepared().entry().title())
                        .with(
                                "record",
                                String.valueOf(outcome.prepared().entry().index()))
                        .with("seed", String.valueOf(outcome.seed()))
                        .with("step", String.valueOf(step)));
                step++;
            }
        });
    }
}
