package org.lowland.relaxation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.Lowland;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

/** Relaxed scans of torsions with every local optimizer on the shipped potential. */
class TorsionScanTest {
    private static Potential organic;

    @BeforeAll
    static void load() {
        organic = Lowland.potential(BackendSpec.parse("organic"));
    }

    @AfterAll
    static void close() {
        organic.close();
    }

    private static OptimizationResult relaxed(GeometryOptimizer optimizer, AtomicSystem from, Constraint constraint) {
        AtomicSystem start = from.toBuilder().constraints(List.of(constraint)).build();
        OptimizationResult result =
                OptimizationLoop.builder(optimizer, organic).build().run(start);
        assertThat(result.reason()).as("%s", result.message()).isEqualTo(StopReason.CONVERGED);
        List<Integer> atoms = constraint.atoms();
        Torsion torsion = new Torsion(atoms.get(0), atoms.get(1), atoms.get(2), atoms.get(3));
        double wanted = Math.toRadians(constraint.target().orElseThrow());
        assertThat(torsion.difference(torsion.value(result.system().positions()), wanted))
                .isCloseTo(0, within(Math.toRadians(1e-4)));
        assertThat(Molecules.identity(Molecules.connected(from), Molecules.connected(result.system())))
                .isEqualTo(Identity.KEPT);
        return result;
    }

    private static List<Double> scan(
            GeometryOptimizer optimizer, AtomicSystem from, Constraint held, double... values) {
        List<Double> energies = new ArrayList<>();
        AtomicSystem current = from;
        for (double value : values) {
            OptimizationResult result = relaxed(optimizer, current, held.to(value));
            current = result.system();
            energies.add(result.energy());
        }
        return energies;
    }

    @Test
    void butaneHasTheMinimaAndBarriersOfTheTextbook() {
        List<List<Double>> scans = new ArrayList<>();
        for (GeometryOptimizer optimizer : Backends.localOptimizers()) {
            List<Double> scan =
                    scan(optimizer, Structures.alkane(4), Constraint.torsion(0, 1, 2, 3), 180, 150, 120, 90, 60, 30, 0);
            double anti = scan.get(0);
            double gauche = scan.get(4);
            assertThat(scan.get(2) - anti).as("eclipsed").isBetween(0.10, 0.20);
            assertThat(gauche - anti).as("gauche").isBetween(0.0, 0.08);
            assertThat(scan.get(6)).as("syn").isGreaterThan(scan.get(2) + 0.02);
            scans.add(scan);
        }
        for (List<Double> scan : scans) {
            for (int k = 0; k < scan.size(); k++) {
                assertThat(scan.get(k)).isCloseTo(scans.get(0).get(k), within(2e-3));
            }
        }
    }

    @Test
    void ethanolTurnsAtOnceAsInSteps() {
        for (GeometryOptimizer optimizer : Backends.localOptimizers()) {
            Constraint held = Constraint.torsion(0, 1, 2, 8);
            AtomicSystem ethanol = Structures.ethanol();
            double inSteps =
                    scan(optimizer, ethanol, held, 180, 150, 120, 90, 60).get(4);
            double atOnce = relaxed(optimizer, ethanol, held.to(60)).energy();
            assertThat(atOnce).as(optimizer.id()).isCloseTo(inSteps, within(2e-3));
        }
    }
}
