package org.lowland.rl.landscape;

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

/** One search: quench, accept or turn down, displace, and again. */
final class BasinHoppingWalk implements Walk {
    private final BasinHoppingSettings settings;
    private final OptimizationOptions options;
    private final GeometryOptimizer local;
    private final Moves moves;
    private final double largestStep;
    private final Optional<Checkpoint<Chain>> checkpoint;
    private final long evaluationsBefore;

    private RandomGenerator random;
    private Quench quench;
    private Chain chain;
    private boolean rechecking;

    /**
     * Begins a search, or takes it up where the checkpoint stands.
     *
     * @throws InputException when the checkpoint is of another run
     */
    BasinHoppingWalk(
            AtomicSystem given,
            OptimizationOptions options,
            BasinHoppingSettings settings,
            GeometryOptimizer local,
            Optional<Checkpoint<Chain>> checkpoint) {
        this.settings = settings;
        this.options = options;
        this.local = local;
        this.checkpoint = checkpoint;
        Container container = Container.around(given, settings.radius());
        this.moves = new Moves(container);
        this.largestStep = container.radius();
        this.chain = checkpoint.flatMap(file -> file.load(given)).orElse(null);
        if (chain == null) {
            this.evaluationsBefore = 0;
            this.random = randomOfQuench(0);
            boolean isRandom = settings.start() == BasinHoppingSettings.Start.RANDOM;
            beginQuench(isRandom ? moves.scatter(given, random) : given);
        } else {
            // The lowest structure is evaluated once more, in place of one evaluation that is already counted.
            this.evaluationsBefore = chain.evaluations() - 1;
            this.rechecking = true;
        }
    }

    @Override
    public List<AtomicSystem> ask() {
        return rechecking ? List.of(chain.best().system()) : quench.ask();
    }

    @Override
    public void tell(List<Evaluation> evaluations) {
        if (rechecking) {
            Checkpoint.requireSamePotential(
                    checkpoint.orElseThrow(), chain.best(), evaluations.get(0).energy());
            rechecking = false;
            hop();
            return;
        }
        quench.tell(evaluations);
        if (quench.isOver(
                chain == null
                        ? Double.POSITIVE_INFINITY
                        : chain.best().evaluation().energy())) {
            chain = chain == null
                    ? Chain.begin(quench.end(), quench.evaluations(), settings.step())
                    : judge(quench.end());
            checkpoint.ifPresent(file -> file.save(chain));
            hop();
        }
    }

    @Override
    public boolean done() {
        return chain != null && !rechecking && chain.current().freeAtoms() == 0;
    }

    @Override
    public Position best() {
        return Optional.ofNullable(chain)
                .map(Chain::best)
                .or(() -> quench.lowest())
                .orElseThrow(() -> new IllegalStateException("Nothing has been evaluated yet"));
    }

    /** {@return the number of quenches that have come to their end} */
    @Override
    public int steps() {
        return chain == null ? 0 : chain.quenches();
    }

    @Override
    public long evaluationsBefore() {
        return evaluationsBefore;
    }

    @Override
    public Optional<String> summary() {
        return Optional.ofNullable(chain)
                .map(c -> String.format(
                        Locale.ROOT,
                        "%d quenches, %d moves accepted, step %.2f Å",
                        c.quenches(),
                        c.accepted(),
                        c.step().length()));
    }

    private Chain judge(Position end) {
        double target = settings.acceptance();
        boolean accepted = quench.foundMinimum() && isAccepted(end.evaluation().energy());
        Chain next =
                accepted ? chain.move(end, quench.evaluations(), target) : chain.stay(quench.evaluations(), target);
        boolean isLowest = quench.foundTightMinimum()
                && end.evaluation().energy() < chain.best().evaluation().energy();
        return isLowest ? next.withBest(end) : next;
    }

    /** The rule of Metropolis et al., J. Chem. Phys. 21, 1087 (1953), on the energies of minima. */
    private boolean isAccepted(double energy) {
        double rise = energy - chain.energy();
        return rise <= 0 || random.nextDouble() < Math.exp(-rise / settings.temperature());
    }

    private void hop() {
        if (chain.current().freeAtoms() > 0) {
            random = randomOfQuench(chain.quenches());
            double step = Math.min(chain.step().length(), largestStep);
            beginQuench(moves.displace(chain.current(), step, random));
        }
    }

    private void beginQuench(AtomicSystem start) {
        quench = new Quench(local, start, options, settings);
    }

    /** A generator of its own for every quench: none has a state that would have to be saved. */
    private RandomGenerator randomOfQuench(int index) {
        long seed = options.seed();
        return new Well19937c(new int[] {(int) (seed >>> 32), (int) seed, index});
    }
}
