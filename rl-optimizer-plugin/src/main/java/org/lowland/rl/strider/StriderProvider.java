package org.lowland.rl.strider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.rl.landscape.SearchProvider;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.policy.PolicyFile;
import org.lowland.rl.strider.published.PublishedFile;

/** {@code strider}: {@link Strider} with the policy in the jar, one from a file, or an untrained one. */
public final class StriderProvider extends SearchProvider {
    private static final String UNTRAINED = "untrained";

    private static final OptionSpec<String> POLICY = new OptionSpec<>(
            "policy",
            "path",
            text -> text,
            Optional.empty(),
            "the policy.json of a training, or '" + UNTRAINED + "'; that in the jar, trained on kob-andersen, when not"
                    + " given");
    private static final OptionSpec<String> VARIANT = OptionSpec.choice(
            "variant",
            List.of("equivariant", "published"),
            "equivariant",
            "of the policy: the one that turns with the structure, or the published one, for comparison");
    private static final OptionSpec<Double> QUENCH = new OptionSpec<>(
            "quench",
            "number",
            Double::valueOf,
            Optional.empty(),
            "the share of the evaluations for the quench at the end, at most " + Plan.MOST_FOR_QUENCH
                    + "; that of the policy, or " + Plan.DEFAULT_QUENCH);
    private static final OptionSpec<String> DESCENT = OptionSpec.choice(
            "descent", List.of("lbfgs", "policy"), "lbfgs", "what quenches: L-BFGS, or the policy without noise");
    private static final OptionSpec<Double> MAX_STEP = new OptionSpec<>(
            "max-step",
            "number",
            Double::valueOf,
            Optional.empty(),
            "farthest that an atom moves in a step, in Å; that of the policy, or " + Reach.DEFAULT);

    private static final OptionSpec<Long> EPISODE = new OptionSpec<>(
            "episode",
            "number",
            Long::valueOf,
            Optional.empty(),
            "evaluations of an episode, after which another begins from the lowest minimum; all when not given");
    private static final OptionSpec<Double> REHEAT = OptionSpec.number(
            "reheat", Plan.DEFAULT_REHEAT, "the share of the noise with which every episode but the first begins");

    private static final OptionSpec<Double> ACCEPTANCE = OptionSpec.number(
            "acceptance",
            0.0,
            "kT in eV of the rule of Metropolis by which an episode begins from a higher minimum; from the lowest if 0");

    private static final OptionSpec<Long> ROUNDS = OptionSpec.integer(
            "adaptation",
            1,
            "rounds among which evaluations are shared out; after each pair the policy adapts to the structure");

    private static final OptionSpec<Boolean> FORCE = OptionSpec.flag(
            "force", false, "whether to use the policy on another potential than that which it was trained on");

    /** Makes the provider. */
    public StriderProvider() {
        super(
                Strider.ID,
                "steps of a learned policy with noise that falls with the evaluations left, then a quench; seeded");
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(POLICY, VARIANT, QUENCH, DESCENT, MAX_STEP, EPISODE, REHEAT, ACCEPTANCE, ROUNDS, FORCE);
    }

    private static Optional<PolicyFile> policy(Options options) {
        String named = options.find(POLICY).orElse("");
        if (named.equals(UNTRAINED)) {
            return Optional.empty();
        }
        return Optional.of(named.isEmpty() ? ShippedPolicy.read() : PolicyFile.read(Path.of(named)));
    }

    @Override
    public Optional<String> card(Options options) {
        return options.find(POLICY).isPresent() ? Optional.empty() : Optional.of(ShippedPolicy.card());
    }

    @Override
    public Map<String, String> checksums(Options options) {
        String named = options.find(POLICY).orElse("");
        if (named.equals(UNTRAINED)) {
            return Map.of();
        }
        return Map.of("policy.json", Checksum.of(named.isEmpty() ? ShippedPolicy.bytes() : bytes(Path.of(named))));
    }

    private static byte[] bytes(Path policy) {
        try {
            return Files.readAllBytes(policy);
        } catch (IOException e) {
            throw new InputException(policy + ": cannot be read as a policy of 'strider': " + e, e);
        }
    }

    @Override
    public GeometryOptimizer create(Options options) {
        if (options.get(VARIANT).equals("published")) {
            return published(options);
        }
        Optional<PolicyFile> file = policy(options);
        Plan usual = file.map(known -> new Plan(new Reach(known.longestStep()), known.quench(), Plan.Descent.LBFGS))
                .orElse(Plan.usual());
        Plan plan = new Plan(
                options.find(MAX_STEP).map(Reach::new).orElse(usual.reach()),
                options.find(QUENCH).orElse(usual.quench()),
                Plan.Descent.valueOf(options.get(DESCENT).toUpperCase(Locale.ROOT)),
                options.find(EPISODE).orElse(Plan.UNDIVIDED),
                options.get(REHEAT),
                options.get(ACCEPTANCE),
                (int) Math.min(Integer.MAX_VALUE, options.get(ROUNDS)));
        Optional<String> potential = options.get(FORCE) ? Optional.empty() : file.map(PolicyFile::potential);
        return new Strider(file.map(PolicyFile::policy), potential, plan);
    }

    /** Steps of the published policy without a quench, as published, unless one is asked for. */
    private static GeometryOptimizer published(Options options) {
        String named = options.find(POLICY)
                .orElseThrow(() -> new InputException("No policy of the published form is in the jar; train one by the"
                        + " recipe strider/published.yaml and give its policy.json as the option 'policy'"));
        PublishedFile file = PublishedFile.read(Path.of(named));
        Plan plan = new Plan(
                new Reach(options.find(MAX_STEP).orElse(file.network().longestStep())),
                options.find(QUENCH).orElse(0.0),
                options.find(QUENCH).isPresent() ? Plan.Descent.LBFGS : Plan.Descent.POLICY,
                options.find(EPISODE).orElse(Plan.UNDIVIDED),
                options.get(REHEAT),
                options.get(ACCEPTANCE),
                (int) Math.min(Integer.MAX_VALUE, options.get(ROUNDS)));
        Optional<String> potential = options.get(FORCE) ? Optional.empty() : Optional.of(file.potential());
        return Strider.published(file, potential, plan);
    }
}
