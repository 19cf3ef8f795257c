package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lowland.api.BackendException;

/**
 * Threads among which the frames of a step are divided. How they are divided depends on the frames and the number of
 * threads alone, so a step is repeated bit for bit.
 */
final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    /** What a thread does with its share of a step. */
    interface Work {
        /** Returns the loss of the share; {@code thread} counts from 0. */
        double loss(int thread, List<Frame> share);
    }

    Workers(int threads) {
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    /** The losses of all shares, added in the order of the threads. */
    double sum(List<Frame> frames, Work work) {
        List<Future<Double>> losses = new ArrayList<>();
        List<List<Frame>> shares = deal(frames);
        for (int k = 0; k < threads; k++) {
            int thread = k;
            losses.add(executor.submit(() -> work.loss(thread, shares.get(thread))));
        }
        double sum = 0;
        for (Future<Double> loss : losses) {
            sum += await(loss);
        }
        return sum;
    }

    /** The frames by size, dealt out so that all threads have about as many atoms. */
    private List<List<Frame>> deal(List<Frame> frames) {
        List<List<Frame>> shares = new ArrayList<>();
        int[] atoms = new int[threads];
        for (int k = 0; k < threads; k++) {
            shares.add(new ArrayList<>());
        }
        for (Frame frame : frames.stream()
                .sorted(Comparator.comparingInt(Frame::size).reversed())
                .toList()) {
            int least = 0;
            for (int k = 1; k < threads; k++) {
                least = atoms[k] < atoms[least] ? k : least;
            }
            shares.get(least).add(frame);
            atoms[least] += frame.size();
        }
        return shares;
    }

    private static double await(Future<Double> loss) {
        try {
            return loss.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("The training was interrupted; give --resume to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new BackendException("A step of the training broke: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
