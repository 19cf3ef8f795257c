package org.lowland.jmol.minimize;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javajs.util.BS;
import org.jmol.minimize.Minimizer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;

/**
 * The minimization under way in a viewer, of which there is one at most, the last one, and those who watch. Thread-safe.
 */
public final class Runs {
    private static final String FORCE_FIELD = "_minimizationForceField";

    private final Viewer viewer;
    private final Runnable keepMinimizer;
    private final StatusBoard board;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<Minimization> computing = ConcurrentHashMap.newKeySet();
    private final AtomicLong attempts = new AtomicLong();
    private Minimization current;
    private String stockForceField;
    private volatile RunRecord last;

    /**
     * No run yet.
     *
     * @param viewer the viewer
     * @param keepMinimizer sees to it that the viewer has a minimizer, which Jmol's callback takes for granted
     */
    public Runs(Viewer viewer, Runnable keepMinimizer) {
        this.viewer = viewer;
        this.keepMinimizer = keepMinimizer;
        this.board = new StatusBoard(viewer);
    }

    /**
     * Has a listener watch all runs from now on.
     *
     * @param listener told of them
     */
    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    /**
     * Forgets a listener.
     *
     * @param listener the same object
     */
    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }

    /** {@return how the run that ended last went} */
    public Optional<RunRecord> last() {
        return Optional.ofNullable(last);
    }

    /** {@return whether a run is under way} */
    public boolean isRunning() {
        return current().isPresent();
    }

    /** Ends the run under way, if there is one; its structure is kept. */
    public void stop() {
        current().ifPresent(run -> run.halt(true));
    }

    /** Ends the run under way, if there is one; all atoms go back to where they were. */
    public void cancel() {
        current().ifPresent(run -> run.halt(false));
    }

    /**
     * Ends the run under way and waits until nothing computes any more. Not for scripts and callbacks, which never wait.
     *
     * @param milliseconds how long at most for each computation
     * @return whether nothing computes any more
     */
    public boolean awaitQuiet(long milliseconds) {
        stop();
        boolean quiet = true;
        for (Minimization run : computing) {
            quiet &= run.awaitThread(milliseconds);
        }
        return quiet;
    }

    private synchronized Optional<Minimization> current() {
        return Optional.ofNullable(current);
    }

    /** Makes a run the one under way; false when there is another one. */
    synchronized boolean begin(Minimization run) {
        if (current != null) {
            return false;
        }
        current = run;
        computing.add(run);
        return true;
    }

    /** A run has ended, though its thread may still be inside of an evaluation. */
    synchronized void end(Minimization run) {
        if (current == run) {
            current = null;
        }
    }

    /** The thread of a run is about to go. */
    void gone(Minimization run) {
        computing.remove(run);
    }

    StatusBoard board() {
        return board;
    }

    /** Posts an event for the listeners. */
    void post(Consumer<RunListener> event) {
        board.post(() -> listeners.forEach(listener -> {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                Logger.error("lowland: a listener failed: " + e);
            }
        }));
    }

    /** Posts the end of the work on a model. */
    void postEnded(RunRecord record) {
        last = record;
        post(listener -> listener.ended(record));
    }

    /** Has Jmol's variable say what computes; what Jmol had there is kept. */
    synchronized void nameBackend(String backend) {
        if (stockForceField == null) {
            stockForceField = String.valueOf(viewer.getP(FORCE_FIELD));
        }
        viewer.setStringProperty(FORCE_FIELD, backend);
    }

    /** Has Jmol's variable say again what it said: Jmol sets it only when its force field changes. */
    synchronized void nameStockForceField() {
        if (stockForceField != null) {
            viewer.setStringProperty(FORCE_FIELD, stockForceField);
            stockForceField = null;
        }
    }

    /** Posts a status for the variables and the callback. */
    void postStatus(String status, int step, double energy, double difference) {
        board.post(() -> {
            keepMinimizer.run();
            Minimizer minimizer = viewer.getMinimizer(false);
            if (minimizer != null && minimizer.bsAtoms == null) {
                minimizer.bsAtoms = new BS();
            }
            StatusVariables.publish(viewer, status, step, energy, difference);
        });
    }

    /** {@return how many commands have asked for a run, be it that it could not begin} */
    public long attempts() {
        return attempts.get();
    }

    /** A command asks for a run. */
    void countAttempt() {
        attempts.incrementAndGet();
    }

    /**
     * Tells of a run that could not begin, at the console and by the status.
     *
     * @param message what is wrong and what to do
     */
    public void refuse(String message) {
        board.post(() -> Console.problem(viewer, message));
        post(listener -> listener.refused(message));
        postStatus(StatusVariables.FAILED, 0, 0, 0);
        board.tell();
        board.await();
    }
}
