package org.lowland.cli.batch;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;

/** Evaluates all records of the inputs and reports on each. Confined to one thread, though it computes on several. */
public final class EnergyRun {
    private final Potential potential;
    private final Preparation preparation;
    private final boolean forces;
    private final JsonLines json;
    private final Optional<PrintWriter> table;
    private final Reporter reporter;
    private final Caveats caveats;
    private final Tally tally = new Tally();

    /**
     * A run.
     *
     * @param potential what evaluates
     * @param preparation what makes records ready
     * @param forces whether forces are wanted too
     * @param json a line for each record
     * @param table where lines for people go, when they are wanted
     * @param reporter told of all that happens
     */
    public EnergyRun(
            Potential potential,
            Preparation preparation,
            boolean forces,
            JsonLines json,
            Optional<PrintWriter> table,
            Reporter reporter) {
        this.potential = potential;
        this.preparation = preparation;
        this.forces = forces;
        this.json = json;
        this.table = table;
        this.reporter = reporter;
        this.caveats = new Caveats(potential, reporter);
    }

    /**
     * Does it, in constant memory.
     *
     * @param inputs the records
     * @return what became of them
     */
    public Tally run(Inputs inputs) {
        OptimizationLoop loop = OptimizationLoop.builder(new SinglePoint(), potential)
                .threads(potential.batching().threads())
                .build();
        loop.stream(new RecordTasks(inputs, 1, this::task, reporter), this::take);
        return tally;
    }

    private LongFunction<RecordTask> task(Entry entry) {
        RecordWork work = new RecordWork(entry, preparation::prepare);
        return seed -> new RecordTask(
                work, OptimizationOptions.defaults(), (prepared, result) -> Optional.empty(), reporter::done);
    }

    private void take(RecordTask.Given given) {
        Entry entry = given.work().entry();
        if (entry.isReadable()) {
            tally.addReadable();
        }
        given.work().notes().forEach(reporter::note);
        given.failure().ifPresent(failure -> {
            reporter.problem(entry.located(failure), failure);
            refuse(entry, entry.located(failure));
        });
        given.outcome().ifPresent(this::report);
    }

    private void report(Outcome outcome) {
        OptimizationResult result = outcome.result();
        if (result.evaluation().isPresent()) {
            tally.addGood();
            caveats.tell(outcome.prepared());
            outcome.doubt().ifPresent(reporter::note);
            write(outcome.prepared(), result.evaluation().get(), outcome.seconds());
            return;
        }
        Entry entry = outcome.prepared().entry();
        String error = entry.located(result.message().orElse("nothing was evaluated (" + result.reason() + ")"));
        reporter.problem(error);
        refuse(entry, error);
    }

    private void refuse(Entry entry, String error) {
        Outcome.writeFailed(json, entry, error, potential.id(), Optional.empty());
        tally.addFailed();
    }

    private void write(Preparation.Prepared prepared, Evaluation evaluation, double seconds) {
        EvaluatedEntry evaluated = new EvaluatedEntry(prepared, evaluation, seconds);
        evaluated.write(json, potential.id(), forces);
        table.ifPresent(out -> print(out, evaluated));
    }

    private void print(PrintWriter out, EvaluatedEntry evaluated) {
        Entry entry = evaluated.prepared().entry();
        AtomicSystem system = evaluated.prepared().system();
        Evaluation evaluation = evaluated.evaluation();
        String uncertainty = evaluation
                .uncertainty()
                .map(judged -> String.format(Locale.ROOT, "  +- %.4f", judged.energy()))
                .orElse("");
        out.printf(
                Locale.ROOT,
                "%6d  %-14s %18.6f eV%s  fmax %.4f eV/A  %s%n",
                entry.index(),
                Formula.of(system),
                evaluation.energy(),
                uncertainty,
                evaluated.fmax(),
                entry.title());
        if (forces) {
            for (int atom = 0; atom < system.size(); atom++) {
                out.printf(
                        Locale.ROOT,
                        "        %-14s %14.8f %14.8f %14.8f%n",
                        system.describe(atom),
                        evaluation.force(atom, 0),
                        evaluation.force(atom, 1),
                        evaluation.force(atom, 2));
            }
        }
    }
}
