package org.lowland.jmol.minimize;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;

/**
 * The minimization under way in a viewer, of which there is one at most, the last one, and those who watch. Thread-safe.
 */
public final class Runs {
    private final Viewer viewer;
    private final StatusBoard board;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<Minimization> computing = ConcurrentHashMap.newKeySet();
    private Minimization current;
    private volatile RunRecord last;

    /**
     * No run yet.
     *
     * @param viewer the viewer
     */
    public Runs(Viewer viewer) {
        this.viewer = viewer;
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

    /** Tells of a run that could not begin. */
    void refuse(String message) {
        board.post(() -> Console.problem(viewer, message));
        post(listener -> listener.refused(message));
        board.post(() -> StatusVariables.publish(viewer, StatusVariables.FAILED, 0, 0, 0));
        board.tell();
        board.await();
    }
}
