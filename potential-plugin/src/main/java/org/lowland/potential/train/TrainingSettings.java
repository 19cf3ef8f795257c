package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lowland.api.InputException;
import org.lowland.potential.model.EngineChoice;
import org.lowland.potential.network.LossWeights;

/**
 * A training, as written in its configuration. Paths are relative to the configuration's folder.
 *
 * @param kind {@code potential}
 * @param id of the model
 * @param output folder for the model, its card, the learning curve and the checkpoint
 * @param seed of the initial weights, the split and the order of the frames
 * @param levelOfTheory of the labels
 * @param network what is trained
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
        Data data,
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
    }

    /**
     * The labelled frames.
     *
     * @param frames files of extended XYZ whose frames have an energy, forces and the key {@code species}
     * @param heldOut share of the species that the network never sees
     * @param heldOutFrames most held-out frames that the learning curve is measured on; the card uses all
     * @param largestForce frames with a larger force in eV/Å are left out
     */
    record Data(
            List<String> frames,
            @JsonProperty("held-out") double heldOut,
            @JsonProperty("held-out-frames") int heldOutFrames,
            @JsonProperty("largest-force") double largestForce) {
        Data {
            if (frames == null || frames.isEmpty() || !(heldOut > 0 && heldOut < 1) || heldOutFrames < 1) {
                throw new InputException(
                        "data needs frames, a held-out share between 0 and 1 and held-out-frames of 1 or more");
            }
            frames = List.copyOf(frames);
        }
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
            @JsonProperty("evaluate-every") long evaluateEvery) {
        Optimization {
            if (batch < 1 || threads < 1 || evaluateEvery < 1) {
                throw new InputException("optimization needs a batch, threads and an evaluate-every of 1 or more");
            }
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
            return new Schedule(learningRate, warmUp, decay, steps);
        }
    }
}
