package org.lowland.rl.strider.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.train.LearningSettings;
import org.lowland.rl.start.TrainingStarts;
import org.lowland.rl.strider.episode.DisplacementForm;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.equivariant.EquivariantForm;

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
 * @param form of the published network on a graph; null where {@code spherical} is given
 * @param spherical form of a network of spherical features, null where {@code form} is given
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
        EquivariantForm spherical,
        LearningSettings learning) {
    private static final int VALIDATION_STEPS = 20;

    PublishedSettings {
        reward = reward == null ? Reward.PUBLISHED_NOTEBOOK.label() : reward;
        validationSteps = validationSteps == null ? VALIDATION_STEPS : validationSteps;
        growing = growing == null || growing;
        if (output == null || liquid == null || learning == null) {
            throw new InputException("output, liquid and learning are needed");
        }
        if ((form == null) == (spherical == null)) {
            throw new InputException("The network is missing or there are two: give 'form' or 'spherical'");
        }
        if (validationSteps < 1) {
            throw new InputException("validation-steps is " + validationSteps + "; give 1 or more");
        }
        if (Reward.named(reward) == Reward.QUENCHED) {
            throw new InputException("reward is 'quenched'; known here: lowered, published, published-notebook");
        }
    }

    /** {@return the network} */
    DisplacementForm network() {
        return form == null ? spherical : form;
    }

    /** {@return the structures} */
    TrainingStarts starts() {
        return new TrainingStarts(liquid, atoms, temperature, trainingStarts, validationStarts, startSeed);
    }

    /** {@return what must be the same when a training is resumed, beside how it learns} */
    String description() {
        return "strider-published, " + starts().description() + ", reward " + reward + ", judged after "
                + validationSteps + " steps, growing " + growing + ", " + network();
    }
}
