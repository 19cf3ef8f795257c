package org.lowland.rl.strider.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.train.LearningSettings;
import org.lowland.rl.start.TrainingStarts;
import org.lowland.rl.strider.Plan;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.policy.Architecture;

/**
 * The configuration of a training of {@code kind: strider}.
 *
 * @param kind strider
 * @param output folder of all that comes out
 * @param liquid the structures that it starts from, and their potential
 * @param atoms of a structure; as usual for the liquid if null
 * @param temperature kT of the liquid in eV; as usual if null
 * @param trainingStarts how many structures it learns on
 * @param validationStarts how many others judge it
 * @param startSeed of the structures
 * @param exploration parameters (null too): noise on the parameters, the same for an episode; actions: noise in each step
 * @param deviation of the noise on the parameters; 0.1 if null
 * @param reward of a step where actions explore: lowered (null too), quenched, published or published-notebook
 * @param evaluations of a search
 * @param quench the share of the evaluations for the quench at the end; 0.4 if null
 * @param longestStep of an atom in Å; 0.1 if null
 * @param growing whether final structures that are lower than their start become starts, as published; not if null
 * @param architecture of the policy
 * @param initial a policy.json of the same architecture to go on from; an untrained policy if null
 * @param learning how it learns; the horizon is 1 where parameters explore
 */
record StriderSettings(
        String kind,
        String output,
        String liquid,
        Integer atoms,
        Double temperature,
        @JsonProperty("training-starts") int trainingStarts,
        @JsonProperty("validation-starts") int validationStarts,
        @JsonProperty("start-seed") long startSeed,
        String exploration,
        Double deviation,
        String reward,
        long evaluations,
        Double quench,
        @JsonProperty("longest-step") Double longestStep,
        Boolean growing,
        Architecture architecture,
        String initial,
        LearningSettings learning) {
    private static final double USUAL_DEVIATION = 0.1;

    /** Fills in what is usual and checks the rest. */
    StriderSettings {
        exploration = exploration == null ? "parameters" : exploration;
        deviation = deviation == null ? USUAL_DEVIATION : deviation;
        reward = reward == null ? Reward.LOWERED.label() : reward;
        quench = quench == null ? Plan.DEFAULT_QUENCH : quench;
        longestStep = longestStep == null ? Reach.DEFAULT : longestStep;
        growing = growing != null && growing;
        if (output == null || liquid == null || architecture == null || learning == null) {
            throw new InputException("output, liquid, architecture and learning are needed");
        }
        if (evaluations < 2) {
            throw new InputException("evaluations is " + evaluations + "; give 2 or more");
        }
        boolean ofParameters = exploration.equals("parameters");
        if (!ofParameters && !exploration.equals("actions")) {
            throw new InputException("exploration is '" + exploration + "'; known: actions, parameters");
        }
        if (ofParameters && learning.horizon() != 1) {
            throw new InputException("learning.horizon is " + learning.horizon()
                    + ", but where parameters explore, a whole search is one step; write 1");
        }
        if (ofParameters && growing) {
            throw new InputException("growing belongs to exploration: actions");
        }
        Reward.named(reward);
    }

    /** {@return the structures} */
    TrainingStarts starts() {
        return new TrainingStarts(liquid, atoms, temperature, trainingStarts, validationStarts, startSeed);
    }

    /** {@return whether parameters explore; otherwise actions do} */
    boolean explores() {
        return exploration.equals("parameters");
    }

    /** {@return how a search spends its evaluations} */
    Plan plan() {
        return new Plan(new Reach(longestStep), quench, Plan.Descent.LBFGS);
    }

    /** {@return what must be the same when a training is resumed, beside how it learns} */
    String description() {
        return "strider, " + starts().description() + ", exploration by " + exploration + " "
                + deviation + ", reward " + reward + ", " + evaluations + " evaluations, quench " + quench
                + ", longest step " + longestStep + ", growing " + growing
                + (initial == null ? "" : ", from " + initial) + ", " + architecture;
    }
}
