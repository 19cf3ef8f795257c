package org.lowland.api.system;

/** Every pair compared: the fastest way for few atoms. Both methods give sorted pairs. */
final class BruteForce {
    private BruteForce() {}

    static PairBuffer inFreeSpace(AtomicSystem system, double cutoff) {
        int atoms = system.size();
        double[] p = system.positions();
        double limit = cutoff * cutoff;
        PairBuffer pairs = new PairBuffer(16 * atoms);
        for (int i = 0; i < atoms; i++) {
            double x = p[3 * i];
            double y = p[3 * i + 1];
            double z = p[3 * i + 2];
            for (int j = i + 1; j < atoms; j++) {
                double dx = p[3 * j] - x;
                double dy = p[3 * j + 1] - y;
                double dz = p[3 * j + 2] - z;
                if (dx * dx + dy * dy + dz * dz < limit) {
                    pairs.add(i, j, Shift.NONE);
                }
            }
        }
        return pairs;
    }

    /** The nearest images in a cell whose vectors lie along x, y, z. */
    static PairBuffer nearestInBox(AtomicSystem system, double cutoff) {
        int atoms = system.size();
        double[] p = system.positions();
        double[] lattice = Lattice.vectors(system);
        Cell cell = system.cell().orElseThrow();
        double a = cell.isPeriodic(0) ? 1 / lattice[0] : 0;
        double b = cell.isPeriodic(1) ? 1 / lattice[4] : 0;
        double c = cell.isPeriodic(2) ? 1 / lattice[8] : 0;
        double limit = cutoff * cutoff;
        PairBuffer pairs = new PairBuffer(32 * atoms);
        for (int i = 0; i < atoms; i++) {
            CellGrid.requireNear(system, i, p[3 * i] * a);
            CellGrid.requireNear(system, i, p[3 * i + 1] * b);
            CellGrid.requireNear(system, i, p[3 * i + 2] * c);
        }
        for (int i = 0; i < atoms; i++) {
            for (int j = i + 1; j < atoms; j++) {
                double dx = p[3 * j] - p[3 * i];
                double dy = p[3 * j + 1] - p[3 * i + 1];
                double dz = p[3 * j + 2] - p[3 * i + 2];
                double sa = -Math.floor(dx * a + 0.5);
                double sb = -Math.floor(dy * b + 0.5);
                double sc = -Math.floor(dz * c + 0.5);
                dx += sa * lattice[0];
                dy += sb * lattice[4];
                dz += sc * lattice[8];
                if (dx * dx + dy * dy + dz * dz < limit) {
                    pairs.add(i, j, Shift.of((int) sa, (int) sb, (int) sc));
                }
            }
        }
        return pairs;
    }
}
