package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.physics.VelocityVerlet;

/** Structures of short motions on the student, each from a minimum with the heat of a random temperature. */
final class Dynamics implements FrameGenerator {
    /** From a minimum half of the kinetic energy goes into the vibrations' potential energy. */
    private static final double HARMONIC = 2;

    private final Settings settings;
    private final Potential student;

    /**
     * How.
     *
     * @param frames structures of each motion
     * @param steps between two of them
     * @param femtoseconds of a step
     * @param coldest lowest temperature, K
     * @param hottest highest temperature, K
     */
    record Settings(int frames, int steps, double femtoseconds, double coldest, double hottest) {
        Settings {
            if (frames < 1 || steps < 1 || !(femtoseconds > 0 && coldest > 0 && hottest >= coldest)) {
                throw new InputException("frames.dynamics needs frames and steps of 1 or more, positive femtoseconds,"
                        + " and a positive temperature coldest no higher than hottest");
            }
        }
    }

    Dynamics(Settings settings, Potential student) {
        this.settings = settings;
        this.student = student;
    }

    @Override
    public String kind() {
        return "dynamics";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            double kelvin = settings.coldest() + (settings.hottest() - settings.coldest()) * random.nextDouble();
            long seed = random.nextLong();
            if (molecule.end().evaluation().isFinite()) {
                for (AtomicSystem frame : run(molecule.end(), kelvin, seed)) {
                    candidates.add(molecule.candidate(kind(), frame));
                }
            }
        }
        return candidates;
    }

    /** Ends early where the student leads the atoms astray. */
    private List<AtomicSystem> run(Walk.Position from, double kelvin, long seed) {
        VelocityVerlet motion =
                new VelocityVerlet(from.system(), from.evaluation(), settings.femtoseconds(), HARMONIC * kelvin, seed);
        List<AtomicSystem> frames = new ArrayList<>();
        try {
            for (int step = 1; step <= settings.frames() * settings.steps(); step++) {
                AtomicSystem system = motion.ask();
                Evaluation evaluation = student.evaluate(system);
                if (!evaluation.isFinite()) {
                    break;
                }
                motion.tell(evaluation);
                if (step % settings.steps() == 0) {
                    frames.add(system);
                }
            }
        } catch (LowlandException astray) {
            return frames;
        }
        return frames;
    }
}
