package org.lowland.potential.analytic;

import org.lowland.test.Structures;

/** Lennard-Jones with a smooth cutoff, in free space and in cells. */
class LennardJonesShiftedContractTest extends AnalyticContract {
    LennardJonesShiftedContractTest() {
        super(
                "lj?cutoff=2.5&shift=force&epsilon=0.3&sigma=0.9",
                icosahedron(),
                Structures.randomCluster(5, 2),
                Structures.kobAndersenBox(40, 5),
                sheared(12));
    }
}
