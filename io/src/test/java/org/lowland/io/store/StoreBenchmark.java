package org.lowland.io.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;

/**
 * How fast stores are: results of one composition, chains of thirty atoms with random torsions, put in a thousand at a
 * time and one at a time, then looked for by their keys and by their geometry.
 */
final class StoreBenchmark {
    private static final int ATOMS = 30;
    private static final int BATCH = 1000;
    private static final int SINGLE = 300;

    private StoreBenchmark() {}

    /**
     * Measures.
     *
     * @param args the place of an empty store, and the number of records
     */
    public static void main(String[] args) {
        int records = Integer.parseInt(args[1]);
        Random random = new Random(1);
        try (StructureStore store = StructureStore.open(StoreLocation.parse(args[0]))) {
            long begin = System.nanoTime();
            for (int from = 0; from < records; from += BATCH) {
                List<Deposit> batch = new ArrayList<>();
                for (int number = from; number < Math.min(records, from + BATCH); number++) {
                    batch.add(result(number));
                }
                store.add(batch);
            }
            say("%d records, %d at a time: %.0f a second", records, BATCH, records / seconds(begin));
            begin = System.nanoTime();
            for (int number = 0; number < SINGLE; number++) {
                store.add(List.of(result(records + number)));
            }
            say("one at a time: %.0f a second", SINGLE / seconds(begin));
            double[] byKey = new double[SINGLE];
            double[] byGeometry = new double[SINGLE];
            int found = 0;
            for (int k = 0; k < SINGLE; k++) {
                int number = random.nextInt(records);
                begin = System.nanoTime();
                store.find(Records.key(number)).orElseThrow();
                byKey[k] = seconds(begin);
                begin = System.nanoTime();
                found += store.similar(result(number).structure(), 0.1).size();
                byGeometry[k] = seconds(begin);
            }
            Arrays.sort(byKey);
            Arrays.sort(byGeometry);
            say("by key: median %.2f ms", 1000 * byKey[SINGLE / 2]);
            say(
                    "by geometry within 0.1 A: median %.2f ms, slowest %.1f ms, %.2f found each",
                    1000 * byGeometry[SINGLE / 2], 1000 * byGeometry[SINGLE - 1], found / (double) SINGLE);
        }
    }

    private static Deposit result(int number) {
        Random random = new Random(number);
        double[] positions = new double[3 * ATOMS];
        double[] along = {1.5, 0, 0};
        double[] before = {0, 1.5, 0};
        for (int atom = 1; atom < ATOMS; atom++) {
            double torsion = (random.nextInt(3) - 1) * 2 * Math.PI / 3 + random.nextGaussian() * 0.2 + Math.PI;
            double[] next = turned(before, along, torsion);
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = positions[3 * atom - 3 + axis] + next[axis];
            }
            before = along;
            along = next;
        }
        int[] numbers = new int[ATOMS];
        Arrays.fill(numbers, 6);
        numbers[0] = 8;
        Evaluation evaluation = Evaluation.of(-random.nextDouble(), positions);
        Ending ending = new Ending(0.01, true, 50, 60, StopReason.CONVERGED, Optional.empty(), 0, 1);
        return new Deposit(
                Records.key(number),
                LabelledFrame.of(AtomicSystem.of(numbers, positions), evaluation),
                Optional.of(ending),
                Records.PROVENANCE);
    }

    /** The next bond of a chain with tetrahedral angles. */
    private static double[] turned(double[] before, double[] along, double torsion) {
        double[] normal = unit(cross(before, along));
        double[] sideways = unit(cross(normal, along));
        double[] forward = unit(along);
        double[] next = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            next[axis] = 1.5
                    * (forward[axis] / 3
                            + Math.sqrt(8)
                                    / 3
                                    * (Math.cos(torsion) * sideways[axis] + Math.sin(torsion) * normal[axis]));
        }
        return next;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] v) {
        double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / norm, v[1] / norm, v[2] / norm};
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
