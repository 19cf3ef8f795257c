package org.lowland.jmol.minimize;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Interrupts a test that hangs, and says where all threads were. */
final class Watchdog implements BeforeEachCallback, AfterEachCallback {
    private final Duration patience;
    private ScheduledExecutorService timer;
    private volatile String threads;

    Watchdog(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Thread test = Thread.currentThread();
        timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.schedule(
                () -> {
                    threads = dump();
                    test.interrupt();
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        timer.shutdownNow();
        if (threads != null) {
            throw new AssertionError("The test did not end within " + patience + "; all threads:\n" + threads);
        }
    }

    private static String dump() {
        return Thread.getAllStackTraces().entrySet().stream()
                .map(Watchdog::describe)
                .collect(Collectors.joining("\n"));
    }

    private static String describe(Map.Entry<Thread, StackTraceElement[]> entry) {
        return entry.getKey() + " " + entry.getKey().getState() + "\n"
                + Stream.of(entry.getValue()).map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
