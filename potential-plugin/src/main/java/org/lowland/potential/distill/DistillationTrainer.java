package org.lowland.potential.distill;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.io.file.WholeFile;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.distill.species.Source;
import org.lowland.potential.distill.species.Species;
import org.lowland.potential.distill.species.SpeciesCatalog;

/**
 * Runs a recipe for labelled frames. The molecules are dealt out to shards in an order that the seed decides; a shard is
 * one file in {@code OUTPUT.shards}, written whole or not at all, so a run that was killed goes on with the shards that
 * are missing. The shards together are the output, {@code OUTPUT.md} tells what is in it.
 */
public final class DistillationTrainer implements TrainerProvider {

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
        Shards shards = new Shards(
                output.resolveSibling(output.getFileName() + ".shards"),
                settings.shard(),
                settings.threads(),
                request.log());
        try (Potential teacher = potential(settings.teacher(), request::resolveData);
                Potential student = potential(settings.student(), request::resolve);
                Potential committee = settings.picked() == null ? null : committee(request, settings.picked())) {
            shards.prepare(request.resume());
            List<Source> sources = sources(request, settings, teacher);
            Optional<Picker> picker =
                    Optional.ofNullable(committee).map(members -> new Picker(settings.picked(), members));
            List<Shards.Shard> done =
                    shards.run(sources, new ShardMaker(settings, student, teacher, picker), settings.seed());
            shards.join(done, output);
            summarize(request, output, done);
        }
    }

    /** What the run has made, in {@code OUTPUT.md} and on the log. */
    private static void summarize(Request request, Path output, List<Shards.Shard> shards) {
        FrameSummary summary = FrameSummary.of(
                output,
                shards.stream().map(shard -> ShardReport.read(shard.report())).toList());
        String text = summary.text(String.valueOf(output.getFileName()));
        Path file = output.resolveSibling(output.getFileName() + ".md");
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        request.log().print(text);
        request.log().println("wrote " + output + " and " + file);
        request.log().flush();
    }

    private static Potential committee(Request request, PickedSettings picked) {
        String models = picked.committee().stream()
                .map(model -> request.resolve(model).toString())
                .collect(Collectors.joining(","));
        return Lowland.potential(BackendSpec.parse("committee").with("paths", models));
    }

    private static Potential potential(String text, Function<String, Path> resolve) {
        BackendSpec spec = BackendSpec.parse(text);
        String path = spec.options().get("path");
        return Lowland.potential(
                path == null ? spec : spec.with("path", resolve.apply(path).toString()));
    }

    private static List<Source> sources(Request request, DistillationSettings settings, Potential teacher) {
        Set<Integer> elements = teacher.domain()
                .elements()
                .orElseThrow(() -> new InputException("The teacher must say which elements it knows"));
        SpeciesCatalog catalog = SpeciesCatalog.of(
                settings.sources(),
                Optional.ofNullable(settings.setAside()),
                settings.excluded(),
                elements,
                request::resolveData,
                settings.seed());
        if (settings.setAside() != null) {
            Path list = request.resolve(settings.setAside().output());
            write(catalog.setAside(), list);
            request.log().println("set aside " + catalog.setAside().size() + " molecules: " + list);
        }
        List<Source> sources = new ArrayList<>(catalog.sources());
        Collections.shuffle(sources, new Random(settings.seed()));
        long keys = sources.stream()
                .map(source -> source.species().key())
                .distinct()
                .count();
        request.log().println(sources.size() + " entries of " + keys + " molecules");
        request.log().flush();
        return sources;
    }

    private static void write(List<Species> species, Path list) {
        String text =
                species.stream().map(s -> s.smiles() + "\t" + s.key() + "\n").collect(Collectors.joining());
        WholeFile.write(list, text.getBytes(StandardCharsets.UTF_8));
    }
}
