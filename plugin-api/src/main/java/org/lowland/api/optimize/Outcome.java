package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * What became of one system given to a potential: an evaluation or what was thrown.
 *
 * @param evaluation what the potential said
 * @param failure what it threw instead
 */
record Outcome(Optional<Evaluation> evaluation, Optional<RuntimeException> failure) {

    /** One outcome for each system, evaluated in batches of at most a size; a batch that breaks, one by one. */
    static List<Outcome> evaluate(Potential potential, List<AtomicSystem> systems, int batch) {
        List<Outcome> outcomes = new ArrayList<>(systems.size());
        for (int from = 0; from < systems.size(); from += batch) {
            outcomes.addAll(ofBatch(potential, systems.subList(from, Math.min(systems.size(), from + batch))));
        }
        return outcomes;
    }

    private static List<Outcome> ofBatch(Potential potential, List<AtomicSystem> batch) {
        try {
            List<Evaluation> evaluations = potential.evaluate(batch);
            requireComplete(potential, batch, evaluations);
            return evaluations.stream()
                    .map(e -> new Outcome(Optional.of(e), Optional.empty()))
                    .toList();
        } catch (RuntimeException e) {
            return batch.size() == 1
                    ? List.of(new Outcome(Optional.empty(), Optional.of(e)))
                    : batch.stream()
                            .flatMap(system -> ofBatch(potential, List.of(system)).stream())
                            .toList();
        }
    }

    private static void requireComplete(Potential potential, List<AtomicSystem> batch, List<Evaluation> evaluations) {
        if (evaluations.size() != batch.size()) {
            throw new BackendException("'" + potential.id() + "' gave " + evaluations.size() + " evaluations for "
                    + batch.size() + " systems");
        }
        for (int k = 0; k < batch.size(); k++) {
            int components = evaluations.get(k).forces().length;
            if (components != 3 * batch.get(k).size()) {
                throw new BackendException("'" + potential.id() + "' gave " + components + " force components for "
                        + batch.get(k).size() + " atoms");
            }
        }
    }
}
