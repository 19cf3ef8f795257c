package org.lowland.jmol.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.lowland.api.BackendException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.cli.BackendOptions;
import org.lowland.cli.HoldFlags;
import org.lowland.cli.OptimizerOptions;
import org.lowland.cli.SystemFlags;
import org.lowland.cli.batch.Entry;
import org.lowland.cli.batch.Outcome;
import org.lowland.cli.batch.Preparation;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.jmol.JmolModel;
import org.lowland.jmol.backend.Backend;
import org.lowland.jmol.minimize.ModelRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Relaxes the model, or searches for a lower one. */
@Command(
        name = "optimize",
        description = "Relaxes the model, or searches for a structure of lower energy, and returns when that is done."
                + " The menu's Stop or Jmol's halt end it early; 'restore coordinates minimize' takes it back.",
        sortOptions = false)
final class OptimizeVerb implements Verb {
    @Mixin
    private BackendOptions backend;

    @Mixin
    private OptimizerOptions optimizer;

    @Mixin
    private SystemFlags system;

    @Mixin
    private HoldFlags held;

    @Mixin
    private ModelOption model;

    @Mixin
    private Reference reference;

    @Option(
            names = "--trajectory",
            paramLabel = "FILE",
            description = "write all accepted structures with energies and forces as extended XYZ, also .gz; Jmol loads"
                    + " such files with the forces as vibration vectors")
    private String trajectory;

    @Option(names = "--course", description = "give energies and largest forces of all steps, too")
    private boolean course;

    @Option(names = "--quiet", description = "say and draw nothing on the way")
    private boolean quiet;

    @Override
    public Answer run(Scene scene) {
        GeometryOptimizer chosen = optimizer.create();
        OptimizationOptions options = optimizer.limits(trajectory != null);
        JmolModel read = model.read(scene.viewer());
        Backend opened = scene.session().backends().open(optimizer.text() + "@" + backend.spec());
        Entry entry = Entry.of(read.index() + 1, "", read.structure());
        Preparation.Prepared prepared = new Preparation(held.addTo(system.options())).prepare(entry, scene::say);
        Potential potential = opened.potential();
        scene.warn(potential, prepared.system());
        List<OptimizationOptions> each = LongStream.range(0, optimizer.seeds())
                .mapToObj(seed -> options.withSeed(options.seed() + seed))
                .toList();
        long begin = System.nanoTime();
        ModelRun run = new ModelRun(opened, read, prepared.system(), each, quiet);
        List<OptimizationResult> results =
                HaltWatch.during(scene.session(), () -> scene.session().run(run));
        if (results.isEmpty()) {
            throw new BackendException("the optimization was stopped before it began");
        }
        double seconds = (System.nanoTime() - begin) * 1e-9 / results.size();
        List<Outcome> outcomes = outcomes(prepared, results, each, opened, seconds);
        writeTrajectory(scene, outcomes);
        return answer(scene, outcomes, potential.id(), chosen.id());
    }

    private static List<Outcome> outcomes(
            Preparation.Prepared prepared,
            List<OptimizationResult> results,
            List<OptimizationOptions> each,
            Backend backend,
            double seconds) {
        boolean chemical = backend.potential().domain().elements().isPresent();
        List<Outcome> outcomes = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            OptimizationResult result = results.get(k);
            var identity = result.evaluation().flatMap(e -> Outcome.identity(prepared, result, chemical));
            outcomes.add(new Outcome(prepared, result, identity, each.get(k).seed(), seconds));
        }
        return outcomes;
    }

    private void writeTrajectory(Scene scene, List<Outcome> outcomes) {
        if (trajectory == null) {
            return;
        }
        try (XyzWriter writer = XyzWriter.create(scene.file(trajectory))) {
            outcomes.forEach(outcome -> outcome.writeTrajectory(writer));
            writer.commit();
        }
    }

    private Answer answer(Scene scene, List<Outcome> outcomes, String potential, String optimizer) {
        Outcome best = outcomes.stream()
                .min(Comparator.comparing((Outcome outcome) -> !ModelRun.isUsable(outcome.result()))
                        .thenComparing(Outcome::result, OptimizationResult.bestFirst()))
                .orElseThrow();
        Answer answer = Answer.line(lines -> best.write(lines, potential, optimizer))
                .withExactEnergy(best.result().energy(), reference.energy());
        best.problem().ifPresent(problem -> answer.with("message", problem));
        if (course) {
            scene.session().lastRun().ifPresent(run -> answer.withCourse(run.course()));
        }
        return answer;
    }
}
