package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lowland.api.InputException;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.network.LossWeights;
import org.lowland.potential.torch.AdamW;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.TorchTrainer;

/**
 * A training, as written in its configuration. Paths are relative to the configuration's folder.
 *
 * @param kind {@code potential}
 * @param id of the model
 * @param output folder for the model, its card, the learning curve and the checkpoint
 * @param seed of the initial weights, the split and the order of the frames
 * @param levelOfTheory of the labels
 * @param network what is trained
 * @param start the model whose weights the training begins with; weights by chance if null
 * @param data what it is trained on
 * @param optimization how
 */
record TrainingSettings(
        String kind,
        String id,
        String output,
        long seed,
        @JsonProperty("level-of-theory") String levelOfTheory,
        NetworkSettings network,
        String start,
        DataSettings data,
        Optimization optimization) {

    TrainingSettings {
        if (id == null
                || output == null
                || levelOfTheory == null
                || network == null
                || data == null
                || optimization == null) {
            throw new InputException("A training needs id, output, level-of-theory, network, data and optimization");
        }
        optimization.schedule();
    }

    /**
     * The optimization.
     *
     * @param batch frames of a step
     * @param engine auto (null too), kernel or torchscript
     * @param threads among which the frames of a step are divided
     * @param steps all steps
     * @param warmUp steps of the warm-up
     * @param decay steps of the decay at the end
     * @param learningRate of the plateau
     * @param clip largest norm of the gradient
     * @param averageDecay of the moving average of the weights, per step
     * @param energyWeight of the energy in the loss
     * @param forceWeight of the forces in the loss
     * @param sizeExponent energy errors are divided by the number of atoms to this power
     * @param evaluateEvery steps between points of the learning curve, which also are the checkpoints
     * @param device cpu (null too) or gpu
     * @param optimizer adamw (null too) or adam, which adds the weight decay to the gradient
     * @param weightDecay per step, relative to the learning rate
     * @param loss robust (null too), in which outliers count linearly, or squared
     * @param schedule what comes after the warm-up: root (null too), cosine or plateau
     * @param plateau when the rate is lowered, for the schedule of that name
     * @param patience evaluations without a better one after which the training ends; never if null
     * @param keep last (null too) or best: which weights become the model
     * @param averageLast how many of the last evaluated weights are averaged for the model; 1 if null
     */
    record Optimization(
            int batch,
            String engine,
            int threads,
            long steps,
            @JsonProperty("warm-up") long warmUp,
            long decay,
            @JsonProperty("learning-rate") double learningRate,
            double clip,
            @JsonProperty("average-decay") double averageDecay,
            @JsonProperty("energy-weight") double energyWeight,
            @JsonProperty("force-weight") double forceWeight,
            @JsonProperty("size-exponent") double sizeExponent,
            @JsonProperty("evaluate-every") long evaluateEvery,
            String device,
            String optimizer,
            @JsonProperty("weight-decay") double weightDecay,
            String loss,
            @JsonProperty("schedule") String after,
            Plateau plateau,
            Integer patience,
            String keep,
            @JsonProperty("average-last") Integer averageLast) {
        Optimization {
            if (batch < 1 || threads < 1 || evaluateEvery < 1) {
                throw new InputException("optimization needs a batch, threads and an evaluate-every of 1 or more");
            }
            if (!(weightDecay >= 0) || patience != null && patience < 1 || averageLast != null && averageLast < 1) {
                throw new InputException(
                        "optimization.weight-decay must not be negative, patience and average-last must"
                                + " be 1 or more");
            }
            if (!(energyWeight >= 0 && forceWeight >= 0 && energyWeight + forceWeight > 0 && sizeExponent >= 0)) {
                throw new InputException("optimization.energy-weight, force-weight and size-exponent must not be"
                        + " negative, nor both weights zero");
            }
            if (!(clip > 0 && averageDecay >= 0 && averageDecay < 1)) {
                throw new InputException(
                        "optimization.clip must be positive, and average-decay 0 or more and less than 1");
            }
            device = one("device", device, "cpu", "gpu");
            optimizer = one("optimizer", optimizer, "adamw", "adam");
            loss = one("loss", loss, "robust", "squared");
            after = one("schedule", after, "root", "cosine", "plateau");
            keep = one("keep", keep, "last", "best");
            averageLast = averageLast == null ? 1 : averageLast;
            if (after.equals("plateau") && decay > 0 || !after.equals("plateau") && plateau != null) {
                throw new InputException("optimization: the schedule is " + after
                        + "; decay goes with root and cosine, plateau with plateau");
            }
            plateau = plateau == null ? Plateau.DEFAULT : plateau;
            if (keep.equals("best") && averageLast > 1) {
                throw new InputException("optimization: keep best and average-last exclude each other");
            }
        }

        /** An optimization in which all else is usual. */
        Optimization(
                int batch,
                String engine,
                int threads,
                long steps,
                long warmUp,
                long decay,
                double learningRate,
                double clip,
                double averageDecay,
                double energyWeight,
                double forceWeight,
                double sizeExponent,
                long evaluateEvery) {
            this(
                    batch,
                    engine,
                    threads,
                    steps,
                    warmUp,
                    decay,
                    learningRate,
                    clip,
                    averageDecay,
                    energyWeight,
                    forceWeight,
                    sizeExponent,
                    evaluateEvery,
                    null,
                    null,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static String one(String setting, String value, String... known) {
            if (value == null) {
                return known[0];
            }
            if (!List.of(known).contains(value)) {
                throw new InputException(
                        "optimization." + setting + " is '" + value + "'; known: " + String.join(", ", known));
            }
            return value;
        }

        Device where() {
            return device.equals("gpu") ? Device.GPU : Device.CPU;
        }

        boolean squaredLoss() {
            return loss.equals("squared");
        }

        boolean keepsBest() {
            return keep.equals("best");
        }

        boolean lowersAtPlateaus() {
            return after.equals("plateau");
        }

        TorchTrainer.Options trainerOptions() {
            AdamW.Options usual = AdamW.Options.DEFAULT;
            return new TorchTrainer.Options(
                    new AdamW.Options(
                            usual.beta1(), usual.beta2(), usual.epsilon(), weightDecay, optimizer.equals("adam")),
                    clip,
                    averageDecay);
        }

        /** What the network learns in. */
        EngineChoice engineChoice() {
            String name = engine == null ? EngineChoice.AUTO.name() : engine.toUpperCase(Locale.ROOT);
            return Arrays.stream(EngineChoice.values())
                    .filter(choice -> choice.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            "optimization.engine is '" + engine + "'; known: auto, kernel, torchscript"));
        }

        LossWeights lossWeights() {
            return new LossWeights(energyWeight, forceWeight, sizeExponent);
        }

        Schedule schedule() {
            boolean cosine = after.equals("cosine");
            return new Schedule(
                    learningRate,
                    warmUp,
                    cosine && decay == 0 ? steps - warmUp : decay,
                    steps,
                    cosine ? Schedule.Shape.COSINE : Schedule.Shape.ROOT);
        }
    }

    /**
     * When the learning rate is lowered for want of progress.
     *
     * @param factor that the rate is multiplied by
     * @param patience evaluations without a better one before that
     */
    record Plateau(double factor, int patience) {
        static final Plateau DEFAULT = new Plateau(0.5, 5);

        Plateau {
            if (!(factor > 0 && factor < 1) || patience < 1) {
                throw new InputException(
                        "optimization.plateau needs a factor between 0 and 1 and a patience of 1 or more");
            }
        }
    }
}
