package org.lowland.potential.analytic;

import org.lowland.test.Structures;

/** Exponents that are not even. */
class MieOddContractTest extends AnalyticContract {
    MieOddContractTest() {
        super(
                "mie?repulsive=11.5&attractive=5&sigma=0.8&epsilon=0.3&cutoff=2&shift=force",
                trimer(),
                droplet(15),
                Structures.kobAndersenBox(20, 5));
    }
}
