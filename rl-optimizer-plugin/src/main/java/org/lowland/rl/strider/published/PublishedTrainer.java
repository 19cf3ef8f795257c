package org.lowland.rl.strider.published;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.train.Curriculum;
import org.lowland.rl.policygradient.train.LearningSettings;
import org.lowland.rl.policygradient.train.PolicyTrainer;
import org.lowland.rl.policygradient.train.Training;
import org.lowland.rl.policygradient.train.Validation;
import org.lowland.rl.start.Liquid;
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
        Liquid usual = Liquid.named(settings.liquid());
        Liquid liquid = usual.with(
                Optional.ofNullable(settings.atoms()).orElse(usual.atoms()),
                Optional.ofNullable(settings.temperature()).orElse(usual.temperature()));
        Path output = request.resolve(settings.output());
        try (Potential potential = liquid.open()) {
            int count = settings.trainingStarts() + settings.validationStarts();
            request.log().println("making " + count + " liquids");
            request.log().flush();
            List<AtomicSystem> starts = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                starts.add(
                        liquid.sample(potential, settings.startSeed(), number).system());
            }
            starts.forEach(settings.form()::requireKnown);
            double[] learned = train(settings, potential, starts, output, request);
            new PublishedFile(PublishedFile.FORMAT, settings.description(), potential.id(), settings.form(), learned)
                    .write(output.resolve(POLICY));
            request.log().println("wrote " + output.resolve(POLICY));
            request.log().flush();
        }
    }

    private static double[] train(
            PublishedSettings settings, Potential potential, List<AtomicSystem> starts, Path output, Request request) {
        LearningSettings learning = settings.learning();
        Reach reach = new Reach(2 * settings.form().clip());
        SearchEnvironment environment = new SearchEnvironment(
                potential,
                starts.subList(0, settings.trainingStarts()),
                learning.horizon(),
                Reward.named(settings.reward()),
                reach,
                1);
        SearchEnvironment judge = new SearchEnvironment(
                potential,
                starts.subList(settings.trainingStarts(), starts.size()),
                settings.validationSteps(),
                Reward.LOWERED,
                reach,
                1);
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
                                new PublishedFunction(settings.form()),
                                Deviation.fixed(settings.form().deviation()),
                                new RandomStreams(learning.seed()).of(RandomStreams.Purpose.PARAMETERS, 0, 0)),
                        learning.method().method(environment, learning.discount()),
                        learning.baseline().baseline(learning.horizon(), Optional.empty()),
                        Optional.of(Validation.greedy(judge, settings.validationSteps(), 1))))
                .run(output, request.resume(), request.log())
                .policy()
                .parameters();
    }
}
