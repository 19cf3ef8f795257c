package org.lowland.potential.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lowland.api.BackendException;
import org.lowland.io.file.WholeFile;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.model.NetworkPotential;
import org.lowland.potential.network.Network;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchScriptArchive;

/** The steps of one training. Confined to one thread. */
final class TrainingRun {
    private static final String CHECKPOINT = "checkpoint.bin";
    private static final String CURVE = "curve.csv";

    private final TrainingSettings settings;
    private final TrainingSettings.Optimization optimization;
    private final EngineChoice engine;
    private final Network network;
    private final ScriptModule module;
    private final ModelMetadata metadata;
    private final Split split;
    private final List<Frame> judged;
    private final List<Path> files;
    private final Path output;
    private final PrintWriter log;
    private final Order order;

    private LearningCurve curve = new LearningCurve();
    private double secondsBefore;
    private long started;

    TrainingRun(
            TrainingSettings settings,
            Network network,
            ScriptModule module,
            ModelMetadata metadata,
            Split split,
            List<Path> files,
            Path output,
            PrintWriter log) {
        this.settings = settings;
        this.optimization = settings.optimization();
        this.engine = Learners.decide(optimization, network);
        this.network = network;
        this.module = module;
        this.metadata = metadata;
        this.split = split;
        this.judged = spread(split.heldOut(), settings.data().heldOutFrames());
        this.files = files;
        this.output = output;
        this.log = log;
        this.order = new Order(split.training().size(), settings.seed());
    }

    /** Trains to the end and writes all that comes out. */
    void run(boolean resume) throws IOException {
        try (Learner learner = Learners.of(engine, module, optimization, metadata)) {
            long step = 0;
            if (resume) {
                Checkpoint checkpoint =
                        Checkpoint.read(output.resolve(CHECKPOINT), fingerprint(), optimization.schedule());
                learner.restore(checkpoint.state());
                step = checkpoint.state().step();
                secondsBefore = checkpoint.seconds();
                curve = LearningCurve.read(output.resolve(CURVE), step);
            }
            log.printf("trained by %s%n", engine == EngineChoice.KERNEL ? "the kernel" : "libtorch");
            started = System.nanoTime();
            steps(learner, step);
            if (curve.points().isEmpty()) {
                evaluate(learner, step, 0, Double.NaN);
            }
            finish(learner);
        }
    }

    private void steps(Learner learner, long first) throws IOException {
        Schedule schedule = optimization.schedule();
        double lossSum = 0;
        long lossCount = 0;
        for (long step = first; step < schedule.steps(); step++) {
            double loss = learner.accumulate(frames(step));
            if (!Double.isFinite(loss) || Double.isNaN(learner.update(schedule.rate(step)))) {
                throw new BackendException("The loss of step " + step + " is not a finite number; its frames are of "
                        + species(step) + ". Lower the learning rate or look at these frames; the last checkpoint is "
                        + output.resolve(CHECKPOINT));
            }
            lossSum += loss;
            lossCount++;
            if ((step + 1) % optimization.evaluateEvery() == 0 || step + 1 == schedule.steps()) {
                evaluate(learner, step + 1, schedule.rate(step), lossSum / lossCount);
                lossSum = 0;
                lossCount = 0;
            }
        }
    }

    private List<Frame> frames(long step) {
        List<Frame> frames = new ArrayList<>();
        for (int index : order.batch(step, optimization.batch())) {
            frames.add(split.training().get(index));
        }
        return frames;
    }

    private String species(long step) {
        return String.join(", ", frames(step).stream().map(Frame::group).toList());
    }

    private void evaluate(Learner learner, long step, double rate, double loss) throws IOException {
        Errors errors;
        try (NetworkPotential potential = NetworkPotential.load(archive(learner), Device.CPU)) {
            errors = Errors.of(potential, judged);
        }
        double seconds = secondsBefore + (System.nanoTime() - started) * 1e-9;
        curve.add(new LearningCurve.Point(
                step, step * optimization.batch(), seconds, rate, loss, errors.forceMae(), errors.energyMae()));
        WholeFile.write(output.resolve(CURVE), curve.table());
        new Checkpoint(fingerprint(), optimization.schedule(), seconds, learner.state())
                .write(output.resolve(CHECKPOINT));
        double left = seconds / step * (optimization.steps() - step);
        log.printf(
                Locale.ROOT,
                "step %d of %d  loss %.4f  force MAE %.4f eV/Å  energy MAE %.2f kcal/mol  %.0f s, %.0f s left%n",
                step,
                optimization.steps(),
                loss,
                errors.forceMae(),
                errors.energyMae(),
                seconds,
                left);
        log.flush();
    }

    private void finish(Learner learner) throws IOException {
        byte[] archive = archive(learner);
        WholeFile.write(output.resolve("model.pt"), archive);
        WholeFile.write(output.resolve("curve.png"), curve.picture(settings.id()));
        try (NetworkPotential potential = NetworkPotential.load(archive, Device.CPU)) {
            ModelCard card = new ModelCard(settings, metadata, split, files, archive, curve);
            WholeFile.write(output.resolve("card.md"), card.text(potential));
        }
    }

    private byte[] archive(Learner learner) {
        return TorchScriptArchive.write(
                module.withValues(learner.averagedParameters()).withMetadata(metadata.toJson()));
    }

    private String fingerprint() {
        TrainingSettings.Optimization o = optimization;
        return String.join(
                " ",
                network.toString(),
                "seed " + settings.seed(),
                "batch " + o.batch() + " on " + o.threads() + (engine == EngineChoice.KERNEL ? " by kernel" : ""),
                "clip " + o.clip(),
                "average decay " + o.averageDecay(),
                o.lossWeights().toString(),
                "frames " + split.training().size() + " " + split.heldOut().size());
    }

    private static List<Frame> spread(List<Frame> frames, int count) {
        if (frames.size() <= count) {
            return frames;
        }
        List<Frame> chosen = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            chosen.add(frames.get((int) ((long) k * frames.size() / count)));
        }
        return chosen;
    }
}
