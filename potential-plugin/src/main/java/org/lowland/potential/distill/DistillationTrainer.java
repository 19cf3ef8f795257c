package org.lowland.potential.distill;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.file.WholeFile;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.train.TrainerProvider;

/**
 * Runs a recipe for labelled frames. The molecules are dealt out to shards in an order that the seed decides; a shard is
 * one file in {@code OUTPUT.shards}, written whole or not at all, so a run that was killed goes on with the shards that
 * are missing. The shards together are the output.
 */
public final class DistillationTrainer implements TrainerProvider {

    /** A molecule and, where the recipe has them, its structures. */
    private record Source(Species species, List<AtomicSystem> structures) {}

    @Override
    public String id() {
        return "distillation";
    }

    @Override
    public String description() {
        return "labelled frames of many molecules by a teacher potential, to train a student on";
    }

    @Override
    public void train(Request request) {
        DistillationSettings settings = request.settingsAs(DistillationSettings.class);
        Path output = request.resolve(settings.output());
        Path shards = output.resolveSibling(output.getFileName() + ".shards");
        BackendSpec spec = BackendSpec.parse(settings.teacher());
        if (spec.options().containsKey("path")) {
            spec = spec.with(
                    "path", request.resolveData(spec.options().get("path")).toString());
        }
        try (Potential teacher = Lowland.potential(spec)) {
            prepare(shards, request.resume());
            List<Source> sources = sources(request, settings, teacher);
            request.log().println(sources.size() + " molecules");
            List<Path> files = run(settings, sources, shards, new Sampler(teacher, settings), request.log());
            concatenate(files, output);
            request.log().println("wrote " + output);
        } catch (IOException e) {
            throw new InputException("The recipe cannot write to " + shards + ": " + e.getMessage(), e);
        }
    }

    private static void prepare(Path shards, boolean resume) throws IOException {
        if (Files.exists(shards) && !resume) {
            throw new InputException(shards + " holds an earlier run; give --resume to go on with it, or remove it");
        }
        Files.createDirectories(shards);
    }

    private static List<Source> sources(Request request, DistillationSettings settings, Potential teacher) {
        Set<Integer> elements = teacher.domain()
                .elements()
                .orElseThrow(() -> new InputException("The teacher must say which elements it knows"));
        ChemistryFilter filter = new ChemistryFilter(elements, settings.largestMolecule());
        Set<String> excluded = new TreeSet<>();
        for (String list : settings.excluded()) {
            SpeciesList.column(request.resolveData(list)).forEach(smiles -> excluded.add(filter.keyOf(smiles)));
        }
        List<Source> sources = new ArrayList<>();
        for (String file : settings.monomers()) {
            for (SpiceMonomers.Monomer monomer : SpiceMonomers.read(request.resolveData(file), filter)) {
                if (!excluded.contains(monomer.species().key())) {
                    sources.add(new Source(monomer.species(), spread(monomer.conformations(), settings)));
                }
            }
        }
        List<Path> lists = settings.smiles().stream()
                .map(file -> request.resolveData(file))
                .toList();
        SpeciesList.read(lists, filter, excluded).forEach(species -> sources.add(new Source(species, List.of())));
        Collections.shuffle(sources, new Random(settings.seed()));
        return sources;
    }

    private static List<AtomicSystem> spread(List<AtomicSystem> conformations, DistillationSettings settings) {
        int count = Math.min(settings.conformations(), conformations.size());
        List<AtomicSystem> chosen = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            chosen.add(conformations.get(k * conformations.size() / count));
        }
        return chosen;
    }

    private static List<Path> run(
            DistillationSettings settings, List<Source> sources, Path folder, Sampler sampler, PrintWriter log) {
        ExecutorService workers = Executors.newFixedThreadPool(settings.threads());
        try {
            List<Future<Path>> pending = new ArrayList<>();
            AtomicInteger done = new AtomicInteger();
            int count = (sources.size() + settings.shard() - 1) / settings.shard();
            for (int s = 0; s < count; s++) {
                int index = s;
                List<Source> part =
                        sources.subList(s * settings.shard(), Math.min(sources.size(), (s + 1) * settings.shard()));
                pending.add(workers.submit(() -> {
                    Path file = folder.resolve(String.format("%05d.xyz.gz", index));
                    if (!Files.exists(file)) {
                        writeShard(settings, part, file, sampler, settings.seed() + index, log);
                    }
                    log.println("shard " + done.incrementAndGet() + " of " + count);
                    log.flush();
                    return file;
                }));
            }
            List<Path> files = new ArrayList<>();
            for (Future<Path> shard : pending) {
                files.add(shard.get());
            }
            return files;
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

    private static void writeShard(
            DistillationSettings settings, List<Source> part, Path file, Sampler sampler, long seed, PrintWriter log) {
        List<Species> species = new ArrayList<>();
        List<AtomicSystem> starts = new ArrayList<>();
        for (Source source : part) {
            List<AtomicSystem> structures = source.structures().isEmpty()
                    ? Conformers.generate(source.species().smiles(), settings.conformers(), seed)
                    : source.structures();
            List<AtomicSystem> usable =
                    structures.stream().filter(sampler::covers).toList();
            if (usable.isEmpty()) {
                log.println("left out, no structure can be built: "
                        + source.species().smiles());
            }
            for (AtomicSystem structure : usable) {
                species.add(source.species());
                starts.add(structure);
            }
        }
        try (XyzWriter writer = XyzWriter.create(file)) {
            List<List<Walk.Position>> frames = sampler.sample(starts, seed);
            for (int k = 0; k < frames.size(); k++) {
                for (Walk.Position frame : frames.get(k)) {
                    writer.write(LabelledFrame.of(frame.system(), frame.evaluation())
                            .with("species", species.get(k).key()));
                }
            }
            writer.commit();
        }
    }

    private static void concatenate(List<Path> files, Path output) throws IOException {
        try (WholeFile whole = WholeFile.create(output)) {
            for (Path file : files) {
                Files.copy(file, whole.bytes());
            }
            whole.commit();
        }
    }
}
