package org.lowland.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.lowland.api.system.AtomicSystem;

/**
 * Structures on which optimizers have been seen to fail: straight chains, whose bends have no angle; cages and rings;
 * fragments near and far; atoms without bonds; atoms on top of each other; molecules that start flat. Not at a minimum.
 */
public final class HardCases {
    private static final int ARGON = 18;

    private HardCases() {}

    /** {@return molecules with their bonds, by name; to be kept as they are by an optimization} */
    public static Map<String, AtomicSystem> molecules() {
        Map<String, AtomicSystem> cases = new LinkedHashMap<>();
        cases.put("CO2", line(new int[] {8, 6, 8}, 0, 1.2, 2.4));
        cases.put("bent CO2", bent(line(new int[] {8, 6, 8}, 0, 1.2, 2.4)));
        cases.put("HCN", line(new int[] {1, 6, 7}, 0, 1.1, 2.28));
        cases.put("bent HCN", bent(line(new int[] {1, 6, 7}, 0, 1.1, 2.28)));
        cases.put("acetylene", line(new int[] {1, 6, 6, 1}, 0, 1.1, 2.33, 3.43));
        cases.put("bent acetylene", bent(line(new int[] {1, 6, 6, 1}, 0, 1.1, 2.33, 3.43)));
        cases.put("allene", allene());
        cases.put("rattled allene", Transformations.rattled(allene(), 0.1, 1));
        cases.put("cubane", cubane());
        cases.put("water dimer", pair(Structures.water(), Structures.water(), 2));
        cases.put("methane and benzene 10 Å apart", pair(Structures.benzene(), Structures.methane(), 10));
        cases.put("flat hydrogen peroxide", flatHydrogenPeroxide());
        cases.put("aspirin", Structures.aspirin());
        cases.put("rattled ethanol", Transformations.rattled(Structures.ethanol(), 0.1, 1));
        return cases;
    }

    /** {@return argon atoms without bonds, with σ = 1 Å, by name} */
    public static Map<String, AtomicSystem> clusters() {
        Map<String, AtomicSystem> cases = new LinkedHashMap<>();
        cases.put("pair", argon(0, 0, 0, 1.5, 0, 0));
        cases.put("three on a line", argon(0, 0, 0, 1.2, 0, 0, 2.3, 0, 0));
        cases.put("octahedron", argon(0.8, 0, 0, -0.8, 0, 0, 0, 0.85, 0, 0, -0.85, 0, 0, 0, 0.9, 0, 0, -0.9));
        cases.put("icosahedron", Transformations.rattled(Structures.icosahedron(), 0.1, 1));
        cases.put("random 38", Structures.randomCluster(38, 2));
        cases.put("two atoms 0.3 Å apart", argon(0, 0, 0, 0.3, 0, 0));
        cases.put("two of five atoms 0.3 Å apart", argon(0, 0, 0, 0.3, 0, 0, 0, 1.2, 0, 0, 0, 1.2, 1, 1, 1));
        cases.put("two of 39 atoms 0.3 Å apart", clashing(Structures.randomCluster(38, 3)));
        return cases;
    }

    /** {@return a rattled piece of the face-centred cubic crystal, 500 argon atoms with σ = 1 Å} */
    public static AtomicSystem crystal() {
        double[] positions = new double[1500];
        int next = 0;
        for (int site = 0; next < positions.length; site++) {
            int[] place = {site % 10, site / 10 % 10, site / 100};
            if ((place[0] + place[1] + place[2]) % 2 == 0) {
                for (int axis = 0; axis < 3; axis++) {
                    positions[next++] = 1.1 / Math.sqrt(2) * place[axis];
                }
            }
        }
        return Transformations.rattled(argon(positions), 0.05, 1);
    }

    private static AtomicSystem clashing(AtomicSystem cluster) {
        AtomicSystem one = argon(cluster.position(0, 0) + 0.3, cluster.position(0, 1), cluster.position(0, 2));
        return Transformations.joined(cluster, one);
    }

    private static AtomicSystem argon(double... positions) {
        int[] numbers = new int[positions.length / 3];
        Arrays.fill(numbers, ARGON);
        return AtomicSystem.of(numbers, positions);
    }

    private static AtomicSystem line(int[] numbers, double... places) {
        double[] positions = new double[3 * places.length];
        int[] bonds = new int[2 * places.length - 2];
        for (int k = 0; k < places.length; k++) {
            positions[3 * k] = places[k];
        }
        for (int k = 0; k < bonds.length; k++) {
            bonds[k] = (k + 1) / 2;
        }
        return AtomicSystem.builder(numbers, positions).bonds(bonds).build();
    }

    private static AtomicSystem bent(AtomicSystem line) {
        double[] positions = line.positions();
        positions[1] += 0.3;
        positions[positions.length - 1] += 0.2;
        return line.withPositions(positions);
    }

    private static AtomicSystem allene() {
        double[] positions = {
            0, 0, 0, 1.33, 0, 0, -1.33, 0, 0, 1.9, 0.93, 0, 1.9, -0.93, 0, -1.9, 0, 0.93, -1.9, 0, -0.93
        };
        return AtomicSystem.builder(new int[] {6, 6, 6, 1, 1, 1, 1}, positions)
                .bonds(new int[] {0, 1, 0, 2, 1, 3, 1, 4, 2, 5, 2, 6})
                .build();
    }

    private static AtomicSystem cubane() {
        int[] numbers = new int[16];
        double[] positions = new double[48];
        int[] bonds = new int[40];
        int next = 0;
        for (int corner = 0; corner < 8; corner++) {
            numbers[corner] = 6;
            numbers[8 + corner] = 1;
            for (int axis = 0; axis < 3; axis++) {
                int side = (corner >> axis & 1) == 0 ? -1 : 1;
                positions[3 * corner + axis] = 0.8 * side;
                positions[24 + 3 * corner + axis] = 1.45 * side;
                if (side < 0) {
                    bonds[next++] = corner;
                    bonds[next++] = corner | 1 << axis;
                }
            }
            bonds[next++] = corner;
            bonds[next++] = 8 + corner;
        }
        return AtomicSystem.builder(numbers, positions).bonds(bonds).build();
    }

    private static AtomicSystem pair(AtomicSystem standing, AtomicSystem moving, double gap) {
        AtomicSystem turned = Transformations.rotated(moving, Transformations.randomRotation(new Random(3)));
        return Transformations.joined(standing, Separation.apart(standing, turned, gap));
    }

    private static AtomicSystem flatHydrogenPeroxide() {
        double[] positions = {0, 0, 0, 1.45, 0, 0, -0.2, 0.95, 0.02, 1.65, -0.95, 0};
        return AtomicSystem.builder(new int[] {8, 8, 1, 1}, positions)
                .bonds(new int[] {0, 1, 0, 2, 1, 3})
                .build();
    }
}
