package org.lowland.rl.strider.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.train.LearningSettings;
import org.lowland.rl.strider.episode.Reward;

/**
 * The configuration of a training of {@code kind: strider-published}.
 *
 * @param kind strider-published
 * @param output folder of all that comes out
 * @param liquid the structures that it starts from, and their potential
 * @param atoms of a structure; as usual for the liquid if null
 * @param temperature kT of the liquid in eV; as usual if null
 * @param trainingStarts how many structures it learns on
 * @param validationStarts how many others judge it
 * @param startSeed of the structures
 * @param reward of a step: published-notebook (null too), published or lowered
 * @param validationSteps of an episode that judges; 20 if null
 * @param growing whether final structures that are lower than their start become starts; if null, they do
 * @param form of the network
 * @param learning how it learns; method {name: pathwise, weights: published} is the published estimator
 */
record PublishedSettings(
        String kind,
        String output,
        String liquid,
        Integer atoms,
        Double temperature,
        @JsonProperty("training-starts") int trainingStarts,
        @JsonProperty("validation-starts") int validationStarts,
        @JsonProperty("start-seed") long startSeed,
        String reward,
        @JsonProperty("validation-steps") Integer validationSteps,
        Boolean growing,
        PublishedForm form,
        LearningSettings learning) {
    private static final int VALIDATION_STEPS = 20;

    PublishedSettings {
        reward = reward == null ? Reward.PUBLISHED_NOTEBOOK.label() : reward;
        validationSteps = validationSteps == null ? VALIDATION_STEPS : validationSteps;
        growing = growing == null || growing;
        if (output == null || liquid == null || form == null || learning == null) {
            throw new InputException("output, liquid, form and learning are needed");
        }
        if (trainingStarts < 1 || validationStarts < 1 || validationSteps < 1) {
            throw new InputException("training-starts, validation-starts and validation-steps must be 1 or more");
        }
        if (Reward.named(reward) == Reward.QUENCHED) {
            throw new InputException("reward is 'quenched'; known here: lowered, published, published-notebook");
        }
    }

    /** {@return what must be the same when a training is resumed, beside how it learns} */
    String description() {
        return "strider-published, " + liquid + ", atoms " + atoms + ", temperature " + temperature + ", "
                + trainingStarts + " + " + validationStarts + " starts of seed " + startSeed + ", reward " + reward
                + ", judged after " + validationSteps + " steps, growing " + growing + ", " + form;
    }
}
