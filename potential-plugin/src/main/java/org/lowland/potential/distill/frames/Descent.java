package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Relaxes many structures together by steps of Barzilai and Borwein, every one of which is a labelled frame. It is kept
 * apart from the optimizers for users, so that the frames of a recipe stay what they were when those improve.
 *
 * <p>Source: Barzilai and Borwein, IMA Journal of Numerical Analysis 8, 141 (1988).
 */
final class Descent {
    /** Å² / eV: a step that suits stiff bonds. */
    private static final double FIRST_STEP = 0.01;

    private static final double LARGEST_STEP = 0.2;
    private static final double LONGEST_MOVE = 0.15;
    private static final double RELAXED = 0.02;

    private Descent() {}

    /**
     * The structures on the way down, each start with its own list; a structure that is relaxed gets no more of them.
     *
     * @param potential whose minima are sought
     * @param starts where to begin
     * @param steps at most
     * @return for each start the start itself and what came after it, labelled
     */
    static List<List<Walk.Position>> run(Potential potential, List<AtomicSystem> starts, int steps) {
        List<List<Walk.Position>> paths = new ArrayList<>();
        List<Evaluation> first = potential.evaluate(starts);
        for (int k = 0; k < starts.size(); k++) {
            paths.add(new ArrayList<>(List.of(new Walk.Position(starts.get(k), first.get(k)))));
        }
        for (int step = 0; step < steps; step++) {
            List<List<Walk.Position>> active =
                    paths.stream().filter(Descent::goesOn).toList();
            List<AtomicSystem> next = active.stream().map(Descent::next).toList();
            List<Evaluation> labels = potential.evaluate(next);
            for (int k = 0; k < next.size(); k++) {
                active.get(k).add(new Walk.Position(next.get(k), labels.get(k)));
            }
        }
        return paths;
    }

    private static boolean goesOn(List<Walk.Position> path) {
        Walk.Position last = path.get(path.size() - 1);
        return last.evaluation().isFinite() && Forces.fmax(last.system(), last.evaluation()) > RELAXED;
    }

    private static AtomicSystem next(List<Walk.Position> path) {
        Walk.Position last = path.get(path.size() - 1);
        double[] positions = last.system().positions();
        double[] forces = last.evaluation().forces();
        double step = path.size() < 2 ? FIRST_STEP : stepLength(path.get(path.size() - 2), positions, forces);
        double longest = step * Forces.fmax(last.system(), last.evaluation());
        double scale = longest > LONGEST_MOVE ? step * LONGEST_MOVE / longest : step;
        for (int k = 0; k < positions.length; k++) {
            positions[k] += scale * forces[k];
        }
        return last.system().withPositions(positions);
    }

    private static double stepLength(Walk.Position before, double[] positions, double[] forces) {
        double[] oldPositions = before.system().positions();
        double[] oldForces = before.evaluation().forces();
        double ss = 0;
        double sy = 0;
        for (int k = 0; k < positions.length; k++) {
            double s = positions[k] - oldPositions[k];
            ss += s * s;
            sy += s * (oldForces[k] - forces[k]);
        }
        return sy > 0 ? Math.min(ss / sy, LARGEST_STEP) : FIRST_STEP;
    }
}
