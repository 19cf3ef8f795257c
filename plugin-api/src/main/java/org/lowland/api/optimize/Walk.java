package org.lowland.api.optimize;

import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * One optimization under way, as ask and tell. Confined to one thread; it owns its history.
 *
 * <p>The loop calls {@link #ask()} and {@link #tell} in turn until {@link #done()}. Between two tells, ask answers the
 * same. Fixed atoms never move, and constraints hold in every structure that {@link #best} shows: a walk whose start does
 * not obey moves it there before it asks. The loop ends a walk that breaks them as FAILED.
 */
public interface Walk {

    /**
     * What the walk wants evaluated next.
     *
     * @return one system, or several for a population; never empty while the walk is not done
     */
    List<AtomicSystem> ask();

    /**
     * Moves the walk on.
     *
     * @param evaluations finite energies and forces of the systems last asked for, in their order
     */
    void tell(List<Evaluation> evaluations);

    /** {@return whether the walk has reached its goal; a search that never ends by itself says false} */
    boolean done();

    /**
     * Where the walk stands: for a local optimizer the newest structure that it accepts, for a search the lowest one.
     *
     * @return the structure with its evaluation
     * @throws IllegalStateException before the first tell
     */
    Position best();

    /** {@return the number of steps taken; a structure that already is converged has taken none} */
    int steps();

    /**
     * The evaluations that this walk had used before it was started here, because it goes on from a checkpoint. They
     * count against the budget and in the result, so that a run that was interrupted ends where it would have ended.
     *
     * @return 0 unless the walk was restored
     */
    default long evaluationsBefore() {
        return 0;
    }

    /**
     * What the walk has to tell of itself beyond steps and energies, in one line for people, for example how many
     * moves of a search were accepted.
     *
     * @return the line, when there is something to tell
     */
    default Optional<String> summary() {
        return Optional.empty();
    }

    /**
     * A structure and what the potential says of it.
     *
     * @param system the structure
     * @param evaluation its energy and forces
     */
    record Position(AtomicSystem system, Evaluation evaluation) {}
}
