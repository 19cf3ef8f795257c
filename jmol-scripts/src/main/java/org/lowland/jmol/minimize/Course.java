package org.lowland.jmol.minimize;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.optimize.OptimizationListener.Progress;

/** The energies and forces of one run, step by step. Guarded by the lock of its minimization. */
final class Course {
    private final List<RunProgress> steps = new ArrayList<>();
    private final long began = System.nanoTime();
    private Progress latest;

    /** Takes what the loop tells; true when it is a new step, false when it is a new evaluation within the last one. */
    boolean take(Progress progress) {
        latest = progress;
        RunProgress point =
                new RunProgress(progress.step(), progress.best().evaluation().energy(), progress.fmax());
        boolean repeated = !steps.isEmpty() && steps.get(steps.size() - 1).step() == progress.step();
        if (repeated) {
            steps.set(steps.size() - 1, point);
        } else {
            steps.add(point);
        }
        return !repeated;
    }

    /** The newest structure; null before the first. */
    Progress latest() {
        return latest;
    }

    /** The last step; all zero before the first. */
    RunProgress last() {
        return steps.isEmpty() ? new RunProgress(0, 0, 0) : steps.get(steps.size() - 1);
    }

    List<RunProgress> steps() {
        return List.copyOf(steps);
    }

    /** How much lower or higher the last step is than the one before, in eV. */
    double difference() {
        int size = steps.size();
        return size < 2 ? 0 : steps.get(size - 1).energy() - steps.get(size - 2).energy();
    }

    double seconds() {
        return (System.nanoTime() - began) * 1e-9;
    }
}
