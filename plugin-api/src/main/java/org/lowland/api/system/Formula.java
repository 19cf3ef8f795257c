package org.lowland.api.system;

import java.util.Map;
import java.util.TreeMap;
import org.openscience.cdk.config.Elements;

/** Molecular formulas in the order of Hill: C and H first where there is C, all else by the alphabet. */
public final class Formula {
    private Formula() {}

    /**
     * The formula of a structure.
     *
     * @param system its atoms
     * @return such as {@code C9H8O4}, with the net charge behind where there is one
     */
    public static String of(AtomicSystem system) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int atom = 0; atom < system.size(); atom++) {
            counts.merge(Elements.ofNumber(system.atomicNumber(atom)).symbol(), 1, Integer::sum);
        }
        StringBuilder formula = new StringBuilder();
        if (counts.containsKey("C")) {
            append(formula, "C", counts.remove("C"));
            append(formula, "H", counts.remove("H"));
        }
        counts.forEach((symbol, count) -> append(formula, symbol, count));
        int charge = system.charge();
        if (charge != 0) {
            formula.append(charge > 0 ? '+' : '-').append(Math.abs(charge) == 1 ? "" : Math.abs(charge));
        }
        return formula.toString();
    }

    private static void append(StringBuilder formula, String symbol, Integer count) {
        if (count != null) {
            formula.append(symbol).append(count == 1 ? "" : count.toString());
        }
    }
}
