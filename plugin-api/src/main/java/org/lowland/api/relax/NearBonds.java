package org.lowland.api.relax;

import java.util.stream.IntStream;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/** The bonds of a system: its own where it has them, else atoms closer than 1.2 sums of covalent radii. */
final class NearBonds {
    private static final double BONDED = 1.2;

    private NearBonds() {}

    /** Pairs of atom indices. */
    static int[] of(AtomicSystem system) {
        int[] own = system.bonds();
        if (own.length > 0) {
            return own;
        }
        double[] x = system.positions();
        double[] radii = IntStream.range(0, system.size())
                .mapToDouble(atom -> radius(system.atomicNumber(atom)))
                .toArray();
        IntStream.Builder pairs = IntStream.builder();
        for (int i = 0; i < radii.length; i++) {
            for (int j = i + 1; j < radii.length; j++) {
                double longest = BONDED * (radii[i] + radii[j]);
                double dx = x[3 * i] - x[3 * j];
                double dy = x[3 * i + 1] - x[3 * j + 1];
                double dz = x[3 * i + 2] - x[3 * j + 2];
                if (dx * dx + dy * dy + dz * dz < longest * longest) {
                    pairs.add(i).add(j);
                }
            }
        }
        return pairs.build().toArray();
    }

    private static double radius(int number) {
        Double radius = Elements.ofNumber(number).covalentRadius();
        return radius == null ? 1.5 : radius;
    }
}
