package org.lowland.test;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Figures from the literature that tests compare with, each with its source. */
public final class ReferenceValues {
    private ReferenceValues() {}

    /**
     * The lowest known energies of Lennard-Jones clusters in units of ε, no cutoff: D. J. Wales, J. P. K. Doye et al.,
     * The Cambridge Cluster Database; found by D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997), and the
     * work cited there.
     *
     * @return energies by number of atoms
     */
    public static NavigableMap<Integer, Double> lennardJonesMinima() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry(2, -1.0),
                Map.entry(3, -3.0),
                Map.entry(4, -6.0),
                Map.entry(7, -16.505384),
                Map.entry(13, -44.326801),
                Map.entry(20, -77.177043),
                Map.entry(30, -128.286571),
                Map.entry(38, -173.928427),
                Map.entry(55, -279.248470),
                Map.entry(75, -397.492331),
                Map.entry(98, -543.665361),
                Map.entry(102, -569.363652),
                Map.entry(104, -582.086642)));
    }
}
