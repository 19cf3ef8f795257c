package org.lowland.rl.strider;

import java.util.function.Consumer;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.policy.StepPolicy;
import org.lowland.rl.strider.published.PublishedFile;

/**
 * What takes the steps of a search.
 *
 * @param policy displacements in Å
 * @param length about the diameter of an atom, in Å
 * @param known refuses structures with elements that the policy has not seen
 */
record Actor(Policy<Situation, double[]> policy, double length, Consumer<AtomicSystem> known) {

    static Actor of(StepPolicy policy) {
        return new Actor(
                policy,
                policy.function().architecture().length(),
                policy.function().architecture()::requireKnown);
    }

    static Actor of(PublishedFile published) {
        return new Actor(published.policy(), published.network().length(), published.network()::requireKnown);
    }
}
