package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Structures of a few more steps with the teacher, from the student's minimum towards the teacher's: those with the smallest
 * forces.
 */
final class Minimum implements FrameGenerator {
    private final Settings settings;
    private final Potential teacher;

    /**
     * How.
     *
     * @param share of the molecules that are taken
     * @param steps of the teacher
     * @param kept how many structures are taken of each
     */
    record Settings(double share, int steps, int kept) {
        Settings {
            if (!(share > 0 && share <= 1) || kept < 1 || steps < kept) {
                throw new InputException(
                        "frames.minimum needs a share above 0 and up to 1, and steps no fewer than kept, 1 or more");
            }
        }
    }

    Minimum(Settings settings, Potential teacher) {
        this.settings = settings;
        this.teacher = teacher;
    }

    @Override
    public String kind() {
        return "minimum";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Molecule> chosen = molecules.stream()
                .filter(m -> random.nextDouble() < settings.share())
                .toList();
        List<AtomicSystem> starts = chosen.stream().map(Molecule::relaxed).toList();
        List<List<Walk.Position>> paths = Descent.run(teacher, starts, settings.steps());
        List<Candidate> candidates = new ArrayList<>();
        for (int m = 0; m < chosen.size(); m++) {
            List<Walk.Position> lowest = paths.get(m).stream()
                    .sorted(Comparator.comparingDouble(frame -> Forces.fmax(frame.system(), frame.evaluation())))
                    .limit(settings.kept())
                    .toList();
            for (Walk.Position frame : lowest) {
                candidates.add(chosen.get(m).candidate(kind(), frame.system()));
            }
        }
        return candidates;
    }
}
