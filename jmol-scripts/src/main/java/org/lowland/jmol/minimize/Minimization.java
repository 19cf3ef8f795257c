package org.lowland.jmol.minimize;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javajs.util.BS;
import org.jmol.viewer.Viewer;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.Cancellation;
import org.lowland.api.optimize.OptimizationListener;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Uncertainty;
import org.lowland.jmol.backend.Backend;

/**
 * One command under way: its models one after the other, each with the one loop around all optimizers.
 *
 * <p>The run owns the coordinates of its atoms until it is over. It is over when its last model has ended, or at once when
 * somebody halts it: whoever does so writes the last coordinates, tells of the end, and does not wait for the computation,
 * which notices after the evaluation under way and touches nothing any more. The lock is held only to write coordinates and
 * to post events, never while foreign code runs.
 */
final class Minimization implements Runnable {
    private static final int COORDINATES = 2;
    private static final int REPAINT = 3;
    private static final long FRAME_NANOSECONDS = 1_000_000_000 / 30;

    private final Viewer viewer;
    private final Runs runs;
    private final Backend backend;
    private final boolean silent;
    private final List<ModelTask> tasks;
    private final boolean frames;
    private final List<OptimizationResult> results = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final Object lock = new Object();
    private Course course = new Course();
    private int current;
    private boolean anyKept;
    private boolean over;
    private long lastFrame = System.nanoTime();
    private volatile Thread thread;

    Minimization(Viewer viewer, Runs runs, Backend backend, boolean silent, List<ModelTask> tasks) {
        this.viewer = viewer;
        this.runs = runs;
        this.backend = backend;
        this.silent = silent;
        this.tasks = tasks;
        this.frames = !silent && viewer.getBooleanProperty("minimizationRefresh");
    }

