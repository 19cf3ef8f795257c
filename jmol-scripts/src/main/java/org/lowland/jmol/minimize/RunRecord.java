package org.lowland.jmol.minimize;

import java.util.List;
import java.util.Optional;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Uncertainty;

/**
 * How the work on a model went.
 *
 * @param backend {@code optimizer@potential}
 * @param title what Jmol calls the model
 * @param model its index in the viewer, from 0
 * @param converged whether the structure meets the threshold
 * @param reason what ended it; CANCELLED also for {@code minimize STOP} and whatever else ends a run early
 * @param message what went wrong, or what the optimizer has to tell
 * @param identity whether it still is the same molecule; empty where that cannot be told
 * @param uncertainty how sure the potential is of the structure that was kept; empty where it can't tell, and where the run was
 *     halted
 * @param course energies and forces from the start to the structure that was kept, step by step; empty when nothing could
 *     be evaluated
 * @param seconds how long it took
 */
public record RunRecord(
        String backend,
        String title,
        int model,
        boolean converged,
        StopReason reason,
        Optional<String> message,
        Optional<Identity> identity,
        Optional<Uncertainty> uncertainty,
        List<RunProgress> course,
        double seconds) {

    public RunRecord {
        course = List.copyOf(course);
    }

    /** {@return the energy of the structure that was kept in eV; NaN when nothing could be evaluated} */
    public double energy() {
        return course.isEmpty() ? Double.NaN : course.get(course.size() - 1).energy();
    }

    /** {@return the largest force on a free atom of that structure in eV/Å; NaN when nothing could be evaluated} */
    public double fmax() {
        return course.isEmpty() ? Double.NaN : course.get(course.size() - 1).fmax();
    }

    /** {@return the number of steps taken} */
    public int steps() {
        return course.isEmpty() ? 0 : course.get(course.size() - 1).step();
    }
}
