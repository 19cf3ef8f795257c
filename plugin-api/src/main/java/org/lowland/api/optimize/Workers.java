package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.List;

/** Threads that work on the tasks of a window, each with walks of its own, until it is closed or aborted. */
final class Workers implements AutoCloseable {
    private final Window<?> window;
    private final List<Thread> threads = new ArrayList<>();

    private Workers(Window<?> window) {
        this.window = window;
    }

    /** Starts them. */
    static <R> Workers start(int count, WalkGroup.Settings settings, Window<R> window) {
        Workers workers = new Workers(window);
        for (int k = 1; k <= count; k++) {
            Thread thread = new Thread(() -> work(settings, window), "lowland-walks-" + k);
            thread.setDaemon(true);
            workers.threads.add(thread);
        }
        workers.threads.forEach(Thread::start);
        return workers;
    }

    private static <R> void work(WalkGroup.Settings settings, Window<R> window) {
        try {
            WalkGroup<R> group = new WalkGroup<>(settings, window);
            while (!window.isAborted()) {
                if (group.isEmpty()) {
                    Window.Place<R> first = window.takeOrWait();
                    if (first == null) {
                        return;
                    }
                    group.begin(first);
                }
                group.fill();
                group.round();
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            window.abort(e);
        }
    }

    /** Waits until there is something to deliver or room for another task; throws what broke in a worker. */
    void await() throws InterruptedException {
        window.await();
    }

    /** Ends all work and waits until every thread has left its last evaluation: the potential may be closed then. */
    @Override
    public void close() {
        window.abort();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
