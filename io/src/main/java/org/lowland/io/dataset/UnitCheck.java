package org.lowland.io.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lowland.api.system.AtomicSystem;

/**
 * Doubts units that cannot be: by the size of the forces, by the distances of hydrogens from what they are bound to, and,
 * where the energies are total ones, by these.
 *
 * <p>Components of forces in structures that move at room temperature are 0.3 to 3 eV/Å. Total energies of all electrons
 * are a few hundredths below the sum over the free atoms, or a fifth for the hydrogen molecule. Hydrogens are 0.74 (to
 * hydrogen) to 1.6 Å (to iodine) from the nearest atom.
 */
final class UnitCheck {
    private static final double SMALLEST = 0.15;
    private static final double LARGEST = 12.0;
    private static final double LEAST_BOUND = 0.97;
    private static final double MOST_BOUND = 1.25;
    private static final double SHORTEST = 0.65;
    private static final double LONGEST = 1.75;

    /** Samples whose distances are looked at. */
    private static final int LOOKED_AT = 200;

    /**
     * Energies of the free atoms H to Ar in Hartree, without relativity: Chakravorty and Davidson, J. Phys. Chem. 100,
     * 6167 (1996), and references there.
     */
    private static final double[] ATOMS = {
        0, 0.5, 2.9037, 7.4781, 14.6674, 24.6539, 37.845, 54.5892, 75.0673, 99.7339, 128.9376, 162.2546, 200.053,
        242.346, 289.359, 341.259, 398.11, 460.148, 527.54
    };

    private final Path file;
    private final LabelUnits declared;
    private double squares;
    private long components;
    private double energies;
    private double atoms;
    private int looked;
    private double distances;
    private long hydrogens;

    UnitCheck(Path file, LabelUnits declared) {
        this.file = file;
        this.declared = declared;
    }

    void add(Sample sample) {
        for (double f : sample.labels().forces()) {
            squares += f * f;
            components++;
        }
        energies += sample.labels().energy();
        atoms += freeAtoms(sample.system());
        if (looked++ < LOOKED_AT && sample.system().size() > 1) {
            lookAtHydrogens(sample.system());
        }
    }

    private void lookAtHydrogens(AtomicSystem system) {
        for (int h = 0; h < system.size(); h++) {
            if (system.atomicNumber(h) != 1) {
                continue;
            }
            double nearest = Double.POSITIVE_INFINITY;
            for (int other = 0; other < system.size(); other++) {
                double x = system.position(other, 0) - system.position(h, 0);
                double y = system.position(other, 1) - system.position(h, 1);
                double z = system.position(other, 2) - system.position(h, 2);
                nearest = other == h ? nearest : Math.min(nearest, x * x + y * y + z * z);
            }
            distances += Math.sqrt(nearest);
            hydrogens++;
        }
    }

    private static double freeAtoms(AtomicSystem system) {
        double sum = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            int z = system.atomicNumber(atom);
            sum += z < ATOMS.length ? ATOMS[z] : Double.NaN;
        }
        return sum;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        double rms = Math.sqrt(squares / components);
        if (!(rms >= SMALLEST && rms <= LARGEST)) {
            String others = Arrays.stream(LabelUnits.values())
                    .filter(units -> units != declared)
                    .map(units -> String.format(Locale.ROOT, "%s %.3g", units, rms / declared.force() * units.force()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s: read as %s, its force components are %.3g eV/Å (root mean square), where 0.3 to 3 is usual;"
                            + " read as others they would be: %s. Declare the units if these are not the right ones.",
                    file,
                    declared,
                    rms,
                    others));
        }
        double distance = distances / hydrogens;
        if (distance < SHORTEST || distance > LONGEST) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s: read as %s, its hydrogens are %.3g Å from the nearest atoms on average, where 0.9 to 1.5 is"
                            + " usual. Coordinates are in bohr where the units are 'atomic', else in Å; declare the"
                            + " units, or convert the coordinates.",
                    file,
                    declared,
                    distance));
        }
        unitsOfTotalEnergies()
                .filter(units -> units.energy() != declared.energy())
                .ifPresent(units -> warnings.add(String.format(
                        Locale.ROOT,
                        "%s: read as %s, its energies cannot be total energies of these atoms, but read as %s they"
                                + " are. Declare the units if %s are not the right ones.",
                        file,
                        declared,
                        units,
                        declared)));
        return warnings;
    }

    private Optional<LabelUnits> unitsOfTotalEnergies() {
        double factor = -energies / declared.energy() / atoms;
        return Arrays.stream(LabelUnits.values())
                .filter(units -> {
                    double share = factor * units.energy() / LabelUnits.HARTREE.energy();
                    return share > LEAST_BOUND && share < MOST_BOUND;
                })
                .findFirst();
    }
}
