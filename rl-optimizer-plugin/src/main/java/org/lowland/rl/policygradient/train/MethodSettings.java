package org.lowland.rl.policygradient.train;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.DifferentiableEnvironment;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.algebra.Ascent;
import org.lowland.rl.policygradient.algebra.ConjugateGradients;
import org.lowland.rl.policygradient.method.NaturalGradient;
import org.lowland.rl.policygradient.method.Pathwise;
import org.lowland.rl.policygradient.method.PolicyMethod;
import org.lowland.rl.policygradient.method.ProximalClip;
import org.lowland.rl.policygradient.method.Reinforce;
import org.lowland.rl.policygradient.method.RewardWeights;

/** The section {@code method} of a configuration: {@code name} says which method it is, the rest are its own settings. */
public sealed interface MethodSettings {

    /**
     * The method.
     *
     * @param environment that is played
     * @param discount what a reward one step later counts
     * @param <S> states
     * @param <A> actions
     * @return the method before its first step
     * @throws InputException when the environment does not have what the method needs
     */
    <S, A> PolicyMethod<S, A> method(Environment<S, A> environment, double discount);

    /** Reads the section. */
    @JsonCreator
    static MethodSettings of(ObjectNode section) throws JsonProcessingException {
        Map<String, Class<? extends MethodSettings>> known = new TreeMap<>(Map.of(
                "reinforce", ReinforceSettings.class,
                "npg", NaturalSettings.class,
                "ppo", ProximalSettings.class,
                "pathwise", PathwiseSettings.class));
        ObjectNode rest = section.deepCopy();
        String name = rest.path("name").asText();
        rest.remove("name");
        Class<? extends MethodSettings> type = known.get(name);
        if (type == null) {
            throw new InputException("method.name is '" + name + "'; known: " + String.join(", ", known.keySet()));
        }
        return new ObjectMapper().treeToValue(rest, type);
    }

    private static double or(Double value, double usual) {
        return value == null ? usual : value;
    }

    private static Ascent.Settings ascent(String optimizer, Double rate, Double norm, Double element) {
        if (rate == null) {
            throw new InputException("method needs a learning-rate");
        }
        Ascent.Rule rule =
                switch (optimizer == null ? "adam" : optimizer) {
                    case "adam" -> Ascent.Rule.ADAM;
                    case "plain" -> Ascent.Rule.PLAIN;
                    default -> throw new InputException("method.optimizer is '" + optimizer + "'; known: adam, plain");
                };
        return new Ascent.Settings(
                rule, rate, or(norm, Double.POSITIVE_INFINITY), or(element, Double.POSITIVE_INFINITY));
    }

    /**
     * {@code name: reinforce}.
     *
     * @param optimizer adam (null too) or plain
     * @param learningRate of the optimizer
     * @param clipNorm largest length of a gradient; any if null
     * @param clipElement largest element of a gradient; any if null
     * @param entropy what a nat of a step's entropy counts; nothing if null
     */
    record ReinforceSettings(
            String optimizer,
            @JsonProperty("learning-rate") Double learningRate,
            @JsonProperty("clip-norm") Double clipNorm,
            @JsonProperty("clip-element") Double clipElement,
            Double entropy)
            implements MethodSettings {
        @Override
        public <S, A> PolicyMethod<S, A> method(Environment<S, A> environment, double discount) {
            return new Reinforce<>(ascent(optimizer, learningRate, clipNorm, clipElement), or(entropy, 0));
        }
    }

