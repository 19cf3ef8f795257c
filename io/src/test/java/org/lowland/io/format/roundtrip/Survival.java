package org.lowland.io.format.roundtrip;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.Structure;

/** Which features of a structure another one has kept. */
final class Survival {
    private final Structure structure;
    private final Facts before;
    private final Facts after;
    private final double tolerance;

    private Survival(Structure before, Structure after, double tolerance) {
        this.structure = before;
        this.before = new Facts(before);
        this.after = new Facts(after);
        this.tolerance = tolerance;
    }

    /**
     * Compares.
     *
     * @param tolerance of coordinates in Å, for what the decimals of a format leave of them
     */
    static Set<Feature> kept(Structure before, Structure after, double tolerance) {
        Survival survival = new Survival(before, after, tolerance);
        Set<Feature> kept = EnumSet.noneOf(Feature.class);
        for (Feature feature : Holdings.of(before)) {
            if (survival.isKept(feature)) {
                kept.add(feature);
            }
        }
        return kept;
    }

    private boolean isKept(Feature feature) {
        return switch (feature) {
            case COORDINATES -> sameDistances();
            case BONDS -> before.bonds().equals(after.bonds());
            case BOND_ORDERS -> before.orders().equals(after.orders());
            case FORMAL_CHARGES -> before.charges().equals(after.charges());
            case NET_CHARGE -> before.netCharge() == after.netCharge();
            case MULTIPLICITY -> before.multiplicity() == after.multiplicity();
            case STEREO -> before.stereo().equals(after.stereoOf(structure));
            case ISOTOPES -> before.isotopes().equals(after.isotopes());
            case RADICALS -> before.radicals().equals(after.radicals());
            case UNIT_CELL -> same(before.cell(), after.cell(), 30 * tolerance);
            case TITLE -> before.title().equals(after.title());
            case SEVERAL -> true;
            case PROPERTIES -> before.properties().equals(after.properties());
            case ATOM_PROPERTIES -> before.columns().equals(after.columns());
            case FIXED_ATOMS -> before.fixed().equals(after.fixed());
            case ENERGIES -> same(before.energy(), after.energy(), 1e-8);
            case FORCES -> same(before.forces(), after.forces(), 1e-7);
            case STRESS -> same(before.stress(), after.stress(), 1e-12);
        };
    }

    private boolean sameDistances() {
        Map<String, List<Double>> expected = before.distances();
        Map<String, List<Double>> found = after.distances();
        if (!expected.keySet().equals(found.keySet())) {
            return false;
        }
        for (String pair : expected.keySet()) {
            double[] one = expected.get(pair).stream().mapToDouble(x -> x).toArray();
            double[] other = found.get(pair).stream().mapToDouble(x -> x).toArray();
            if (!same(one, other, 10 * tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(double[] one, double[] other, double tolerance) {
        if (one.length != other.length) {
            return false;
        }
        for (int k = 0; k < one.length; k++) {
            if (!(Math.abs(one[k] - other[k]) <= tolerance)) {
                return false;
            }
        }
        return true;
    }
}
