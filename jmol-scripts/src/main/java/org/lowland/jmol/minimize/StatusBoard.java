package org.lowland.jmol.minimize;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;

/**
 * Tells Jmol and all others of events, one after the other in the order in which they came, whichever thread they came
 * from. A thread that finds another one telling leaves its event to that one and goes on.
 *
 * <p>Callbacks of Jmol run foreign code, which may hold locks, run scripts, load models or start the next minimization.
 * So no lock of ours is held while an event is told, and nobody waits for the telling without a limit.
 */
final class StatusBoard {
    /** How long a thread waits for another one that is telling its event. */
    private static final long PATIENCE_MILLISECONDS = 2000;

    private final Viewer viewer;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Thread teller;

    StatusBoard(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Puts an event after those before it. Runs no foreign code, so that it may be called with a lock held. */
    void post(Runnable event) {
        synchronized (waiting) {
            waiting.add(event);
        }
    }

    /** Has all events told that were posted; without any lock. */
    void tell() {
        synchronized (waiting) {
            if (teller != null) {
                return;
            }
            teller = Thread.currentThread();
        }
        Runnable next = next();
        while (next != null) {
            run(next);
            next = next();
        }
    }

    /**
     * Waits until all has been told. Returns at once where waiting could be waiting for this thread itself: inside of an
     * event, or with Jmol's own lock on its callbacks.
     */
    void await() {
        if (Thread.holdsLock(viewer.sm)) {
            return;
        }
        long until = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000;
        synchronized (waiting) {
            while (teller != null && teller != Thread.currentThread()) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                try {
                    waiting.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Runnable next = waiting.poll();
            if (next == null) {
                teller = null;
                waiting.notifyAll();
            }
            return next;
        }
    }

    private void run(Runnable event) {
        boolean told = false;
        try {
            event.run();
            told = true;
        } catch (RuntimeException e) {
            Logger.error("lowland: a callback failed: " + e);
            told = true;
        } finally {
            if (!told) {
                release();
            }
        }
    }

    private void release() {
        synchronized (waiting) {
            teller = null;
            waiting.notifyAll();
        }
    }
}