    /**
     * Does the work, on a thread of its own or on the calling one.
     *
     * @param ownThread whether to return at once
     * @return false when another run is under way, and nothing is done
     */
    boolean begin(boolean ownThread) {
        rememberForUndo();
        if (!runs.begin(this)) {
            return false;
        }
        if (!ownThread) {
            run();
            return true;
        }
        thread = new Thread(this, "lowland minimize");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    private void rememberForUndo() {
        BS free = new BS();
        tasks.forEach(task -> free.or(task.free()));
        viewer.undoMoveActionClear(free.nextSetBit(0), COORDINATES, true);
        viewer.ms.setTaintedAtoms(free, COORDINATES);
        viewer.stm.saveCoordinates("minimize", free);
    }

    @Override
    public void run() {
        try {
            for (int k = 0; k < tasks.size() && enter(k); k++) {
                runs.board().tell();
                OptimizationResult result = asKept(optimize(tasks.get(k)), tasks.get(k));
                results.add(result);
                leave(tasks.get(k), result);
            }
        } finally {
            halt(false);
            runs.gone(this);
        }
    }

    /** What a halted computation came to after the halt is not what the atoms have kept. */
    private OptimizationResult asKept(OptimizationResult result, ModelTask task) {
        synchronized (lock) {
            OptimizationListener.Progress latest = course.latest();
            if (!over || latest == null) {
                return result;
            }
            return new OptimizationResult(
                    latest.best().system(),
                    Optional.of(latest.best().evaluation()),
                    latest.fmax(),
                    latest.fmax() <= task.options().fmax(),
                    latest.step(),
                    latest.evaluations(),
                    StopReason.CANCELLED,
                    result.message(),
                    result.trajectory());
        }
    }

    private boolean enter(int number) {
        synchronized (lock) {
            if (over) {
                return false;
            }
            current = number;
            course = new Course();
            ModelTask task = tasks.get(number);
            RunStart start = new RunStart(
                    backend.id(),
                    task.model().title(),
                    task.model().index(),
                    task.system().size(),
                    task.options().fmax());
            runs.postStatus(StatusVariables.STARTING, 0, 0, 0);
            runs.post(listener -> listener.started(start));
            return true;
        }
    }

    private OptimizationResult optimize(ModelTask task) {
        OptimizationListener listener = new OptimizationListener() {
            @Override
            public void moved(int index, Progress progress) {
                Minimization.this.moved(task, progress);
            }
        };
        try {
            return OptimizationLoop.builder(backend.optimizer(), backend.potential())
                    .options(task.options())
                    .cancellation(cancellation)
                    .listener(listener)
                    .build()
                    .run(task.system());
        } catch (LinkageError e) {
            return OptimizationResult.failed("a library is missing or does not fit this machine (" + e + ")");
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return OptimizationResult.failed("this is a defect of Lowland: " + e);
        }
    }

    private void moved(ModelTask task, OptimizationListener.Progress progress) {
        synchronized (lock) {
            if (over) {
                return;
            }
            boolean first = course.latest() == null;
            boolean step = course.take(progress);
            boolean due = System.nanoTime() - lastFrame >= FRAME_NANOSECONDS;
            if (step && (first || due || backend.optimizer().kind() == OptimizerKind.LOCAL)) {
                postStep(StatusVariables.RUNNING);
            }
            if (due) {
                lastFrame = System.nanoTime();
            }
            if (due && frames) {
                task.move(progress.best().system());
                runs.board().post(this::redraw);
            }
        }
        runs.board().tell();
    }

    /** Posts where the current model stands. */
    private void postStep(String status) {
        RunProgress point = course.last();
        runs.postStatus(status, point.step(), point.energy(), course.difference());
        if (status.equals(StatusVariables.RUNNING)) {
            runs.post(listener -> listener.progressed(point));
        }
    }

    /**
     * Shows where the atoms are. Jmol paints nothing by itself while a script runs, so a run on the script's own thread
     * has it painted at once; with a thread of its own it asks for it and goes on.
     */
    void redraw() {
        viewer.refreshMeasures(false);
        boolean insideScript = thread == null && viewer.haveDisplay && !EventQueue.isDispatchThread();
        if (insideScript) {
            viewer.requestRepaintAndWait("lowland");
        } else {
            viewer.refresh(REPAINT, "lowland minimize");
        }
    }

    /** A model has ended by itself. */
    private void leave(ModelTask task, OptimizationResult result) {
        boolean usable = ModelRun.isUsable(result);
        Optional<Identity> identity =
                usable ? task.identity(result.system(), backend.potential().domain()) : Optional.empty();
        synchronized (lock) {
            if (over) {
                return;
            }
            anyKept |= usable;
            if (usable) {
                task.move(result.system());
            } else {
                task.restore();
            }
            RunRecord record = record(
                    task,
                    result.converged() && usable,
                    result.reason(),
                    result.message(),
                    identity,
                    usable ? result.uncertainty() : Optional.empty());
            boolean last = current == tasks.size() - 1;
            if (last) {
                finish();
            }
            report(record);
            if (last) {
                postEnd(anyKept ? StatusVariables.DONE : StatusVariables.FAILED);
            }
        }
        runs.board().tell();
    }

    /**
     * Ends the run at once.
     *
     * @param keep whether the newest structure stays, or all atoms go back to where they were
     */
    void halt(boolean keep) {
        synchronized (lock) {
            if (over) {
                return;
            }
            finish();
            // After it is over: the computation, which may notice at once, must find that nothing is left to tell.
            cancellation.request();
            ModelTask task = tasks.get(current);
            OptimizationListener.Progress latest = course.latest();
            if (!keep) {
                tasks.forEach(ModelTask::restore);
            } else if (latest != null) {
                task.move(latest.best().system());
            }
            boolean converged =
                    keep && latest != null && latest.fmax() <= task.options().fmax();
            report(record(
                    task,
                    converged,
                    StopReason.CANCELLED,
                    keep ? Optional.empty() : Optional.of("cancelled, and the atoms are back where they were"),
                    Optional.empty(),
                    Optional.empty()));
            postEnd(keep ? StatusVariables.DONE : StatusVariables.FAILED);
        }
        runs.board().tell();
        runs.board().await();
    }

    private RunRecord record(
            ModelTask task,
            boolean converged,
            StopReason reason,
            Optional<String> message,
            Optional<Identity> identity,
            Optional<Uncertainty> uncertainty) {
        return new RunRecord(
                backend.id(),
                task.model().title(),
                task.model().index(),
                converged,
                reason,
                message,
                identity,
                uncertainty,
                course.steps(),
                course.seconds());
    }

    private void report(RunRecord record) {
        runs.postEnded(record);
        boolean failed = record.reason() == StopReason.FAILED || record.reason() == StopReason.DIVERGED;
        String ended = RunMessages.ended(record);
        if (failed) {
            runs.board().post(() -> Console.problem(viewer, ended));
            return;
        }
        if (!silent) {
            runs.board().post(() -> Console.say(viewer, ended));
            if (backend.optimizer().kind() == OptimizerKind.LOCAL) {
                record.message()
                        .map(remark -> "'" + backend.optimizer().id() + "' " + remark)
                        .ifPresent(remark -> runs.board().post(() -> Console.say(viewer, remark)));
            }
        }
        RunMessages.warnings(record).forEach(warning -> runs.board().post(() -> Console.problem(viewer, warning)));
    }

    /** Posts the end of all, which is told after everything else. */
    private void postEnd(String status) {
        runs.board().post(() -> {
            viewer.ms.validateBspf(false);
            redraw();
        });
        postStep(status);
    }

    /** How the models ended that the computation came to an end with, in their order; complete on a thread that did it. */
    List<OptimizationResult> results() {
        return List.copyOf(results);
    }

    /** From now on nothing of this run touches an atom, and another run may begin, be it from what is told of the end. */
    private void finish() {
        over = true;
        runs.end(this);
    }

    /** Waits until the thread of the run is gone; true when it is. */
    boolean awaitThread(long milliseconds) {
        Thread working = thread;
        if (working == null || working == Thread.currentThread()) {
            return true;
        }
        try {
            working.join(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !working.isAlive();
    }
}
