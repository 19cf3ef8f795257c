package org.lowland.rl.strider.published;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Potential;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.train.Curriculum;
import org.lowland.rl.policygradient.train.LearningSettings;
import org.lowland.rl.policygradient.train.PolicyTrainer;
import org.lowland.rl.policygradient.train.Training;
import org.lowland.rl.policygradient.train.Validation;
import org.lowland.rl.start.TrainingStarts;
import org.lowland.rl.strider.episode.DisplacementForm;
import org.lowland.rl.strider.episode.GrowingStarts;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.episode.SearchEnvironment;
import org.lowland.rl.strider.episode.Situation;

/**
 * Trains policies of the published form on fresh liquids. They are judged by the energy that so many steps lower for each
 * atom, from structures that they do not learn on.
 */
public final class PublishedTrainer implements TrainerProvider {
    /** The kind of its configurations. */
    public static final String ID = "strider-published";

    /** The trained policy in the output folder. */
    public static final String POLICY = "policy.json";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String description() {
        return "the policy of StriderNET as its code has it, for comparison";
    }

    @Override
    public void train(Request request) {
        PublishedSettings settings = request.settingsAs(PublishedSettings.class);
        try (Potential potential = settings.starts().liquid().open()) {
            TrainingStarts.Made starts =
                    settings.starts().make(potential, settings.network()::requireKnown, request.log());
            Path output = request.resolve(settings.output());
            double[] learned = train(settings, potential, starts, output, request);
            new PublishedFile(
                            PublishedFile.FORMAT,
                            settings.description(),
                            potential.id(),
                            settings.form(),
                            settings.spherical(),
                            learned)
                    .write(output.resolve(POLICY));
            request.log().println("wrote " + output.resolve(POLICY));
            request.log().flush();
        }
    }

    private static double[] train(
            PublishedSettings settings, Potential potential, TrainingStarts.Made starts, Path output, Request request) {
        LearningSettings learning = settings.learning();
        DisplacementForm network = settings.network();
        Reach reach = new Reach(network.longestStep());
        SearchEnvironment environment = new SearchEnvironment(
                potential, starts.own(), learning.horizon(), Reward.named(settings.reward()), reach, 1);
        SearchEnvironment judge =
                new SearchEnvironment(potential, starts.others(), settings.validationSteps(), Reward.LOWERED, reach, 1);
        Curriculum<Situation, double[]> curriculum = settings.growing()
                ? new GrowingStarts(environment, List.of(), GrowingStarts.PUBLISHED_MOST)
                : Curriculum.constant(environment);
        return new PolicyTrainer<>(new Training<>(
                        "published form on " + settings.liquid(),
                        settings.description(),
                        learning.loop(),
                        learning.returns(),
                        learning.normalize(),
                        curriculum,
                        GaussianPolicy.initial(
                                network.function(),
                                network.noise(),
                                new RandomStreams(learning.seed()).of(RandomStreams.Purpose.PARAMETERS, 0, 0)),
                        learning.method().method(environment, learning.discount()),
                        learning.baseline().baseline(learning.horizon(), Optional.empty()),
                        Optional.of(Validation.greedy(judge, settings.validationSteps(), 1))))
                .run(output, request.resume(), request.log())
                .policy()
                .parameters();
    }
}
