package org.lowland.potential.analytic;

import java.util.Arrays;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Structures of silicon. */
final class Silicon {
    /** The edge of the crystal's cubic cell in Å. */
    static final double EDGE = 5.431;

    private static final double[] BASIS = {
        0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0, 0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.25, 0.75, 0.75,
        0.75, 0.25
    };

    private Silicon() {}

    /** The crystal: cubes of eight atoms, so many along each axis. */
    static AtomicSystem diamond(int cubes, double edge) {
        double[] positions = new double[24 * cubes * cubes * cubes];
        int next = 0;
        for (int a = 0; a < cubes; a++) {
            for (int b = 0; b < cubes; b++) {
                for (int c = 0; c < cubes; c++) {
                    int[] corner = {a, b, c};
                    for (int k = 0; k < 24; k++) {
                        positions[next++] = edge * (corner[k % 3] + BASIS[k]);
                    }
                }
            }
        }
        return AtomicSystem.builder(elements(positions.length / 3), positions)
                .cell(Cell.orthorhombic(cubes * edge, cubes * edge, cubes * edge))
                .build();
    }

    static AtomicSystem trimer() {
        return AtomicSystem.of(elements(3), new double[] {0, 0, 0, 2.4, 0.3, 0, 1.1, 2.2, 0.2});
    }

    static AtomicSystem five() {
        double[] positions = {0, 0, 0, 2.3, 0.1, 0, -0.4, 2.2, 0.3, 0.2, -0.3, 2.5, 1.9, 1.8, 0.5};
        return AtomicSystem.of(elements(5), positions);
    }

    private static int[] elements(int atoms) {
        int[] elements = new int[atoms];
        Arrays.fill(elements, 14);
        return elements;
    }
}