    /**
     * {@code name: npg}.
     *
     * @param divergence of a step, nats per step of an episode; 0.01 if null
     * @param damping added to the Fisher information; 0.001 if null
     * @param solver auto (null too), matrix or conjugate-gradients
     * @param iterations of conjugate gradients; 20 if null
     * @param tolerance of conjugate gradients; 1e-6 if null
     * @param entropy what a nat of a step's entropy counts; nothing if null
     */
    record NaturalSettings(
            Double divergence, Double damping, String solver, Integer iterations, Double tolerance, Double entropy)
            implements MethodSettings {
        private static final double USUAL_DIVERGENCE = 0.01;
        private static final double USUAL_DAMPING = 1e-3;
        private static final int USUAL_ITERATIONS = 20;
        private static final double USUAL_TOLERANCE = 1e-6;

        @Override
        public <S, A> PolicyMethod<S, A> method(Environment<S, A> environment, double discount) {
            return new NaturalGradient<>(new NaturalGradient.Settings(
                    or(divergence, USUAL_DIVERGENCE),
                    or(damping, USUAL_DAMPING),
                    solverChoice(),
                    new ConjugateGradients(
                            iterations == null ? USUAL_ITERATIONS : iterations, or(tolerance, USUAL_TOLERANCE)),
                    or(entropy, 0)));
        }

        private NaturalGradient.Solver solverChoice() {
            String name = solver == null ? "auto" : solver;
            for (NaturalGradient.Solver known : NaturalGradient.Solver.values()) {
                if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                    return known;
                }
            }
            throw new InputException("method.solver is '" + solver + "'; known: auto, conjugate-gradients, matrix");
        }
    }

    /**
     * {@code name: ppo}.
     *
     * @param optimizer adam (null too) or plain
     * @param learningRate of the optimizer
     * @param clipNorm largest length of a gradient; any if null
     * @param clip how far the ratio of probabilities may be from 1; 0.2 if null
     * @param passes over the steps; 4 if null
     * @param batch steps of an update; 64 if null
     * @param divergence from the old policy after which no more pass begins; 0.015 if null
     * @param entropy what a nat of a step's entropy counts; nothing if null
     */
    record ProximalSettings(
            String optimizer,
            @JsonProperty("learning-rate") Double learningRate,
            @JsonProperty("clip-norm") Double clipNorm,
            Double clip,
            Integer passes,
            Integer batch,
            Double divergence,
            Double entropy)
            implements MethodSettings {
        private static final double USUAL_CLIP = 0.2;
        private static final int USUAL_PASSES = 4;
        private static final int USUAL_BATCH = 64;
        private static final double USUAL_DIVERGENCE = 0.015;

        @Override
        public <S, A> PolicyMethod<S, A> method(Environment<S, A> environment, double discount) {
            return new ProximalClip<>(new ProximalClip.Settings(
                    ascent(optimizer, learningRate, clipNorm, null),
                    or(clip, USUAL_CLIP),
                    passes == null ? USUAL_PASSES : passes,
                    batch == null ? USUAL_BATCH : batch,
                    or(divergence, USUAL_DIVERGENCE),
                    or(entropy, 0)));
        }
    }

    /**
     * {@code name: pathwise}.
     *
     * @param optimizer adam (null too) or plain
     * @param learningRate of the optimizer
     * @param clipNorm largest length of a gradient; any if null
     * @param clipElement largest element of a gradient; any if null
     * @param throughStates whether the gradient passes through what the policy sees; if null, it does
     * @param weights of the rewards: discounted (null too) or published
     * @param entropy what a nat of a step's entropy counts; nothing if null
     */
    record PathwiseSettings(
            String optimizer,
            @JsonProperty("learning-rate") Double learningRate,
            @JsonProperty("clip-norm") Double clipNorm,
            @JsonProperty("clip-element") Double clipElement,
            @JsonProperty("through-states") Boolean throughStates,
            String weights,
            Double entropy)
            implements MethodSettings {
        private static final double PUBLISHED_DIVISOR = 100;

        @Override
        public <S, A> PolicyMethod<S, A> method(Environment<S, A> environment, double discount) {
            if (!(environment instanceof DifferentiableEnvironment<S, A> smooth)) {
                throw new InputException("method.name is pathwise, but this environment has no gradient of its return;"
                        + " use reinforce, npg or ppo");
            }
            RewardWeights chosen =
                    switch (weights == null ? "discounted" : weights) {
                        case "discounted" -> new RewardWeights.Discounted(discount);
                        case "published" -> new RewardWeights.Published(discount, PUBLISHED_DIVISOR);
                        default ->
                            throw new InputException(
                                    "method.weights is '" + weights + "'; known: discounted, published");
                    };
            return new Pathwise<>(
                    smooth,
                    chosen,
                    throughStates == null || throughStates,
                    or(entropy, 0),
                    ascent(optimizer, learningRate, clipNorm, clipElement));
        }
    }
}
