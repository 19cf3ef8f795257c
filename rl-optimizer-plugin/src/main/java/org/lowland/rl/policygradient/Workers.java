package org.lowland.rl.policygradient;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;

/**
 * Threads that share work out in pieces. How the work is cut and in what order results are added does not depend on the
 * number of threads, so neither does any result. Confined to one thread itself.
 */
public final class Workers implements AutoCloseable {
    private final ExecutorService executor;

    /**
     * Starts threads.
     *
     * @param threads how many
     * @throws InputException when there is not at least one
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new InputException("threads is " + threads + "; give 1 or more");
        }
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "policy gradient");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Adds what concerns one piece of a list to a vector. */
    @FunctionalInterface
    public interface Sum<T> {
        /**
         * Adds.
         *
         * @param piece some of the items
         * @param first number of the first of them in the whole list
         * @param sum to which is added
         */
        void add(List<T> piece, int first, double[] sum);
    }

    /**
     * The results of several tasks.
     *
     * @param count how many
     * @param task from the number of a task to its result
     * @param <R> results
     * @return the results in order
     * @throws BackendException when the thread is interrupted or a task breaks
     */
    public <R> List<R> map(int count, IntFunction<R> task) {
        List<Future<R>> futures = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            int number = k;
            futures.add(executor.submit(() -> task.apply(number)));
        }
        List<R> results = new ArrayList<>(count);
        try {
            for (Future<R> future : futures) {
                results.add(await(future));
            }
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
        return results;
    }

    /**
     * The sum of a vector over the items of a list.
     *
     * @param items any number
     * @param together how many are in a piece
     * @param size of the vector
     * @param sum adds some items' share
     * @param <T> items
     * @return the vector
     */
    public <T> double[] sum(List<T> items, int together, int size, Sum<T> sum) {
        int pieces = (items.size() + together - 1) / together;
        double[] total = new double[size];
        List<double[]> parts = map(pieces, piece -> {
            double[] part = new double[size];
            int first = piece * together;
            sum.add(items.subList(first, Math.min(items.size(), first + together)), first, part);
            return part;
        });
        for (double[] part : parts) {
            for (int k = 0; k < size; k++) {
                total[k] += part[k];
            }
        }
        return total;
    }

    private static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("The training was interrupted; give --resume to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new BackendException("A task of the training broke: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
