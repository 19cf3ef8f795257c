package org.lowland.potential.analytic;

import org.lowland.test.Structures;

/** The published convention, which jumps at the cutoff and where the nearest image changes. */
class KobAndersenContractTest extends AnalyticContract {
    KobAndersenContractTest() {
        super("kob-andersen", droplet(10), droplet(15), Structures.kobAndersenBox(30, 5));
    }
}
