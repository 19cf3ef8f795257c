package org.lowland.rl.policygradient.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.io.file.WholeFile;
import org.lowland.rl.policygradient.ConfidenceInterval;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.Rollout;
import org.lowland.rl.policygradient.Step;
import org.lowland.rl.policygradient.Workers;
import org.lowland.rl.policygradient.advantage.Advantages;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.method.Batch;
import org.lowland.rl.policygradient.method.Improvement;

/**
 * Trains a policy: plays, judges, improves, and again. The output folder receives {@code curve.csv}, {@code curve.png} and
 * {@code checkpoint.bin}, each of which is whole at any moment. Confined to one thread; its method is used up by the run.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class PolicyTrainer<S, A> {
    /** The file from which a training is resumed. */
    public static final String CHECKPOINT = "checkpoint.bin";
    /** The table of the learning curve. */
    public static final String TABLE = "curve.csv";
    /** The picture of the learning curve. */
    public static final String PICTURE = "curve.png";

    private final Training<S, A> training;
    private final LoopSettings loop;
    private final RandomStreams streams;

    private Policy<S, A> policy;
    private Baseline<S, A> baseline;
    private Curriculum<S, A> curriculum;
    private ReturnCurve curve = new ReturnCurve();
    private long episodes;
    private long steps;
    private double secondsBefore;
    private long started;
    private double bestValue = Double.NEGATIVE_INFINITY;
    private Policy<S, A> best;

    /** A trainer before the first iteration. */
    public PolicyTrainer(Training<S, A> training) {
        this.training = training;
        this.loop = training.loop();
        this.streams = new RandomStreams(loop.seed());
        this.policy = training.policy();
        this.baseline = training.baseline();
        this.curriculum = training.curriculum();
        this.best = policy;
    }

    /**
     * What came of a training.
     *
     * @param policy the last one, or the best one
     * @param curve of all iterations
     * @param <S> states
     * @param <A> actions
     */
    public record Result<S, A>(Policy<S, A> policy, ReturnCurve curve) {}

    /**
     * Trains to the end.
     *
     * @param output folder for all that comes out; created when it is not there
     * @param resume whether to go on from the checkpoint in that folder
     * @param log where progress lines go
     * @return the policy and its curve
     * @throws InputException when the checkpoint does not fit, or the folder cannot be written
     * @throws BackendException when a reward or a gradient is not finite
     */
    public Result<S, A> run(Path output, boolean resume, PrintWriter log) {
        try (Workers workers = new Workers(loop.threads())) {
            if (Files.exists(output) && !Files.isDirectory(output)) {
                throw new InputException(output + ": this is a file; give the name of a folder");
            }
            Files.createDirectories(output);
            if (!resume && Files.exists(output.resolve(CHECKPOINT))) {
                log.println("warning: " + output.resolve(CHECKPOINT) + " is of an earlier training, which this one"
                        + " replaces; to go on with that instead, stop now and give --resume");
            }
            long first = resume ? restore(output) : 0;
            started = System.nanoTime();
            for (long iteration = first; iteration < loop.iterations(); iteration++) {
                iterate(iteration, workers);
                boolean isLast = iteration + 1 == loop.iterations();
                if ((iteration + 1) % loop.evaluateEvery() == 0 || isLast) {
                    save(output, iteration + 1);
                    say(log);
                }
            }
            WholeFile.write(output.resolve(PICTURE), CurveChart.png(training.title(), curve));
            return new Result<>(loop.keepBest() ? best : policy, curve);
        } catch (IOException e) {
            throw new InputException("The training cannot write to " + output + ": " + e.getMessage(), e);
        }
    }

    private void iterate(long iteration, Workers workers) {
        Rollout<S, A> rollout = new Rollout<>(curriculum.environment(), loop.horizon(), loop.together());
        List<Episode<S, A>> played = rollout.sampled(policy, starts(iteration), workers);
        Advantages advantages = Advantages.of(played, training.returns(), baseline, training.normalized());
        double entropy = entropy(played, workers);
        Improvement<S, A> improvement = training.method()
                .improve(policy, new Batch<>(played, advantages.values(), iteration, streams), workers);
        policy = improvement.policy();
        baseline = baseline.after(played, advantages.returns());
        curriculum = curriculum.after(iteration, played);
        episodes += played.size();
        steps += played.stream().mapToLong(Episode::size).sum();
        ConfidenceInterval returns = ConfidenceInterval.of(
                played.stream().mapToDouble(Episode::totalReward).toArray());
        ConfidenceInterval validation = validation(iteration, workers);
        curve.add(new ReturnCurve.Point(
                iteration + 1,
                episodes,
                steps,
                seconds(),
                returns.mean(),
                returns.halfWidth(),
                entropy,
                improvement.gradientNorm(),
                improvement.divergence(),
                improvement.updates(),
                validation.mean(),
                validation.halfWidth()));
    }

    /** The starts of an iteration, drawn without repetition as long as there are enough, each several times. */
    private List<Rollout.Start> starts(long iteration) {
        int all = curriculum.environment().starts();
        RandomGenerator random = streams.of(RandomStreams.Purpose.STARTS, iteration, 0);
        List<Rollout.Start> chosen = new ArrayList<>();
        int[] order = new int[all];
        for (int k = 0; k < loop.starts(); k++) {
            int place = k % all;
            if (place == 0) {
                order = shuffled(all, random);
            }
            for (int repeat = 0; repeat < loop.episodesPerStart(); repeat++) {
                chosen.add(new Rollout.Start(
                        order[place], streams.of(RandomStreams.Purpose.EPISODE, iteration, chosen.size())));
            }
        }
        return chosen;
    }

    private static int[] shuffled(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }

    private double entropy(List<Episode<S, A>> played, Workers workers) {
        double[] sums = workers.sum(played, 1, 2, (piece, first, sum) -> {
            for (Step<S, A> step : piece.get(0).steps()) {
                sum[0] += policy.entropy(step.state());
                sum[1]++;
            }
        });
        return sums[0] / sums[1];
    }

    private ConfidenceInterval validation(long iteration, Workers workers) {
        boolean isDue = (iteration + 1) % loop.evaluateEvery() == 0;
        if (!isDue || training.validation().isEmpty()) {
            return new ConfidenceInterval(Double.NaN, Double.NaN, 0);
        }
        ConfidenceInterval value =
                ConfidenceInterval.of(training.validation().orElseThrow().values(policy, workers));
        if (value.mean() > bestValue) {
            bestValue = value.mean();
            best = policy;
        }
        return value;
    }

    private void save(Path output, long iteration) throws IOException {
        WholeFile.write(output.resolve(TABLE), curve.table());
        new RunState(
                        training.fingerprint(),
                        iteration,
                        episodes,
                        steps,
                        seconds(),
                        policy.parameters(),
                        training.method().state(),
                        baseline.state(),
                        curriculum.state(),
                        bestValue,
                        best.parameters())
                .write(output.resolve(CHECKPOINT));
    }

    private long restore(Path output) {
        RunState state = RunState.read(output.resolve(CHECKPOINT), training.fingerprint());
        policy = policy.withParameters(state.parameters());
        best = policy.withParameters(state.bestParameters());
        bestValue = state.bestValue();
        baseline = baseline.withState(state.baseline());
        curriculum = curriculum.withState(state.curriculum());
        training.method().restore(state.method());
        episodes = state.episodes();
        steps = state.steps();
        secondsBefore = state.seconds();
        curve = ReturnCurve.read(output.resolve(TABLE), state.iteration());
        return state.iteration();
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) * 1e-9;
    }

    private void say(PrintWriter log) {
        ReturnCurve.Point point = curve.points().get(curve.points().size() - 1);
        log.printf(
                Locale.ROOT,
                "iteration %d of %d  return %.4g ± %.2g%s  entropy %.3f  divergence %.2g  %d episodes  %.0f s%n",
                point.iteration(),
                loop.iterations(),
                point.meanReturn(),
                point.returnHalfWidth(),
                Double.isNaN(point.validation())
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "  validation %.4g ± %.2g",
                                point.validation(),
                                point.validationHalfWidth()),
                point.entropy(),
                point.divergence(),
                point.episodes(),
                point.seconds());
        log.flush();
    }
}
