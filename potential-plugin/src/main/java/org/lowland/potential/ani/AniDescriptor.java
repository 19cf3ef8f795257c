package org.lowland.potential.ani;

import java.util.List;

/**
 * The constants of ANI's atomic environment vector (Smith, Isayev, Roitberg, Chem. Sci. 2017, 8, 3192, equations 2-4).
 *
 * @param radialCutoff range of the radial terms in Å
 * @param angularCutoff range of the angular terms in Å
 * @param radialEta width parameter of the radial Gaussians in 1/Å²
 * @param radialShifts centres of the radial Gaussians in Å
 * @param zeta exponent of the angular term
 * @param angleShifts its centres in radians
 * @param angularEta width parameter of the mean-distance Gaussians in 1/Å²
 * @param angularShifts their centres in Å
 * @param elements atomic numbers in the order of the vector's blocks
 */
record AniDescriptor(
        double radialCutoff,
        double angularCutoff,
        double radialEta,
        List<Double> radialShifts,
        double zeta,
        List<Double> angleShifts,
        double angularEta,
        List<Double> angularShifts,
        List<Integer> elements) {

    AniDescriptor {
        radialShifts = List.copyOf(radialShifts);
        angleShifts = List.copyOf(angleShifts);
        angularShifts = List.copyOf(angularShifts);
        elements = List.copyOf(elements);
    }

    /** The radial terms of one neighbour element. */
    int radialTerms() {
        return radialShifts.size();
    }

    /** The angular terms of one pair of neighbour elements: mean distance major, angle minor. */
    int angularTerms() {
        return angularShifts.size() * angleShifts.size();
    }

    /** The length of the vector: radial blocks by element, then angular blocks by the upper triangle of pairs. */
    int size() {
        int n = elements.size();
        return n * radialTerms() + n * (n + 1) / 2 * angularTerms();
    }

    /** The first component of the radial block of a neighbour element, given by its index in {@link #elements}. */
    int radialBlock(int element) {
        return element * radialTerms();
    }

    /** The first component of the angular block of two neighbour elements, in either order. */
    int angularBlock(int one, int other) {
        int n = elements.size();
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        int pair = low * n - low * (low - 1) / 2 + high - low;
        return n * radialTerms() + pair * angularTerms();
    }
}
