package org.lowland.rl.policygradient.train;

import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.method.PolicyMethod;

/**
 * All that a training is made of.
 *
 * @param title of the learning curve
 * @param description of what is trained on what, in words; a checkpoint with another one is not resumed
 * @param loop how long and how much
 * @param returns how rewards add up
 * @param normalized whether advantages are normalized
 * @param curriculum what is played
 * @param policy to begin with
 * @param method of improvement, which has not made a step
 * @param baseline to begin with
 * @param validation by which the policy is judged; without one, by nothing but its own episodes
 * @param <S> states
 * @param <A> actions
 */
public record Training<S, A>(
        String title,
        String description,
        LoopSettings loop,
        Returns returns,
        boolean normalized,
        Curriculum<S, A> curriculum,
        Policy<S, A> policy,
        PolicyMethod<S, A> method,
        Baseline<S, A> baseline,
        Optional<Validation<S, A>> validation) {

    /** Checks what belongs together. */
    public Training {
        if (loop.keepBest() && validation.isEmpty()) {
            throw new InputException("keep best needs a validation; give one, or keep last");
        }
        if (loop.keepBest() && loop.iterations() < loop.evaluateEvery()) {
            throw new InputException("keep best needs at least one evaluation: evaluate-every is "
                    + loop.evaluateEvery() + " and iterations is " + loop.iterations());
        }
    }

    /** What must not change when the training is resumed. */
    String fingerprint() {
        return String.join(
                "; ",
                description,
                policy.size() + " parameters",
                loop.course(),
                returns.toString(),
                normalized ? "normalized" : "not normalized",
                method.toString(),
                baseline.getClass().getSimpleName());
    }
}
