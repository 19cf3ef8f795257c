package org.lowland.io.store.fingerprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.LabelledFrame;

/** Random structures, and the same ones looked at from elsewhere. */
final class Shuffle {
    private static final int[] ELEMENTS = {1, 6, 8};
    private final Random random;

    Shuffle(long seed) {
        this.random = new Random(seed);
    }

    /** Atoms of a few kinds that keep apart. */
    AtomicSystem cluster(int size) {
        double edge = 1.6 * Math.cbrt(size) + 2;
        List<double[]> points = new ArrayList<>();
        while (points.size() < size) {
            double[] point = {random.nextDouble() * edge, random.nextDouble() * edge, random.nextDouble() * edge};
            if (points.stream().allMatch(other -> distance(point, other) > 1.1)) {
                points.add(point);
            } else {
                edge += 0.01;
            }
        }
        int[] numbers = random.ints(size, 0, 3).map(k -> ELEMENTS[k]).toArray();
        return AtomicSystem.of(numbers, flat(points));
    }

    /** The same, turned, moved and numbered otherwise. */
    AtomicSystem elsewhere(AtomicSystem system) {
        return renumbered(turned(system));
    }

    AtomicSystem renumbered(AtomicSystem system) {
        List<Integer> order = new ArrayList<>();
        for (int atom = 0; atom < system.size(); atom++) {
            order.add(atom);
        }
        Collections.shuffle(order, random);
        int[] numbers = new int[system.size()];
        double[] positions = new double[3 * system.size()];
        for (int atom = 0; atom < system.size(); atom++) {
            numbers[atom] = system.atomicNumber(order.get(atom));
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = system.position(order.get(atom), axis);
            }
        }
        AtomicSystem.Builder builder = AtomicSystem.builder(numbers, positions);
        system.cell().ifPresent(builder::cell);
        return builder.build();
    }

    private AtomicSystem turned(AtomicSystem system) {
        double[][] rotation = rotation();
        double[] shift = {random.nextGaussian() * 5, random.nextGaussian() * 5, random.nextGaussian() * 5};
        AtomicSystem.Builder builder =
                AtomicSystem.builder(system.atomicNumbers(), applied(rotation, system.positions(), shift));
        system.cell()
                .ifPresent(cell -> builder.cell(Cell.of(
                        applied(rotation, cell.vectors(), new double[3]),
                        cell.isPeriodic(0),
                        cell.isPeriodic(1),
                        cell.isPeriodic(2))));
        return builder.build();
    }

    /** Every atom moved at random, by so much in the root mean square. */
    AtomicSystem shaken(AtomicSystem system, double displacement) {
        double[] positions = system.positions();
        double[] moves = new double[positions.length];
        double sum = 0;
        for (int k = 0; k < moves.length; k++) {
            moves[k] = random.nextGaussian();
            sum += moves[k] * moves[k];
        }
        double scale = displacement / Math.sqrt(sum / system.size());
        for (int k = 0; k < moves.length; k++) {
            positions[k] += scale * moves[k];
        }
        return system.withPositions(positions);
    }

    static AtomicSystem mirrored(AtomicSystem system) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k += 3) {
            positions[k] = -positions[k];
        }
        return system.withPositions(positions);
    }

    static LabelledFrame frame(AtomicSystem system) {
        return LabelledFrame.of(system);
    }

    static Fingerprint fingerprint(AtomicSystem system) {
        return Fingerprint.of(frame(system)).orElseThrow();
    }

    private double[][] rotation() {
        double[] q = random.doubles(4, -1, 1).toArray();
        double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double w = q[0] / norm;
        double x = q[1] / norm;
        double y = q[2] / norm;
        double z = q[3] / norm;
        return new double[][] {
            {1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)},
            {2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)},
            {2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)}
        };
    }

    private static double[] applied(double[][] rotation, double[] points, double[] shift) {
        double[] moved = new double[points.length];
        for (int k = 0; k < points.length; k += 3) {
            for (int i = 0; i < 3; i++) {
                moved[k + i] = shift[i];
                for (int j = 0; j < 3; j++) {
                    moved[k + i] += rotation[i][j] * points[k + j];
                }
            }
        }
        return moved;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] flat(List<double[]> points) {
        return points.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
