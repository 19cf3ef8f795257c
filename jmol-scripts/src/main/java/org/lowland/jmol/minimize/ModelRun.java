package org.lowland.jmol.minimize;

import java.util.List;
import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.jmol.JmolModel;
import org.lowland.jmol.backend.Backend;

/**
 * The optimization of one model as a command of its own describes it, once or with several seeds. Jmol and all listeners
 * are told of it as of a {@code minimize}, but it is over when the call returns.
 *
 * @param backend what computes
 * @param model where the atoms are in Jmol
 * @param system the same atoms as the backend sees them, with what is fixed and constrained
 * @param each what to do, once or more; each starts from the same structure
 * @param silent whether nothing is reported or drawn on the way
 */
public record ModelRun(
        Backend backend, JmolModel model, AtomicSystem system, List<OptimizationOptions> each, boolean silent) {

    public ModelRun {
        each = List.copyOf(each);
    }

    /**
     * Does it on the calling thread. Afterwards the model has the lowest of the structures, one that is converged where
     * there is one; it is as it was when all failed. {@code restore coordinates minimize} takes it back.
     *
     * @param viewer the viewer of the model
     * @param runs what is under way there
     * @return how each ended; fewer when somebody stopped it
     * @throws InputException when another run is under way
     * @throws org.lowland.api.UnsupportedException when the potential does not cover the model
     */
    public List<OptimizationResult> on(Viewer viewer, Runs runs) {
        backend.potential().domain().check(backend.potential().id(), system);
        List<ModelTask> tasks = each.stream()
                .map(options -> new ModelTask(model, system, options))
                .toList();
        Minimization run = new Minimization(viewer, runs, backend, silent, tasks);
        runs.nameBackend(backend.id());
        if (viewer.getMinimizer(true) instanceof LowlandMinimizer minimizer) {
            minimizer.attendTo(model.everything());
        }
        if (!run.begin(false)) {
            throw new InputException("a minimization is under way; 'minimize STOP' ends it");
        }
        List<OptimizationResult> results = run.results();
        if (each.size() > 1) {
            results.stream()
                    .filter(ModelRun::isUsable)
                    .min(OptimizationResult.bestFirst())
                    .ifPresent(best -> tasks.get(0).move(best.system()));
            run.redraw();
        }
        return results;
    }

    /**
     * Whether a result is one that is kept.
     *
     * @param result how a run ended
     * @return false when it failed or flew apart
     */
    public static boolean isUsable(OptimizationResult result) {
        return result.reason() != StopReason.FAILED
                && result.reason() != StopReason.DIVERGED
                && result.evaluation().isPresent();
    }
}
