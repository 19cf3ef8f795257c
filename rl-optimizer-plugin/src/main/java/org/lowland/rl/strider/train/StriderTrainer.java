package org.lowland.rl.strider.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.file.WholeFile;
import org.lowland.io.train.TrainerProvider;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.RandomStreams;
import org.lowland.rl.policygradient.function.Features;
import org.lowland.rl.policygradient.function.LinearFunction;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.policygradient.train.Curriculum;
import org.lowland.rl.policygradient.train.LearningSettings;
import org.lowland.rl.policygradient.train.PolicyTrainer;
import org.lowland.rl.policygradient.train.ReturnCurve;
import org.lowland.rl.policygradient.train.Training;
import org.lowland.rl.policygradient.train.Validation;
import org.lowland.rl.start.TrainingStarts;
import org.lowland.rl.strider.Strider;
import org.lowland.rl.strider.episode.GrowingStarts;
import org.lowland.rl.strider.episode.Reward;
import org.lowland.rl.strider.episode.SearchEnvironment;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.policy.PolicyFile;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;

/**
 * Trains a policy of {@code strider} on fresh liquids. The policy is judged by whole searches from structures that it does
 * not learn on, always with the same random numbers. The output folder receives {@code policy.json}, {@code card.md} and what
 * {@link PolicyTrainer} writes.
 */
public final class StriderTrainer implements TrainerProvider {
    /** What there is to read of the policy, in the output folder. */
    public static final String CARD = "card.md";

    /** The trained policy in the output folder. */
    public static final String POLICY = "policy.json";

    @Override
    public String id() {
        return Strider.ID;
    }

    @Override
    public String description() {
        return "a policy that searches for low structures of a liquid";
    }

    @Override
    public void train(Request request) {
        StriderSettings settings = request.settingsAs(StriderSettings.class);
        Path output = request.resolve(settings.output());
        try (Potential potential = settings.starts().liquid().open()) {
            TrainingStarts.Made starts =
                    settings.starts().make(potential, settings.architecture()::requireKnown, request.log());
            Course course = new Course(settings, initial(request, settings), potential, starts.own(), starts.others());
            Learned learned = settings.explores()
                    ? course.byParameters(output, request.resume(), request.log())
                    : course.byActions(output, request.resume(), request.log());
            PolicyFile policy = new PolicyFile(
                    PolicyFile.FORMAT,
                    settings.description(),
                    potential.id(),
                    settings.evaluations(),
                    settings.longestStep(),
                    settings.quench(),
                    settings.architecture(),
                    learned.parameters());
            policy.write(output.resolve(POLICY));
            WholeFile.write(output.resolve(CARD), PolicyCard.of(policy, policy.bytes(), settings, learned.curve()));
            request.log().println("wrote " + output.resolve(POLICY));
            request.log().flush();
        }
    }

    private static double[] initial(Request request, StriderSettings settings) {
        if (settings.initial() == null) {
            return new StepFunction(settings.architecture())
                    .initial(new RandomStreams(settings.learning().seed()).of(RandomStreams.Purpose.PARAMETERS, 0, 0));
        }
        Path file = request.resolve(settings.initial());
        PolicyFile before = PolicyFile.read(file);
        if (!before.architecture().equals(settings.architecture())) {
            throw new InputException(file + ": this policy has the architecture " + before.architecture()
                    + ", not that of the configuration, " + settings.architecture()
                    + "; make the two the same, or leave 'initial' out");
        }
        return before.parameters();
    }

    /** What came of a training. */
    private record Learned(double[] parameters, ReturnCurve curve) {}

    /** One training, its structures made. */
    private record Course(
            StriderSettings settings,
            double[] initial,
            Potential potential,
            List<AtomicSystem> own,
            List<AtomicSystem> others) {

        private StepFunction function() {
            return new StepFunction(settings.architecture());
        }

        private ParameterSearch searches(List<AtomicSystem> structures) {
            return new ParameterSearch(potential, structures, function(), settings.plan(), settings.evaluations());
        }

        Learned byParameters(Path output, boolean resume, PrintWriter log) {
            LinearFunction<Integer> anywhere =
                    new LinearFunction<>(nothing(), function().size(), true);
            return run(
                    new GaussianPolicy<>(anywhere, Deviation.fixed(settings.deviation()), initial),
                    Curriculum.constant(searches(own)),
                    Validation.greedy(searches(others), 1, 1),
                    output,
                    resume,
                    log);
        }

        private static Features<Integer> nothing() {
            return new Features<>() {
                @Override
                public int count() {
                    return 0;
                }

                @Override
                public double[] of(Integer state) {
                    return new double[0];
                }
            };
        }

        Learned byActions(Path output, boolean resume, PrintWriter log) {
            SearchEnvironment environment = new SearchEnvironment(
                    potential,
                    own,
                    settings.learning().horizon(),
                    Reward.named(settings.reward()),
                    settings.plan().reach(),
                    (int) Math.max(
                            1, settings.evaluations() - settings.learning().horizon()));
            // Judged with noise, which is part of what the policy has learned, and by what a whole search ends with.
            ParameterSearch whole = searches(others);
            Validation<Situation, double[]> validation = (policy, workers) -> {
                List<Double> values = workers.map(whole.starts(), start -> whole.step(
                                start,
                                policy.parameters(),
                                new RandomStreams(0).of(RandomStreams.Purpose.EVALUATION, 0, start))
                        .reward());
                return values.stream().mapToDouble(Double::doubleValue).toArray();
            };
            return run(
                    new StepPolicy(function(), initial),
                    settings.growing()
                            ? new GrowingStarts(environment, List.of(), GrowingStarts.PUBLISHED_MOST)
                            : Curriculum.constant(environment),
                    validation,
                    output,
                    resume,
                    log);
        }

        private <S> Learned run(
                Policy<S, double[]> policy,
                Curriculum<S, double[]> curriculum,
                Validation<S, double[]> validation,
                Path output,
                boolean resume,
                PrintWriter log) {
            LearningSettings learning = settings.learning();
            PolicyTrainer.Result<S, double[]> result = new PolicyTrainer<>(new Training<>(
                            "strider on " + settings.liquid(),
                            settings.description(),
                            learning.loop(),
                            learning.returns(),
                            learning.normalize(),
                            curriculum,
                            policy,
                            learning.method().method(curriculum.environment(), learning.discount()),
                            learning.baseline().baseline(learning.horizon(), Optional.empty()),
                            Optional.of(validation)))
                    .run(output, resume, log);
            return new Learned(result.policy().parameters(), result.curve());
        }
    }
}
