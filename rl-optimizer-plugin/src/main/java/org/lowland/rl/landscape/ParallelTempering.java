package org.lowland.rl.landscape;

import java.util.Objects;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * Parallel tempering with quenches: replicas at rising temperatures, moved by hybrid Monte Carlo, of which neighbours
 * change places (R. H. Swendsen and J.-S. Wang, Phys. Rev. Lett. 57, 2607 (1986); C. J. Geyer, 1991), so that what the hot
 * ones find cools down; every few moves the coldest is quenched.
 *
 * <p>A step of its walks is one quench, and a walk asks for all replicas at once. It begins with a quench of the given
 * structure. Best is the lowest structure evaluated. The search never ends by itself: give a limit on evaluations or
 * steps. With a checkpoint, a search that was interrupted goes on from its last finished quench and ends bit for bit where
 * it would have ended.
 *
 * <p>Immutable and thread-safe. Two walks must not share one checkpoint at the same time.
 */
public final class ParallelTempering extends UnconstrainedSearch {
    /** The id under which it is found. */
    public static final String ID = "parallel-tempering";

    private final TemperingSettings settings;
    private final GeometryOptimizer local;

    /**
     * Makes a search.
     *
     * @param settings how it moves
     * @param local the optimizer of its quenches, which asks for one system at a time
     * @throws InputException when the optimizer is itself a search
     */
    public ParallelTempering(TemperingSettings settings, GeometryOptimizer local) {
        this.settings = Objects.requireNonNull(settings);
        this.local = Objects.requireNonNull(local);
        if (local.kind() != OptimizerKind.LOCAL) {
            throw new InputException("'" + ID + "' cannot quench with '" + local.id() + "', which is a search itself");
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    protected Walk begin(AtomicSystem system, OptimizationOptions options) {
        Optional<Checkpoint<Ladder>> checkpoint = settings.checkpoint()
                .map(name -> Checkpoint.ofSeed(name, options.seed()))
                .map(file ->
                        new Checkpoint<>(file, ID, RunDescription.of(system, options, settings), new LadderJson()));
        return new ParallelTemperingWalk(system, options, settings, local, checkpoint);
    }
}
