package org.lowland.potential.analytic;

import org.lowland.test.Structures;

/** The smooth convention over all images. */
class KobAndersenSmoothContractTest extends AnalyticContract {
    KobAndersenSmoothContractTest() {
        super(
                "kob-andersen?images=all&shift=force",
                trimer(),
                droplet(15),
                Structures.kobAndersenBox(40, 5),
                sheared(20));
    }
}
