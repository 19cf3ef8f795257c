package org.lowland.potential.analytic;

import org.lowland.test.Structures;

/** Even exponents, smooth, in free space and in cells, a narrow one too. */
class MieContractTest extends AnalyticContract {
    MieContractTest() {
        super(
                "mie?repulsive=14&attractive=8&sigma=0.9&epsilon=0.3&cutoff=2.2&shift=force",
                icosahedron(),
                Structures.randomCluster(5, 2),
                Structures.kobAndersenBox(40, 5),
                sheared(12));
    }
}
