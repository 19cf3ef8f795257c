package org.lowland.potential.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.dataset.DataSetOptions;
import org.lowland.io.dataset.DataSetReader;
import org.lowland.io.dataset.Sample;
import org.lowland.potential.physics.WarmUp;

/**
 * Compares a potential with a data set, in as many threads as the potential has use for. Some hundred structures are in
 * memory at a time. Confined to one thread.
 */
final class DataSetEvaluation {
    private static final int WINDOW = 512;

    private final Potential potential;
    private final ExecutorService workers;
    private final LongConsumer progress;
    private final ErrorSums sums = new ErrorSums();
    private final List<Sample> window = new ArrayList<>();
    private final List<AtomicSystem> first = new ArrayList<>();
    private final int keep;
    private long atoms;
    private double seconds;
    private double uncertainty;
    private long uncertain;
    private long done;

    /**
     * What came out.
     *
     * @param errors against the labels
     * @param atomsPerSecond how many atoms were evaluated in a second, all threads together
     * @param uncertainty mean standard deviation of the energy in eV, where the potential gives one
     * @param first some structures from the beginning of the data
     * @param data what was read
     */
    record Result(
            LabelErrors errors,
            double atomsPerSecond,
            OptionalDouble uncertainty,
            List<AtomicSystem> first,
            DataSetReader.Summary data) {}

    private DataSetEvaluation(Potential potential, ExecutorService workers, int keep, LongConsumer progress) {
        this.potential = potential;
        this.workers = workers;
        this.keep = keep;
        this.progress = progress;
    }

    /**
     * Compares.
     *
     * @param keep how many structures from the beginning are wanted back
     * @param progress hears how many structures are done
     * @throws LowlandException when a structure cannot be read or evaluated, naming it
     */
    static Result run(Potential potential, Path file, DataSetOptions options, int keep, LongConsumer progress) {
        ExecutorService workers =
                Executors.newFixedThreadPool(potential.batching().threads());
        try {
            DataSetEvaluation run = new DataSetEvaluation(potential, workers, keep, progress);
            DataSetReader.Summary data = DataSetReader.read(file, options, run::add);
            run.flush();
            return new Result(
                    potential.domain().hasEnergies()
                            ? run.sums.errors()
                            : run.sums.errors().withoutEnergies(),
                    run.atoms / run.seconds,
                    run.uncertain == 0 ? OptionalDouble.empty() : OptionalDouble.of(run.uncertainty / run.uncertain),
                    List.copyOf(run.first),
                    data);
        } finally {
            workers.shutdownNow();
        }
    }

    private void add(Sample sample) {
        try {
            potential.domain().check(potential.id(), sample.system());
        } catch (LowlandException e) {
            throw new InputException(sample.place() + ": " + e.getMessage(), e);
        }
        if (first.size() < keep) {
            first.add(sample.system());
        }
        window.add(sample);
        if (window.size() == WINDOW) {
            flush();
        }
    }

    private void flush() {
        if (done == 0 && !window.isEmpty()) {
            WarmUp.run(potential, window.stream().map(Sample::system).toList());
        }
        long start = System.nanoTime();
        List<Future<List<Evaluation>>> pending = new ArrayList<>();
        List<List<Sample>> batches = batches();
        for (List<Sample> batch : batches) {
            List<AtomicSystem> systems = batch.stream().map(Sample::system).toList();
            pending.add(workers.submit(() -> potential.evaluate(systems)));
        }
        List<List<Evaluation>> evaluated = new ArrayList<>();
        for (Future<List<Evaluation>> batch : pending) {
            evaluated.add(await(batch));
        }
        seconds += (System.nanoTime() - start) * 1e-9;
        for (int b = 0; b < batches.size(); b++) {
            for (int k = 0; k < batches.get(b).size(); k++) {
                compare(batches.get(b).get(k), evaluated.get(b).get(k));
            }
        }
        done += window.size();
        progress.accept(done);
        window.clear();
    }

    private void compare(Sample sample, Evaluation evaluation) {
        sums.add(sample.place(), sample.system(), sample.labels(), evaluation);
        atoms += sample.system().size();
        if (evaluation.uncertainty().isPresent()) {
            uncertainty += evaluation.uncertainty().get().energy();
            uncertain++;
        }
    }

    private List<List<Sample>> batches() {
        List<List<Sample>> batches = new ArrayList<>();
        int largest = potential.batching().atoms();
        int size = largest;
        for (Sample sample : window) {
            if (batches.isEmpty() || size + sample.system().size() > largest) {
                batches.add(new ArrayList<>());
                size = 0;
            }
            batches.get(batches.size() - 1).add(sample);
            size += sample.system().size();
        }
        return batches;
    }

    private static List<Evaluation> await(Future<List<Evaluation>> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("The evaluation was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LowlandException cause) {
                throw cause;
            }
            throw new BackendException("The evaluation broke: " + e.getCause(), e.getCause());
        }
    }
}
