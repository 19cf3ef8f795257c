package org.lowland.potential.analytic;

import org.lowland.test.Structures;

/** Lennard-Jones over all pairs. */
class LennardJonesContractTest extends AnalyticContract {
    LennardJonesContractTest() {
        super("lj", icosahedron(), Structures.randomCluster(38, 2), Structures.water());
    }
}
