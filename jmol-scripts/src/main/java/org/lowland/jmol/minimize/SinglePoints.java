package org.lowland.jmol.minimize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jmol.viewer.Viewer;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Evaluation;
import org.lowland.jmol.backend.Backend;

/** {@code minimize ENERGY}: energies of models where they are. */
final class SinglePoints {
    private SinglePoints() {}

    static void run(Viewer viewer, Runs runs, Backend backend, MinimizeCommand command, List<ModelTask> tasks) {
        for (ModelTask task : tasks) {
            long began = System.nanoTime();
            Evaluation evaluation =
                    backend.potential().judge(task.system(), backend.potential().evaluate(task.system()));
            double fmax = Forces.fmax(task.system(), evaluation);
            RunRecord record = new RunRecord(
                    backend.id(),
                    task.model().title(),
                    task.model().index(),
                    fmax <= command.goal().fmax(),
                    StopReason.CONVERGED,
                    Optional.empty(),
                    Optional.empty(),
                    evaluation.uncertainty(),
                    List.of(new RunProgress(0, evaluation.energy(), fmax)),
                    (System.nanoTime() - began) * 1e-9);
            runs.postEnded(record);
            if (!command.silent()) {
                String line = String.format(
                        Locale.ROOT, "%s: E = %.6f eV, fmax %.4f eV/Å", backend.id(), evaluation.energy(), fmax);
                runs.board().post(() -> Console.say(viewer, line));
            }
            RunMessages.warnings(record).forEach(warning -> runs.board().post(() -> Console.problem(viewer, warning)));
            runs.postStatus(StatusVariables.CALCULATE, 0, evaluation.energy(), 0);
            runs.board().tell();
        }
        runs.board().await();
    }
}
