package org.lowland.potential.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;
import org.lowland.io.file.WholeFile;
import org.lowland.potential.evaluate.LabelErrors;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.model.NetworkPotential;
import org.lowland.potential.network.Network;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchScriptArchive;
import org.lowland.potential.torch.TrainedParameters;

/** The steps of one training. Confined to one thread. */
final class TrainingRun {
    static final String CHECKPOINT = "checkpoint.bin";
    private static final String CURVE = "curve.csv";

    private final TrainingSettings settings;
    private final TrainingSettings.Optimization optimization;
    private final EngineChoice engine;
    private final Network network;
    private final Optional<StartingModel> start;
    private final ScriptModule module;
    private final ModelMetadata metadata;
    private final FrameSets frames;
    private final List<Frame> judged;
    private final List<Frame> learned;
    private final Path output;
    private final ProgressLog log;
    private final Order order;

    private LearningCurve curve = new LearningCurve();
    private Standing standing = Standing.NONE;

    TrainingRun(
            TrainingSettings settings,
            Network network,
            Optional<StartingModel> start,
            ScriptModule module,
            ModelMetadata metadata,
            FrameSets frames,
            Path output,
            PrintWriter log) {
        this.settings = settings;
        this.optimization = settings.optimization();
        this.engine = Learners.decide(optimization, network);
        this.network = network;
        this.start = start;
        this.module = module;
        this.metadata = metadata;
        this.frames = frames;
        this.judged = spread(frames.validation(), settings.data().judged());
        this.learned = spread(frames.training(), settings.data().judged());
        this.output = output;
        this.log = new ProgressLog(log, optimization.steps(), optimization.batch());
        this.order = new Order(frames.training().size(), settings.seed());
    }

    /** Trains to the end and writes all that comes out. */
    void run(boolean resume) throws IOException {
        try (Learner learner = Learners.of(engine, module, optimization, metadata)) {
            long step = 0;
            double secondsBefore = 0;
            if (resume) {
                Checkpoint checkpoint =
                        Checkpoint.read(output.resolve(CHECKPOINT), fingerprint(), optimization.schedule());
                learner.restore(checkpoint.state());
                step = checkpoint.state().step();
                secondsBefore = checkpoint.seconds();
                standing = checkpoint.standing();
                curve = LearningCurve.read(output.resolve(CURVE), step);
            }
            log.start(engine == EngineChoice.KERNEL ? "the kernel" : "libtorch", step, secondsBefore);
            long end = steps(learner, step);
            if (curve.points().isEmpty()) {
                evaluate(learner, end, 0, Double.NaN);
            }
            finish(learner);
        }
    }

    private long steps(Learner learner, long first) throws IOException {
        Schedule schedule = optimization.schedule();
        double lossSum = 0;
        long lossCount = 0;
        long step = first;
        while (step < schedule.steps() && !standing.ends(optimization)) {
            double rate = schedule.rate(step) * standing.factor();
            double loss = loss(learner, step);
            if (!Double.isFinite(loss) || Double.isNaN(learner.update(rate))) {
                throw diverged(step, null);
            }
            step++;
            lossSum += loss;
            lossCount++;
            if (step % optimization.evaluateEvery() == 0 || step == schedule.steps()) {
                evaluate(learner, step, rate, lossSum / lossCount);
                lossSum = 0;
                lossCount = 0;
            } else {
                log.step(step, lossSum / lossCount);
            }
        }
        if (step < schedule.steps()) {
            log.say("ended at step " + step + ": no better evaluation among the last " + optimization.patience());
        }
        return step;
    }

    private double loss(Learner learner, long step) {
        try {
            return learner.accumulate(frames(step));
        } catch (InputException e) {
            // The frames are sound: it is the network that has moved their atoms to nowhere.
            throw diverged(step, e);
        }
    }

    private BackendException diverged(long step, InputException cause) {
        Path checkpoint = output.resolve(CHECKPOINT);
        return new BackendException(
                "The loss of step " + step + " is not a finite number; its frames are " + places(step)
                        + ". Lower the learning rate or look at these frames"
                        + (Files.exists(checkpoint) ? "; the last checkpoint is " + checkpoint : ""),
                cause);
    }

    private List<Frame> frames(long step) {
        List<Frame> chosen = new ArrayList<>();
        for (int index : order.batch(step, optimization.batch())) {
            chosen.add(frames.training().get(index));
        }
        return chosen;
    }

    private String places(long step) {
        return frames(step).stream()
                .map(frame -> frame.place() + " (" + frame.group() + ")")
                .collect(Collectors.joining(", "));
    }

    private void evaluate(Learner learner, long step, double rate, double loss) throws IOException {
        float[] weights = learner.state().average();
        LabelErrors errors;
        double training;
        try (NetworkPotential potential = load(archive(learner, weights))) {
            errors = FrameErrors.of(potential, judged);
            training = FrameErrors.of(potential, learned).forceMae();
        }
        Standing next = standing.after(
                optimization.forceWeight() > 0 ? errors.forceMae() : errors.energyMae(), weights, optimization);
        double seconds = log.seconds();
        curve.add(new LearningCurve.Point(
                step,
                step * optimization.batch(),
                seconds,
                rate,
                loss,
                errors.forceMae(),
                errors.energyMae() * Units.KCAL_PER_MOL_PER_EV,
                errors.forceRmse(),
                errors.energyRmse() * Units.KCAL_PER_MOL_PER_EV,
                training));
        WholeFile.write(output.resolve(CURVE), curve.table());
        // An evaluation for the end alone decides nothing: a longer run would not have had it.
        boolean counts = step % optimization.evaluateEvery() == 0;
        new Checkpoint(fingerprint(), optimization.schedule(), seconds, counts ? next : standing, learner.state())
                .write(output.resolve(CHECKPOINT));
        standing = next;
        log.evaluation(step, loss, errors, rate);
    }

    private void finish(Learner learner) throws IOException {
        byte[] archive = archive(learner, standing.chosen(learner.state().average(), optimization));
        WholeFile.write(output.resolve(PotentialTrainer.MODEL), archive);
        WholeFile.write(output.resolve("curve.png"), curve.picture(settings.id()));
        try (NetworkPotential potential = load(archive)) {
            ModelCard card = new ModelCard(settings, start, metadata, frames, archive, curve);
            WholeFile.write(output.resolve("card.md"), card.text(potential));
        }
        log.say("the model, its card with the errors, and the curve are in " + output);
    }

    private NetworkPotential load(byte[] archive) {
        return NetworkPotential.load(archive, optimization.where());
    }

    private byte[] archive(Learner learner, float[] weights) {
        return TorchScriptArchive.write(
                module.withValues(TrainedParameters.unflatten(learner.averagedParameters(), weights))
                        .withMetadata(metadata.toJson()));
    }

    private String fingerprint() {
        TrainingSettings.Optimization o = optimization;
        return String.join(
                ", ",
                network.toString() + start.map(model -> " from " + model.mark()).orElse(""),
                "seed " + settings.seed(),
                "batch " + o.batch() + " on " + o.threads() + (engine == EngineChoice.KERNEL ? " by kernel" : ""),
                o.trainerOptions().toString(),
                o.loss() + " loss " + o.lossWeights(),
                o.lowersAtPlateaus() ? o.plateau().toString() : "no plateaus",
                "keep " + o.keep() + " of " + o.averageLast(),
                "frames " + frames.training().size() + " and "
                        + frames.validation().size() + " of checksum " + Frame.checksum(frames.training()));
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
