package org.lowland.potential.distill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.io.file.WholeFile;
import org.lowland.potential.distill.species.Source;

/**
 * The intermediate files of a run. A shard is one file, written whole or not at all, so a run that was killed goes on with
 * the shards that are missing.
 */
final class Shards {
    private final Path folder;
    private final int size;
    private final int threads;
    private final PrintWriter log;

    Shards(Path folder, int size, int threads, PrintWriter log) {
        this.folder = folder;
        this.size = size;
        this.threads = threads;
        this.log = log;
    }

    /** One shard. */
    record Shard(Path frames, Path report) {}

    /**
     * Creates the folder.
     *
     * @throws InputException when it is there already and the run is not to go on
     */
    void prepare(boolean resume) {
        try {
            if (Files.exists(folder) && !resume) {
                throw new InputException(
                        folder + " holds an earlier run; give --resume to go on with it, or remove it");
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InputException("The recipe cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes all shards that are not there.
     *
     * @param sources what is dealt out
     * @param maker makes one
     * @param seed of the first shard; the next ones follow
     * @return all shards in their order
     */
    List<Shard> run(List<Source> sources, ShardMaker maker, long seed) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            int count = (sources.size() + size - 1) / size;
            AtomicInteger done = new AtomicInteger();
            List<Future<Shard>> pending = new ArrayList<>();
            for (int s = 0; s < count; s++) {
                int index = s;
                List<Source> part = sources.subList(s * size, Math.min(sources.size(), (s + 1) * size));
                pending.add(workers.submit(() -> {
                    Shard shard = shard(index);
                    if (!Files.exists(shard.frames())) {
                        maker.make(part, seed + index, shard.frames(), shard.report());
                    }
                    log.println("shard " + done.incrementAndGet() + " of " + count);
                    log.flush();
                    return shard;
                }));
            }
            List<Shard> shards = new ArrayList<>();
            for (Future<Shard> shard : pending) {
                shards.add(shard.get());
            }
            return shards;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("The recipe was interrupted; give --resume to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LowlandException cause) {
                throw cause;
            }
            throw new BackendException("The recipe broke: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** Writes all frames to one file; compressed parts together are a compressed whole. */
    void join(List<Shard> shards, Path output) {
        try (WholeFile whole = WholeFile.create(output)) {
            for (Shard shard : shards) {
                Files.copy(shard.frames(), whole.bytes());
            }
            whole.commit();
        } catch (IOException e) {
            throw new InputException("The recipe cannot write " + output + ": " + e.getMessage(), e);
        }
    }

    private Shard shard(int index) {
        String number = String.format(Locale.ROOT, "%05d", index);
        return new Shard(folder.resolve(number + ".xyz.gz"), folder.resolve(number + ".json"));
    }
}
