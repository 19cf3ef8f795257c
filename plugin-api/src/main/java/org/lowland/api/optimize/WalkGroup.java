package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The walks that one thread has under way, evaluated together. One that has ended is replaced at once. Confined to one
 * thread.
 *
 * @param <R> what tasks give
 */
final class WalkGroup<R> {

    /**
     * What all groups of a loop have in common.
     *
     * @param optimizer what moves the atoms
     * @param potential what evaluates them
     * @param batchAtoms up to how many atoms are evaluated together
     * @param cancellation ends all walks
     * @param listener told of every move and end
     */
    record Settings(
            GeometryOptimizer optimizer,
            Potential potential,
            int batchAtoms,
            Cancellation cancellation,
            OptimizationListener listener) {}

    private record Member<R>(Window.Place<R> place, RunningWalk walk) {}

    private final Settings settings;
    private final Window<R> window;
    private final List<Member<R>> members = new ArrayList<>();
    private long atoms;

    WalkGroup(Settings settings, Window<R> window) {
        this.settings = settings;
        this.window = window;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Begins tasks of the window that fit in; one that has the group for itself always does. */
    void fill() {
        while (members.isEmpty() || atoms < settings.batchAtoms()) {
            long room = members.isEmpty() ? Long.MAX_VALUE : settings.batchAtoms() - atoms;
            Window.Place<R> place = window.take(members.size(), room);
            if (place == null) {
                return;
            }
            begin(place);
        }
    }

    /** Begins a task, or completes it with what is wrong with it. */
    void begin(Window.Place<R> place) {
        OptimizationTask<R> task = place.task();
        RunningWalk walk;
        try {
            walk = new RunningWalk(
                    place.index(), task.start(), task.options(), settings.optimizer(), settings.potential());
        } catch (RuntimeException e) {
            window.complete(place, task.failed(e), 0);
            return;
        }
        members.add(new Member<>(place, walk));
        atoms += walk.atoms();
    }

    /** Moves every walk on by what it asks for. */
    void round() {
        members.forEach(member -> member.walk().prepare(settings.cancellation()));
        dismiss();
        evaluate();
        members.forEach(member -> member.walk().advance(settings.listener()));
        dismiss();
    }

    private void dismiss() {
        Iterator<Member<R>> each = members.iterator();
        while (each.hasNext()) {
            Member<R> member = each.next();
            Optional<OptimizationResult> result = member.walk().result();
            if (result.isPresent()) {
                each.remove();
                atoms -= member.walk().atoms();
                end(member.place(), result.get());
            }
        }
    }

    private void end(Window.Place<R> place, OptimizationResult result) {
        settings.listener().ended(place.index(), result);
        R delivered;
        try {
            delivered = place.task().ended(result);
        } catch (RuntimeException e) {
            delivered = place.task().failed(e);
        }
        long frames = result.trajectory().size();
        window.complete(place, delivered, frames * result.system().size());
    }

    private void evaluate() {
        List<AtomicSystem> asked = new ArrayList<>();
        members.forEach(member -> asked.addAll(member.walk().asked()));
        List<Outcome> outcomes = Outcome.evaluate(settings.potential(), asked, settings.batchAtoms());
        int from = 0;
        for (Member<R> member : members) {
            int to = from + member.walk().asked().size();
            member.walk().receive(outcomes.subList(from, to));
            from = to;
        }
    }
}
