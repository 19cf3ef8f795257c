package org.lowland.rl.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/** One search: all replicas move side by side, neighbours swap, and now and then the coldest is quenched. */
final class ParallelTemperingWalk implements Walk {
    private final TemperingSettings settings;
    private final OptimizationOptions options;
    private final GeometryOptimizer local;
    private final Container container;
    private final Optional<Checkpoint<Ladder>> checkpoint;
    private final long evaluationsBefore;

    private Ladder ladder;
    private Position lowest;
    private long evaluations;
    private Walk quench;
    private long quenchEvaluations;
    private List<Trajectory> trajectories = List.of();
    private int stepsOfMove;
    private RandomGenerator random;
    private boolean rechecking;

    ParallelTemperingWalk(
            AtomicSystem given,
            OptimizationOptions options,
            TemperingSettings settings,
            GeometryOptimizer local,
            Optional<Checkpoint<Ladder>> checkpoint) {
        this.settings = settings;
        this.options = options;
        this.local = local;
        this.checkpoint = checkpoint;
        this.container = Container.around(given, settings.radius());
        this.ladder = checkpoint.flatMap(file -> file.load(given)).orElse(null);
        if (ladder == null) {
            this.evaluationsBefore = 0;
            beginQuench(given);
        } else {
            // The lowest structure is evaluated once more, in place of one evaluation that is already counted.
            this.evaluationsBefore = ladder.evaluations() - 1;
            this.evaluations = ladder.evaluations();
            this.lowest = ladder.best();
            this.rechecking = true;
        }
    }

    @Override
    public List<AtomicSystem> ask() {
        if (rechecking) {
            return List.of(ladder.best().system());
        }
        return quench != null
                ? quench.ask()
                : trajectories.stream().map(Trajectory::next).toList();
    }

    @Override
    public void tell(List<Evaluation> told) {
        if (rechecking) {
            Checkpoint.requireSamePotential(
                    checkpoint.orElseThrow(), ladder.best(), told.get(0).energy());
            rechecking = false;
            beginMove();
            return;
        }
        List<AtomicSystem> asked = ask();
        evaluations += told.size();
        for (int k = 0; k < asked.size(); k++) {
            if (lowest == null || told.get(k).energy() < lowest.evaluation().energy()) {
                lowest = new Position(asked.get(k), told.get(k));
            }
        }
        if (quench != null) {
            descend(told);
        } else {
            move(told);
        }
    }

    @Override
    public boolean done() {
        return ladder != null && !rechecking && ladder.best().system().freeAtoms() == 0;
    }

    @Override
    public Position best() {
        if (lowest == null) {
            throw new IllegalStateException("Nothing has been evaluated yet");
        }
        return lowest;
    }

    /** {@return the number of quenches that have come to their end} */
    @Override
    public int steps() {
        return ladder == null ? 0 : ladder.quenches();
    }

    @Override
    public long evaluationsBefore() {
        return evaluationsBefore;
    }

    @Override
    public Optional<String> summary() {
        return Optional.ofNullable(ladder)
                .map(l -> String.format(
                        Locale.ROOT,
                        "%d quenches, %d moves of %d replicas, %d accepted, %d swaps",
                        l.quenches(),
                        l.moves(),
                        settings.replicas(),
                        l.accepted(),
                        l.swaps()));
    }

    private void beginQuench(AtomicSystem start) {
        quench = local.start(
                start, OptimizationOptions.defaults().withFmax(options.fmax()).withSteps(Integer.MAX_VALUE));
        quenchEvaluations = 0;
    }

    /** The first quench gives all replicas their start; a later one only shows how deep the coldest is. */
    private void descend(List<Evaluation> told) {
        quench.tell(told);
        quenchEvaluations += told.size();
        if (!quench.done() && quenchEvaluations < settings.quenchEvaluations()) {
            return;
        }
        if (ladder == null) {
            List<Ladder.Rung> rungs =
                    Collections.nCopies(settings.replicas(), new Ladder.Rung(quench.best(), settings.timeStep()));
            ladder = new Ladder(0, 0, 0, 1, evaluations, rungs, lowest);
        } else {
            ladder = new Ladder(
                    ladder.moves(),
                    ladder.accepted(),
                    ladder.swaps(),
                    ladder.quenches() + 1,
                    evaluations,
                    ladder.rungs(),
                    lowest);
        }
        quench = null;
        checkpoint.ifPresent(file -> file.save(ladder));
        beginMove();
    }

    private void beginMove() {
        random = randomOfMove(ladder.moves());
        stepsOfMove = 0;
        trajectories = new ArrayList<>();
        for (int k = 0; k < settings.replicas(); k++) {
            trajectories.add(new Trajectory(ladder.rungs().get(k), settings.temperature(k), container, random));
        }
    }

    private void move(List<Evaluation> told) {
        stepsOfMove++;
        boolean isLast = stepsOfMove == settings.trajectory();
        for (int k = 0; k < told.size(); k++) {
            trajectories.get(k).receive(told.get(k), isLast);
        }
        if (!isLast) {
            return;
        }
        List<Ladder.Rung> rungs = new ArrayList<>();
        long accepted = ladder.accepted();
        for (int k = 0; k < trajectories.size(); k++) {
            Ladder.Rung end = trajectories.get(k).end(random);
            accepted += end.at() == ladder.rungs().get(k).at() ? 0 : 1;
            rungs.add(end);
        }
        long swaps = ladder.swaps() + swap(rungs);
        ladder = new Ladder(
                ladder.moves() + 1, accepted, swaps, ladder.quenches(), ladder.evaluations(), rungs, ladder.best());
        if (ladder.moves() % settings.quenchEvery() == 0) {
            beginQuench(rungs.get(0).at().system());
        } else {
            beginMove();
        }
    }

    /** Neighbours change places by the rule of Metropolis, those of even and of odd number in turn. */
    private int swap(List<Ladder.Rung> rungs) {
        int swaps = 0;
        for (int k = ladder.moves() % 2; k + 1 < rungs.size(); k += 2) {
            Ladder.Rung cold = rungs.get(k);
            Ladder.Rung hot = rungs.get(k + 1);
            double gain =
                    (1 / settings.temperature(k) - 1 / settings.temperature(k + 1)) * (cold.energy() - hot.energy());
            if (random.nextDouble() < Math.exp(gain)) {
                rungs.set(k, cold.with(hot.at()));
                rungs.set(k + 1, hot.with(cold.at()));
                swaps++;
            }
        }
        return swaps;
    }

    /** A generator of its own for every move: none has a state that would have to be saved. */
    private RandomGenerator randomOfMove(int index) {
        long seed = options.seed();
        return new Well19937c(new int[] {(int) (seed >>> 32), (int) seed, index});
    }
}
