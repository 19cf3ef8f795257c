package org.lowland.potential.network;

import java.util.Random;

/** Random structures for tests: chains grown bond by bond, as dense as molecules are. */
final class Clusters {
    private static final double BOND = 1.4;
    private static final double CLOSEST = 1.1;

    private Clusters() {}

    static double[] positions(int atoms, Random random) {
        double[] positions = new double[3 * atoms];
        int placed = 1;
        while (placed < atoms) {
            int base = random.nextInt(placed);
            double[] step = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double length = Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
            for (int c = 0; c < 3; c++) {
                positions[3 * placed + c] = positions[3 * base + c] + BOND * step[c] / length;
            }
            if (isFree(positions, placed)) {
                placed++;
            }
        }
        return positions;
    }

    static int[] species(int atoms, int kinds, Random random) {
        int[] species = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            species[i] = random.nextInt(kinds);
        }
        return species;
    }

    private static boolean isFree(double[] positions, int candidate) {
        for (int other = 0; other < candidate; other++) {
            if (distance(positions, candidate, other) < CLOSEST) {
                return false;
            }
        }
        return true;
    }

    static double distance(double[] positions, int i, int j) {
        double square = 0;
        for (int c = 0; c < 3; c++) {
            double difference = positions[3 * i + c] - positions[3 * j + c];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }
}
