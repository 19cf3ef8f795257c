package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** Two fragments at a distance. */
final class Separation {
    private static final double STEP = 0.005;
    private static final int BATCH = 64;

    private Separation() {}

    /** Moves one system along x until a gap lies between it and another. */
    static AtomicSystem apart(AtomicSystem standing, AtomicSystem moving, double gap) {
        double right = Double.NEGATIVE_INFINITY;
        for (int atom = 0; atom < standing.size(); atom++) {
            right = Math.max(right, standing.position(atom, 0));
        }
        double left = Double.POSITIVE_INFINITY;
        for (int atom = 0; atom < moving.size(); atom++) {
            left = Math.min(left, moving.position(atom, 0));
        }
        return Transformations.translated(moving, right + gap - left, 0, 0);
    }

    /**
     * Draws two copies of a fragment apart until they are out of reach. Wherever energy and forces are continuous, the
     * energy changes by what the trapezium rule says of the forces, and the forces change evenly; and out of reach the
     * energy is twice that of one.
     */
    static void assertSmooth(Potential potential, AtomicSystem fragment, Tolerances tolerances) {
        double cutoff = potential.domain().cutoff().orElseThrow();
        List<AtomicSystem> path = new ArrayList<>();
        for (double gap = 0.6 * cutoff; gap < cutoff + 4 * STEP; gap += STEP) {
            path.add(Transformations.joined(fragment, apart(fragment, fragment, gap)));
        }
        List<Evaluation> evaluations = new ArrayList<>();
        for (int from = 0; from < path.size(); from += BATCH) {
            evaluations.addAll(potential.evaluate(path.subList(from, Math.min(path.size(), from + BATCH))));
        }
        double[] pull = new double[path.size()];
        for (int k = 0; k < pull.length; k++) {
            for (int atom = fragment.size(); atom < 2 * fragment.size(); atom++) {
                pull[k] += evaluations.get(k).force(atom, 0);
            }
        }
        for (int k = 1; k + 1 < pull.length; k++) {
            double gap = 0.6 * cutoff + k * STEP;
            double change = evaluations.get(k + 1).energy() - evaluations.get(k).energy();
            assertThat(change + STEP * (pull[k] + pull[k + 1]) / 2)
                    .as("a jump of the energy at a gap of %s Å", gap)
                    .isCloseTo(0, within(2 * tolerances.energy() + 1e-5));
            assertThat(pull[k + 1] - 2 * pull[k] + pull[k - 1])
                    .as("a jump of the force at a gap of %s Å", gap)
                    .isCloseTo(0, within(4 * tolerances.force() * Math.sqrt(fragment.size()) + 2e-3));
        }
        assertThat(evaluations.get(pull.length - 1).energy())
                .isCloseTo(2 * potential.evaluate(fragment).energy(), within(2 * tolerances.energy()));
    }
}
