package org.lowland.api.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The part of a stream that is in memory: tasks that wait for a worker, those under way, and results that wait for an
 * earlier one. It is bounded in tasks and in atoms, so that memory does not grow with the stream, also when the first
 * task is the slowest of all. Thread-safe.
 */
final class Window<R> {
    private static final int LEAST_TASKS = 1024;
    private static final int MOST_TASKS_OF_A_BATCH = 8192;
    private static final int READ_AHEAD = 4;
    private static final long MOST_ATOMS = 1_000_000;
    private static final int LEAST_ATOMS_AHEAD = 20_000;

    private final int workers;
    private final int mostTasks;
    private final long mostAtomsAhead;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forWorkers = lock.newCondition();
    private final Condition forOwner = lock.newCondition();
    private final Deque<Place<R>> all = new ArrayDeque<>();
    private final Deque<Place<R>> waiting = new ArrayDeque<>();
    private long atoms;
    private long atomsAhead;
    private int underWay;
    private int added;
    private boolean closed;
    private boolean aborted;
    private Throwable failure;

    /** For workers that each evaluate up to so many atoms together. */
    Window(int workers, int batchAtoms) {
        this.workers = workers;
        this.mostTasks = LEAST_TASKS + workers * Math.min(batchAtoms, MOST_TASKS_OF_A_BATCH);
        this.mostAtomsAhead = Math.max(LEAST_ATOMS_AHEAD, (long) workers * batchAtoms);
    }

    /** A task with its number in the stream and, in the end, what it gave. */
    static final class Place<R> {
        private final int index;
        private final OptimizationTask<R> task;
        private final int size;
        private long weight;
        private R result;
        private boolean ready;

        private Place(int index, OptimizationTask<R> task) {
            this.index = index;
            this.task = task;
            this.size = Math.max(0, task.atoms());
            this.weight = size;
        }

        int index() {
            return index;
        }

        OptimizationTask<R> task() {
            return task;
        }

        int size() {
            return size;
        }

        R result() {
            return result;
        }
    }

    /** Whether another task may be added. */
    boolean hasRoom() {
        lock.lock();
        try {
            return hasRoomNow();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoomNow() {
        return !closed
                && all.size() < mostTasks
                && waiting.size() < mostTasks / READ_AHEAD
                && (waiting.isEmpty() || atomsAhead < mostAtomsAhead)
                && (all.isEmpty() || atoms < MOST_ATOMS);
    }

    /** Adds the next task of the stream. */
    void add(OptimizationTask<R> task) {
        Place<R> place = new Place<>(added, task);
        lock.lock();
        try {
            added++;
            all.addLast(place);
            waiting.addLast(place);
            atoms += place.weight;
            atomsAhead += place.size;
            forWorkers.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Says that no more tasks come. */
    void close() {
        lock.lock();
        try {
            closed = true;
            forWorkers.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all work as soon as those who do it look. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            forWorkers.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all work because something broke that must not break; the first such thing counts. */
    void abort(Throwable cause) {
        lock.lock();
        try {
            failure = failure == null ? cause : failure;
            forOwner.signal();
        } finally {
            lock.unlock();
        }
        abort();
    }

    boolean isAborted() {
        lock.lock();
        try {
            return aborted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next task for a worker that has so many under way, if there is one of no more atoms than fit; null otherwise,
     * and when the worker has its share of all there are: the last ones are for those who have less to do.
     */
    Place<R> take(int own, long room) {
        lock.lock();
        try {
            int share = (underWay + waiting.size() + workers - 1) / workers;
            return own < share ? takeNow(room) : null;
        } finally {
            lock.unlock();
        }
    }

    /** The next task to work on, as soon as there is one; null when no more come. */
    Place<R> takeOrWait() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed && !aborted) {
                forWorkers.await();
            }
            return takeNow(Long.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    private Place<R> takeNow(long room) {
        if (aborted || waiting.isEmpty() || waiting.getFirst().size > room) {
            return null;
        }
        Place<R> place = waiting.removeFirst();
        atomsAhead -= place.size;
        underWay++;
        if (hasRoomNow()) {
            forOwner.signal();
        }
        return place;
    }

    /** Puts a result, which holds so many atoms besides the structure itself, into its place. */
    void complete(Place<R> place, R result, long held) {
        lock.lock();
        try {
            underWay--;
            place.weight += held;
            atoms += held;
            place.result = result;
            place.ready = true;
            if (all.getFirst() == place) {
                forOwner.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes out the first place when its result is there; null otherwise. */
    Place<R> poll() {
        lock.lock();
        try {
            if (all.isEmpty() || !all.getFirst().ready) {
                return null;
            }
            Place<R> place = all.removeFirst();
            atoms -= place.weight;
            return place;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return all.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the first result is there, another task may be added, or all is done; throws what broke. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            while (failure == null && !all.isEmpty() && !all.getFirst().ready && !hasRoomNow()) {
                forOwner.await();
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        } finally {
            lock.unlock();
        }
    }
}
