package org.lowland.potential.analytic;

import org.lowland.test.Transformations;

/** Silicon in free space, in a crystal out of order and in a cell so narrow that several images of an atom interact. */
class StillingerWeberContractTest extends AnalyticContract {
    StillingerWeberContractTest() {
        super(
                "stillinger-weber",
                Silicon.trimer(),
                Silicon.five(),
                Transformations.rattled(Silicon.diamond(1, Silicon.EDGE), 0.1, 3),
                Transformations.rotated(
                        Transformations.rattled(Silicon.diamond(1, 5.2), 0.15, 4),
                        new double[] {1, 0.1, 0, 0, 1.05, 0.1, 0, -0.1, 0.95}));
    }
}
