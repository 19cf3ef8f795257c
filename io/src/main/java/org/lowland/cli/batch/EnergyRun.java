package org.lowland.cli.batch;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.BackendException;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.Forces;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** Evaluates all records of the inputs and reports on each. Confined to one thread. */
public final class EnergyRun {
    private static final int BATCH = 64;

    private final Potential potential;
    private final Preparation preparation;
    private final boolean forces;
    private final JsonLines json;
    private final Optional<PrintWriter> table;
    private final Reporter reporter;
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
    }

    /**
     * Does it.
     *
     * @param inputs the records
     * @return what became of them
     */
    public Tally run(Inputs inputs) {
        Chunks chunks = new Chunks(inputs, this::prepare);
        for (List<Chunks.Item> items = chunks.next(); !items.isEmpty(); items = chunks.next()) {
            reporter.expect(items.size(), chunks.isLast());
            for (int from = 0; from < items.size(); from += BATCH) {
                evaluate(items.subList(from, Math.min(items.size(), from + BATCH)));
            }
        }
        return tally;
    }

    private Preparation.Prepared prepare(Entry entry) {
        if (entry.isReadable()) {
            tally.addReadable();
        }
        Preparation.Prepared prepared = preparation.prepare(entry, reporter::note);
        potential.domain().check(potential.id(), prepared.system());
        return prepared;
    }

    private void evaluate(List<Chunks.Item> items) {
        List<AtomicSystem> systems = items.stream()
                .flatMap(i -> i.prepared().stream())
                .map(Preparation.Prepared::system)
                .toList();
        long begin = System.nanoTime();
        List<Evaluated> evaluated = evaluateAll(systems);
        double seconds = (System.nanoTime() - begin) * 1e-9 / Math.max(1, systems.size());
        int next = 0;
        for (Chunks.Item item : items) {
            if (item.prepared().isEmpty()) {
                refuse(item.entry(), item.error(), item.cause().orElseThrow());
            } else {
                report(item.prepared().get(), evaluated.get(next), seconds);
                next++;
            }
            reporter.done();
        }
    }

    private record Evaluated(Optional<Evaluation> evaluation, String error) {}

    /** A batch that breaks is evaluated one by one, so that only the culprit fails. */
    private List<Evaluated> evaluateAll(List<AtomicSystem> systems) {
        try {
            return potential.evaluate(systems).stream()
                    .map(e -> new Evaluated(Optional.of(e), ""))
                    .toList();
        } catch (LowlandException e) {
            if (systems.size() == 1) {
                return List.of(new Evaluated(Optional.empty(), e.getMessage()));
            }
        }
        List<Evaluated> each = new ArrayList<>();
        systems.forEach(system -> each.addAll(evaluateAll(List.of(system))));
        return each;
    }

    private void report(Preparation.Prepared prepared, Evaluated evaluated, double seconds) {
        Entry entry = prepared.entry();
        try {
            Evaluation evaluation = evaluated.evaluation().orElseThrow(() -> new BackendException(evaluated.error()));
            if (!evaluation.isFinite()) {
                throw new BackendException("'" + potential.id()
                        + "' gave an energy or a force that is not a finite number; check the structure");
            }
            tally.addGood();
            write(prepared, evaluation, seconds);
        } catch (BackendException e) {
            refuse(entry, entry.located(e.getMessage()), e);
        }
    }

    private void refuse(Entry entry, String error, Throwable cause) {
        reporter.problem(error, cause);
        Outcome.writeFailed(json, entry, error, potential.id(), Optional.empty());
        tally.addFailed();
    }

    private void write(Preparation.Prepared prepared, Evaluation evaluation, double seconds) {
        Entry entry = prepared.entry();
        AtomicSystem system = prepared.system();
        double fmax = Forces.fmax(system, evaluation);
        json.line(fields -> {
            fields.writeNumberField("index", entry.index());
            fields.writeStringField("title", entry.title());
            fields.writeStringField("formula", Formula.of(system));
            fields.writeNumberField("energy_eV", evaluation.energy());
            fields.writeNumberField("fmax_eV_per_A", fmax);
            OptionalDouble uncertainty = evaluation.uncertainty();
            if (uncertainty.isPresent()) {
                fields.writeNumberField("uncertainty_eV", uncertainty.getAsDouble());
            }
            fields.writeNumberField("seconds", Math.round(seconds * 1e6) / 1e6);
            fields.writeStringField("potential", potential.id());
            if (forces) {
                fields.writeArrayFieldStart("forces_eV_per_A");
                for (int atom = 0; atom < system.size(); atom++) {
                    fields.writeArray(
                            new double[] {
                                evaluation.force(atom, 0), evaluation.force(atom, 1), evaluation.force(atom, 2)
                            },
                            0,
                            3);
                }
                fields.writeEndArray();
            }
        });
        table.ifPresent(out -> print(out, entry, system, evaluation, fmax));
    }

    private void print(PrintWriter out, Entry entry, AtomicSystem system, Evaluation evaluation, double fmax) {
        String uncertainty = evaluation.uncertainty().isPresent()
                ? String.format(
                        Locale.ROOT, "  +- %.4f", evaluation.uncertainty().getAsDouble())
                : "";
        out.printf(
                Locale.ROOT,
                "%6d  %-14s %18.6f eV%s  fmax %.4f eV/A  %s%n",
                entry.index(),
                Formula.of(system),
                evaluation.energy(),
                uncertainty,
                fmax,
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
