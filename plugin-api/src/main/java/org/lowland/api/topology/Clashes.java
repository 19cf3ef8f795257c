package org.lowland.api.topology;

import java.util.HashSet;
import java.util.Set;
import org.lowland.api.coordinate.CovalentRadii;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/** Atoms too close to be anything but a mistake, where distances tell nothing of bonds and stiffness. */
public final class Clashes {
    /** In sums of covalent radii; no bond is so short. */
    private static final double CLOSE = 0.65;

    private Clashes() {}

    /**
     * Whether any two atoms clash that the system does not say are bonded.
     *
     * @param system the atoms
     * @return true when two are closer than 0.65 of the sum of their covalent radii
     */
    public static boolean any(AtomicSystem system) {
        double largest = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            largest = Math.max(largest, CovalentRadii.of(system.atomicNumber(atom)));
        }
        NeighborList pairs = NeighborList.allImages(system, 2 * CLOSE * largest);
        Set<Set<Integer>> bonded = bonded(system);
        for (int pair = 0; pair < pairs.size(); pair++) {
            double reach = CLOSE
                    * (CovalentRadii.of(system.atomicNumber(pairs.first(pair)))
                            + CovalentRadii.of(system.atomicNumber(pairs.second(pair))));
            if (pairs.squaredDistance(pair) < reach * reach
                    && !bonded.contains(Set.of(pairs.first(pair), pairs.second(pair)))) {
                return true;
            }
        }
        return false;
    }

    private static Set<Set<Integer>> bonded(AtomicSystem system) {
        Set<Set<Integer>> bonded = new HashSet<>();
        int[] bonds = system.bonds();
        for (int bond = 0; bond < bonds.length; bond += 2) {
            bonded.add(Set.of(bonds[bond], bonds[bond + 1]));
        }
        return bonded;
    }
}
