package org.lowland.potential.physics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.relaxation.FirstStructure;

/**
 * Whether molecules stay whole in dynamics, and how their energy drifts: velocity Verlet without a thermostat, in steps of half a
 * femtosecond, from the minimum with twice the kinetic energy of 300 K, half of which becomes potential. Arguments: a potential,
 * picoseconds, a folder of .xyz and .sdf files.
 */
public final class DynamicsBenchmark {
    private static final double FEMTOSECONDS = 0.5;
    private static final double KELVIN = 600;

    private DynamicsBenchmark() {}

    /** A line for each molecule. */
    public static void main(String[] arguments) throws IOException {
        double picoseconds = Double.parseDouble(arguments[1]);
        try (Potential potential = Lowland.potential(BackendSpec.parse(arguments[0]))) {
            for (Path file : FirstStructure.files(Path.of(arguments[2]))) {
                report(file, potential, picoseconds);
            }
        }
    }

    private static void report(Path file, Potential potential, double picoseconds) {
        AtomicSystem minimum = OptimizationLoop.builder(Lowland.optimizer(BackendSpec.parse("rfo")), potential)
                .build()
                .run(FirstStructure.read(file))
                .system();
        Trajectory trajectory = Trajectory.run(
                potential, minimum, new Trajectory.Plan(picoseconds, FEMTOSECONDS, KELVIN, 1), step -> {});
        System.out.printf(
                Locale.ROOT,
                "%-24s %2d atoms  %.1f ps%s  drift %+.5f meV/atom/ps  excursion %.3f meV/atom  %.0f K%n",
                file.getFileName(),
                minimum.size(),
                trajectory.picoseconds(),
                trajectory.broken() ? " BROKEN" : "",
                trajectory.drift(),
                trajectory.excursion(),
                trajectory.temperature());
    }
}
