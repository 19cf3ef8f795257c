package org.lowland.io.format.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.LabelledFrame;

/** Crystals of the 14 lattices, each in its conventional and its primitive cell, and any triclinic ones, slabs, chains. */
final class Lattices {
    /** Vectors of the conventional cell by lattice, as rows. */
    private static final Map<String, double[]> CONVENTIONAL = new TreeMap<>(Map.ofEntries(
            Map.entry("cubic P", new double[] {4.2, 0, 0, 0, 4.2, 0, 0, 0, 4.2}),
            Map.entry("cubic I", new double[] {4.4, 0, 0, 0, 4.4, 0, 0, 0, 4.4}),
            Map.entry("cubic F", new double[] {5.6, 0, 0, 0, 5.6, 0, 0, 0, 5.6}),
            Map.entry("tetragonal P", new double[] {4.6, 0, 0, 0, 4.6, 0, 0, 0, 6.1}),
            Map.entry("tetragonal I", new double[] {4.6, 0, 0, 0, 4.6, 0, 0, 0, 7.1}),
            Map.entry("orthorhombic P", new double[] {4.1, 0, 0, 0, 5.2, 0, 0, 0, 6.3}),
            Map.entry("orthorhombic C", new double[] {5.1, 0, 0, 0, 6.2, 0, 0, 0, 6.9}),
            Map.entry("orthorhombic I", new double[] {5.1, 0, 0, 0, 6.2, 0, 0, 0, 7.3}),
            Map.entry("orthorhombic F", new double[] {6.1, 0, 0, 0, 7.2, 0, 0, 0, 8.3}),
            Map.entry("hexagonal P", new double[] {4.3, 0, 0, -2.15, 3.723909, 0, 0, 0, 5.9}),
            Map.entry("rhombohedral R", new double[] {4.9, 0, 0, -2.45, 4.243525, 0, 0, 0, 11.5}),
            Map.entry("monoclinic P", new double[] {5.1, 0, 0, 0, 6.2, 0, -1.3, 0, 5.7}),
            Map.entry("monoclinic C", new double[] {7.1, 0, 0, 0, 6.2, 0, -1.7, 0, 5.9}),
            Map.entry("triclinic P", new double[] {5.1, 0, 0, 0.9, 6.2, 0, -1.1, 0.7, 6.6})));

    private static final Map<String, double[][]> CENTRES = Map.of(
            "P", new double[][] {{0, 0, 0}},
            "I", new double[][] {{0, 0, 0}, {.5, .5, .5}},
            "F", new double[][] {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}},
            "C", new double[][] {{0, 0, 0}, {.5, .5, 0}},
            "R", new double[][] {{0, 0, 0}, {2. / 3, 1. / 3, 1. / 3}, {1. / 3, 2. / 3, 2. / 3}});

    /** Primitive vectors in units of the conventional ones. */
    private static final Map<String, double[][]> PRIMITIVE = Map.of(
            "I", new double[][] {{-.5, .5, .5}, {.5, -.5, .5}, {.5, .5, -.5}},
            "F", new double[][] {{0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}},
            "C", new double[][] {{.5, -.5, 0}, {.5, .5, 0}, {0, 0, 1}},
            "R", new double[][] {{2. / 3, 1. / 3, 1. / 3}, {-1. / 3, 1. / 3, 1. / 3}, {-1. / 3, -2. / 3, 1. / 3}});

    private Lattices() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        CONVENTIONAL.forEach((name, vectors) -> {
            String centring = name.substring(name.length() - 1);
            add(samples, name, system(vectors, CENTRES.get(centring), true, true, true));
            if (PRIMITIVE.containsKey(centring)) {
                double[] primitive = product(PRIMITIVE.get(centring), vectors);
                add(samples, name + " primitive", system(primitive, CENTRES.get("P"), true, true, true));
            }
        });
        Random random = new Random(5);
        for (int k = 0; k < 6; k++) {
            add(samples, "any triclinic", any(random));
        }
        add(samples, "slab", system(CONVENTIONAL.get("cubic P"), CENTRES.get("P"), true, true, false));
        add(samples, "slab", system(CONVENTIONAL.get("hexagonal P"), CENTRES.get("P"), true, true, false));
        add(samples, "chain", system(CONVENTIONAL.get("tetragonal P"), CENTRES.get("P"), true, false, false));
        add(samples, "box", system(CONVENTIONAL.get("cubic F"), CENTRES.get("P"), false, false, false));
        return samples;
    }

    private static void add(List<Sample> samples, String kind, AtomicSystem system) {
        String name = "l" + samples.size();
        boolean[] fixed = new boolean[system.size()];
        fixed[0] = samples.size() % 4 == 1;
        AtomicSystem held = AtomicSystem.builder(system.atomicNumbers(), system.positions())
                .cell(system.cell().orElseThrow())
                .fixed(fixed)
                .charge(samples.size() % 9 == 8 ? 1 : 0)
                .build();
        LabelledFrame frame = LabelledFrame.of(held).with("name", name);
        samples.add(new Sample(name, kind, samples.size() % 3 == 0 ? frame.with("origin", "made up") : frame));
    }

    /** Sodium and chlorine near the corners and centres, a little off all special places. */
    private static AtomicSystem system(double[] vectors, double[][] centres, boolean... periodic) {
        Cell cell = Cell.of(vectors, periodic);
        int[] numbers = new int[2 * centres.length];
        double[] positions = new double[6 * centres.length];
        double[][] basis = {{0.01, 0.02, 0.03}, {0.47, 0.49, 0.45}};
        for (int atom = 0; atom < numbers.length; atom++) {
            numbers[atom] = atom % 2 == 0 ? 11 : 17;
            for (int vector = 0; vector < 3; vector++) {
                double fraction = basis[atom % 2][vector] + centres[atom / 2][vector];
                for (int axis = 0; axis < 3; axis++) {
                    positions[3 * atom + axis] += fraction * cell.component(vector, axis);
                }
            }
        }
        return AtomicSystem.builder(numbers, positions).cell(cell).build();
    }

    private static AtomicSystem any(Random random) {
        double[] vectors = new double[9];
        for (int k = 0; k < 9; k++) {
            vectors[k] = (k % 4 == 0 ? 7 : 0) + 2 * random.nextDouble();
        }
        int[] numbers = new int[2 + random.nextInt(6)];
        double[] positions = new double[3 * numbers.length];
        for (int k = 0; k < positions.length; k++) {
            numbers[k / 3] = 1 + random.nextInt(90);
            positions[k] = 12 * random.nextDouble() - 4;
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(Cell.of(vectors, true, true, true))
                .build();
    }

    private static double[] product(double[][] rows, double[] vectors) {
        double[] product = new double[9];
        for (int k = 0; k < 9; k++) {
            for (int inner = 0; inner < 3; inner++) {
                product[k] += rows[k / 3][inner] * vectors[3 * inner + k % 3];
            }
        }
        return product;
    }
}
