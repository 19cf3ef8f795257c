package org.lowland.potential.distill;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Makes labelled frames of first structures: some along a relaxation by the teacher, whose evaluations are the labels,
 * and some of the relaxed structure with all atoms displaced at random. Without the displaced ones a student has twice
 * the error on distorted structures; the ones along relaxations serve geometries near minima.
 */
final class Sampler {
    private final Potential teacher;
    private final DistillationSettings settings;

    Sampler(Potential teacher, DistillationSettings settings) {
        this.teacher = teacher;
        this.settings = settings;
    }

    /**
     * The frames of some first structures, each labelled, those with large forces left out.
     *
     * @param starts the first structures
     * @param seed of the displacements
     * @return for each start its frames
     */
    List<List<Walk.Position>> sample(List<AtomicSystem> starts, long seed) {
        List<List<Walk.Position>> frames = new ArrayList<>();
        List<AtomicSystem> displaced = new ArrayList<>();
        RandomGenerator random = new Well19937c(seed);
        for (List<Walk.Position> path : Descent.run(teacher, starts, settings.relaxation())) {
            frames.add(keep(path));
            for (double sigma : settings.rattles()) {
                displaced.add(rattle(path.get(path.size() - 1).system(), sigma, random));
            }
        }
        List<Evaluation> labels = teacher.evaluate(displaced);
        int each = settings.rattles().size();
        for (int k = 0; k < displaced.size(); k++) {
            frames.get(k / each).add(new Walk.Position(displaced.get(k), labels.get(k)));
        }
        frames.forEach(list -> list.removeIf(frame -> !usable(frame.evaluation())));
        return frames;
    }

    /** Whether the teacher takes a structure; one that a generator has built wrongly it does not. */
    boolean covers(AtomicSystem structure) {
        try {
            teacher.domain().check(teacher.id(), structure);
            return true;
        } catch (LowlandException outside) {
            return false;
        }
    }

    private List<Walk.Position> keep(List<Walk.Position> trajectory) {
        TreeSet<Integer> steps = new TreeSet<>(settings.kept());
        steps.add(trajectory.size() - 1);
        List<Walk.Position> kept = new ArrayList<>();
        for (int step : steps) {
            if (step >= 0 && step < trajectory.size()) {
                kept.add(trajectory.get(step));
            }
        }
        return kept;
    }

    private boolean usable(Evaluation labels) {
        double[] forces = labels.forces();
        for (int k = 0; k < forces.length; k += 3) {
            double square = forces[k] * forces[k] + forces[k + 1] * forces[k + 1] + forces[k + 2] * forces[k + 2];
            if (!(square < settings.largestForce() * settings.largestForce())) {
                return false;
            }
        }
        return true;
    }

    private static AtomicSystem rattle(AtomicSystem system, double sigma, RandomGenerator random) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += sigma * random.nextGaussian();
        }
        return system.withPositions(positions);
    }
}
