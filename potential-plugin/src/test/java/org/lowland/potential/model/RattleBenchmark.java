package org.lowland.potential.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

/**
 * How the shipped models do far from what they have learned: energies of aspirins that are moved about, against that of the
 * one that they come from. Not among the tests that a build runs: {@code mvn -B -ntp test -pl potential-plugin -am
 * -Dtest=RattleBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class RattleBenchmark {
    private static final int STRUCTURES = 300;

    @Test
    void rattles() {
        for (String id : new String[] {"aspirin", "organic"}) {
            try (Potential potential = Lowland.potential(BackendSpec.parse(id))) {
                for (double size : new double[] {0.03, 0.05, 0.08, 0.12, 0.2}) {
                    rattle(potential, size);
                }
            }
        }
    }

    private static void rattle(Potential potential, double size) {
        AtomicSystem rest = Structures.aspirin();
        double[] energies = rattledEnergies(potential, rest, size, STRUCTURES);
        System.out.printf(
                Locale.ROOT,
                "%-8s rattled by %.2f Å: %.1f to %.1f eV above where they come from, %d of %d more than 1 eV below%n",
                potential.id(),
                size,
                Arrays.stream(energies).min().orElseThrow(),
                Arrays.stream(energies).max().orElseThrow(),
                Arrays.stream(energies).filter(energy -> energy < -1).count(),
                STRUCTURES);
    }

    /** Energies above that of a structure, in eV, after moving all its coordinates by normally distributed numbers. */
    static double[] rattledEnergies(Potential potential, AtomicSystem rest, double size, int count) {
        Random random = new Random(7);
        double start = potential.evaluate(rest).energy();
        double[] energies = new double[count];
        for (int k = 0; k < count; k++) {
            double[] positions = rest.positions();
            for (int c = 0; c < positions.length; c++) {
                positions[c] += size * random.nextGaussian();
            }
            Evaluation evaluation = potential.evaluate(rest.withPositions(positions));
            energies[k] = evaluation.energy() - start;
        }
        return energies;
    }
}
