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
 * Basin hopping: a Metropolis walk over the minima that random displacements of all atoms lead to by local optimization,
 * Z. Li and H. A. Scheraga, PNAS 84, 6611 (1987); D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997).
 *
 * <p>A step of its walks is one quench. Best is the lowest minimum that meets the fmax of the run, before the first
 * quench has ended the lowest structure evaluated. The search never ends by itself: give a limit on evaluations or
 * steps. With a checkpoint, a search that was interrupted goes on from its last finished quench and ends bit for bit
 * where it would have ended; the limits on evaluations and steps may be raised meanwhile.
 *
 * <p>Immutable and thread-safe. Two walks must not share one checkpoint at the same time.
 */
public final class BasinHopping implements GeometryOptimizer {
    /** The id under which it is found. */
    public static final String ID = "basin-hopping";

    private final BasinHoppingSettings settings;
    private final GeometryOptimizer local;

    /**
     * Makes a search.
     *
     * @param settings how it moves and what it accepts
     * @param local the optimizer of its quenches, which asks for one system at a time
     * @throws InputException when the optimizer is itself a search
     */
    public BasinHopping(BasinHoppingSettings settings, GeometryOptimizer local) {
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
    public OptimizerKind kind() {
        return OptimizerKind.SEARCH;
    }

    @Override
    public Walk start(AtomicSystem system, OptimizationOptions options) {
        if (system.size() == 0) {
            throw new InputException("The structure has no atoms");
        }
        Optional<Checkpoint<Chain>> checkpoint = settings.checkpoint()
                .map(name -> Checkpoint.ofSeed(name, options.seed()))
                .map(file -> new Checkpoint<>(file, ID, RunDescription.of(system, options, settings), new ChainJson()));
        return new BasinHoppingWalk(system, options, settings, local, checkpoint);
    }
}
