package org.lowland.potential.distill.frames;

import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;
import org.lowland.test.ToyPotential;

/** Molecules that the toy potential has relaxed, and numbers to compare them by. */
final class MoleculesForFrames {
    static final ToyPotential TOY = ToyPotential.molecular();

    private MoleculesForFrames() {}

    static Molecule ethanol() {
        return relaxed("ETHANOL", Structures.ethanol());
    }

    static Molecule benzene() {
        return relaxed("BENZENE", Structures.benzene());
    }

    static Molecule water() {
        return relaxed("WATER", Structures.water());
    }

    static Molecule butane() {
        return relaxed("BUTANE", Structures.alkane(4));
    }

    static RandomGenerator random() {
        return new Well19937c(17);
    }

    static double distance(AtomicSystem system, int i, int j) {
        double[] x = system.positions();
        return Rotations.at(x, i).distance(Rotations.at(x, j));
    }

    /** How many bonds have changed their length by more than a thousandth of an Å. */
    static long changedBonds(AtomicSystem before, AtomicSystem after) {
        int[] bonds = before.bonds();
        long changed = 0;
        for (int k = 0; k < bonds.length; k += 2) {
            double old = distance(before, bonds[k], bonds[k + 1]);
            changed += Math.abs(distance(after, bonds[k], bonds[k + 1]) - old) > 1e-3 ? 1 : 0;
        }
        return changed;
    }

    static double largestMove(AtomicSystem before, AtomicSystem after) {
        double[] a = before.positions();
        double[] b = after.positions();
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    static double energy(AtomicSystem system) {
        return TOY.evaluate(system).energy();
    }

    private static Molecule relaxed(String key, AtomicSystem start) {
        List<Walk.Position> path = Descent.run(TOY, List.of(start), 60).get(0);
        return new Molecule("GROUP-" + key, key, path);
    }
}
