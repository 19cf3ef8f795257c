package org.lowland.io.store;

import java.util.List;
import java.util.Optional;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;

/** Records for tests: argon pairs, of which each is a little longer than the one before. */
final class Records {
    static final Provenance PROVENANCE = new Provenance(
            "optimize",
            "Lowland test",
            Optional.of("lbfgs"),
            Optional.of("lj"),
            Optional.of("0123abcd"),
            Optional.of("Lennard-Jones"),
            "fmax=0.01\nsteps=100");

    private Records() {}

    static Deposit result(int number) {
        AtomicSystem system = AtomicSystem.of(new int[] {18, 18}, new double[] {0, 0, 0, 0, 0, 3 + number * 1e-5});
        Evaluation evaluation = Evaluation.of(-number / 3.0, new double[] {0, 0, 1e-3, 0, 0, -1e-3})
                .withUncertainty(Uncertainty.ofEnergy(0.5));
        Ending ending =
                new Ending(1e-3, number % 2 == 0, 7, 9, StopReason.CONVERGED, Optional.empty(), 3, number * 0.25);
        LabelledFrame frame = LabelledFrame.of(system, evaluation).with("name", "r" + number);
        return new Deposit(key(number), frame, Optional.of(ending), PROVENANCE);
    }

    static String key(int number) {
        return "key-" + number;
    }

    static List<Deposit> results(int from, int to) {
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(Records::result)
                .toList();
    }
}
