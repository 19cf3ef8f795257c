package org.lowland.potential.distill.frames;

import org.lowland.api.coordinate.CovalentRadii;

/** Van der Waals radii in Å (A. Bondi, J. Phys. Chem. 68, 441, 1964; H as in Rowland and Taylor, J. Phys. Chem. 100, 7384, 1996). */
final class VanDerWaalsRadii {
    /** What an element that is not listed has more than its covalent radius. */
    private static final double BEYOND = 0.8;

    private VanDerWaalsRadii() {}

    static double of(int atomicNumber) {
        return switch (atomicNumber) {
            case 1 -> 1.10;
            case 6 -> 1.70;
            case 7 -> 1.55;
            case 8 -> 1.52;
            case 9 -> 1.47;
            case 16 -> 1.80;
            case 17 -> 1.75;
            default -> CovalentRadii.of(atomicNumber) + BEYOND;
        };
    }
}
