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

    /** One outcome for each system, evaluated in batches of up to so many atoms; a batch that breaks, one by one. */
    static List<Outcome> evaluate(Potential potential, List<AtomicSystem> systems, int batchAtoms) {
        List<Outcome> outcomes = new ArrayList<>(systems.size());
        int from = 0;
        while (from < systems.size()) {
            long atoms = systems.get(from).size();
            int to = from + 1;
            while (to < systems.size() && atoms + systems.get(to).size() <= batchAtoms) {
                atoms += systems.get(to).size();
                to++;
            }
            outcomes.addAll(ofBatch(potential, systems.subList(from, to)));
            from = to;
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
