package org.lowland.rl.strider;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;
import org.lowland.rl.landscape.UnconstrainedSearch;
import org.lowland.rl.strider.policy.Architecture;
import org.lowland.rl.strider.policy.StepFunction;
import org.lowland.rl.strider.policy.StepPolicy;
import org.lowland.rl.strider.published.PublishedFile;

/**
 * A search by the steps of a policy, each one evaluation, and a quench at the end. The policy is told how much of the
 * search is left, so the limit on evaluations, or that on steps where it is lower, is part of what is done: a search with
 * more evaluations is not one with fewer that goes on. It ends when the quench has converged, at the minimum below the lowest
 * structure that it has come by, or when the evaluations are used up; best until then is the lowest structure. The same seed gives the same search.
 *
 * <p>Without a policy it is the motion that the usual architecture describes for the elements of the structure: Langevin
 * dynamics that cool down. Constraints are refused. Immutable and thread-safe.
 */
public final class Strider extends UnconstrainedSearch {
    /** The id under which it is found. */
    public static final String ID = "strider";

    /** Atoms closer than this share of the policy's length are one on top of the other. */
    private static final double CLOSEST = 0.1;

    /** The search itself brings no atoms closer than this share. */
    private static final double NEAREST = 0.3;

    private final Optional<Actor> actor;
    private final Optional<String> potential;
    private final Plan plan;

    /**
     * Makes a search on any potential.
     *
     * @param policy that takes the steps; an untrained one where it is empty
     * @param plan how evaluations are spent
     */
    public Strider(Optional<StepPolicy> policy, Plan plan) {
        this(policy, Optional.empty(), plan);
    }

    /**
     * Makes a search.
     *
     * @param policy that takes the steps; an untrained one where it is empty
     * @param potential the id of the only one that it suits; any where it is empty
     * @param plan how evaluations are spent
     */
    public Strider(Optional<StepPolicy> policy, Optional<String> potential, Plan plan) {
        this(plan, policy.map(Actor::of), potential);
    }

    private Strider(Plan plan, Optional<Actor> actor, Optional<String> potential) {
        this.actor = Objects.requireNonNull(actor);
        this.potential = Objects.requireNonNull(potential);
        this.plan = Objects.requireNonNull(plan);
    }

    /**
     * Makes a search by a policy of the published form.
     *
     * @param policy that takes the steps
     * @param potential the id of the only one that it suits; any where it is empty
     * @param plan how evaluations are spent
     * @return the search
     */
    public static Strider published(PublishedFile policy, Optional<String> potential, Plan plan) {
        return new Strider(plan, Optional.of(Actor.of(policy)), potential);
    }

    @Override
    public void check(Potential moving) {
        if (potential.isPresent() && !potential.get().equals(moving.id())) {
            throw new UnsupportedException(
                    "The policy of '" + ID + "' was trained on '" + potential.get() + "', not on '" + moving.id()
                            + "'; give policy=untrained, train one on that, or give force=true to use it all the same");
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    protected Walk begin(AtomicSystem system, OptimizationOptions options) {
        Actor acting = actor.orElseGet(() -> Actor.of(untrained(system)));
        acting.known().accept(system);
        double closest = CLOSEST * acting.length();
        NeighborList close = NeighborList.allImages(system, closest);
        if (close.size() > 0) {
            throw new InputException(system.describe(close.first(0)) + " and " + system.describe(close.second(0))
                    + " are " + Math.sqrt(close.squaredDistance(0)) + " Å apart; '" + ID
                    + "' begins where all atoms are "
                    + closest + " Å apart or more");
        }
        return plan.rounds() > 1
                ? new AdaptingWalk(system, options, acting, plan, NEAREST * acting.length())
                : new StriderWalk(system, options, acting, plan, NEAREST * acting.length());
    }

    private static StepPolicy untrained(AtomicSystem system) {
        List<Integer> elements = Arrays.stream(system.atomicNumbers())
                .distinct()
                .sorted()
                .boxed()
                .toList();
        StepFunction function = new StepFunction(Architecture.usual(elements, 1, 1));
        return new StepPolicy(function, new double[function.size()]);
    }
}
