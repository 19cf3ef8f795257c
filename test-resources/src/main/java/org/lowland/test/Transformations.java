package org.lowland.test;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Turns, moves, reorders, joins and deforms systems, with all that belongs to them. */
public final class Transformations {
    private Transformations() {}

    /**
     * A proper rotation, uniformly distributed (K. Shoemake, Graphics Gems III, 1992, from a random unit quaternion).
     *
     * @param random the source of randomness
     * @return a 3×3 matrix, row by row
     */
    public static double[] randomRotation(Random random) {
        double w = random.nextGaussian();
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        double z = random.nextGaussian();
        double s = 2 / (w * w + x * x + y * y + z * z);
        return new double[] {
            1 - s * (y * y + z * z),
            s * (x * y - w * z),
            s * (x * z + w * y),
            s * (x * y + w * z),
            1 - s * (x * x + z * z),
            s * (y * z - w * x),
            s * (x * z - w * y),
            s * (y * z + w * x),
            1 - s * (x * x + y * y)
        };
    }

    /**
     * Applies a matrix to vectors.
     *
     * @param matrix nine components, row by row
     * @param vectors any number of x, y, z
     * @return new vectors
     */
    public static double[] apply(double[] matrix, double[] vectors) {
        double[] result = new double[vectors.length];
        for (int k = 0; k < vectors.length; k += 3) {
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    result[k + row] += matrix[3 * row + column] * vectors[k + column];
                }
            }
        }
        return result;
    }

    /**
     * Rotates or deforms a system, its cell too.
     *
     * @param system the system
     * @param matrix nine components, row by row
     * @return a new system
     */
    public static AtomicSystem rotated(AtomicSystem system, double[] matrix) {
        AtomicSystem moved = system.withPositions(apply(matrix, system.positions()));
        return system.cell()
                .map(cell -> moved.toBuilder()
                        .cell(Cell.of(
                                apply(matrix, cell.vectors()),
                                cell.isPeriodic(0),
                                cell.isPeriodic(1),
                                cell.isPeriodic(2)))
                        .build())
                .orElse(moved);
    }

    /**
     * Moves all atoms of a system.
     *
     * @param system the system
     * @param x in Å
     * @param y in Å
     * @param z in Å
     * @return a new system
     */
    public static AtomicSystem translated(AtomicSystem system, double x, double y, double z) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += k % 3 == 0 ? x : k % 3 == 1 ? y : z;
        }
        return system.withPositions(positions);
    }

    /**
     * Adds normally distributed noise to all coordinates.
     *
     * @param system the system
     * @param amplitude standard deviation in Å
     * @param seed the same seed gives the same noise
     * @return a new system
     */
    public static AtomicSystem rattled(AtomicSystem system, double amplitude, long seed) {
        Random random = new Random(seed);
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += amplitude * random.nextGaussian();
        }
        return system.withPositions(positions);
    }

    /**
     * A random order of atoms.
     *
     * @param atoms their number
     * @param random the source of randomness
     * @return the indices from 0, shuffled
     */
    public static int[] randomOrder(int atoms, Random random) {
        int[] order = new int[atoms];
        for (int k = 0; k < atoms; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }

    /**
     * Reorders vectors that belong to atoms.
     *
     * @param order for each new place the old index
     * @param vectors three components for each atom
     * @return new vectors
     */
    public static double[] permuted(int[] order, double[] vectors) {
        double[] result = new double[vectors.length];
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(vectors, 3 * order[k], result, 3 * k, 3);
        }
        return result;
    }

    /**
     * Reorders the atoms of a system.
     *
     * @param system the system
     * @param order for each new place the old index
     * @return a new system
     */
    public static AtomicSystem permuted(AtomicSystem system, int[] order) {
        int[] numbers = new int[order.length];
        boolean[] fixed = new boolean[order.length];
        int[] place = new int[order.length];
        for (int k = 0; k < order.length; k++) {
            numbers[k] = system.atomicNumber(order[k]);
            fixed[k] = system.isFixed(order[k]);
            place[order[k]] = k;
        }
        int[] bonds = system.bonds();
        for (int k = 0; k < bonds.length; k++) {
            bonds[k] = place[bonds[k]];
        }
        AtomicSystem.Builder builder = AtomicSystem.builder(numbers, permuted(order, system.positions()))
                .charge(system.charge())
                .multiplicity(system.multiplicity())
                .fixed(fixed)
                .bonds(bonds)
                .constraints(moved(system.constraints(), place));
        system.cell().ifPresent(builder::cell);
        return builder.build();
    }

    /**
     * Two systems in free space as one, with the sum of their charges.
     *
     * @param one its atoms come first
     * @param other its atoms come last
     * @return a new system
     */
    public static AtomicSystem joined(AtomicSystem one, AtomicSystem other) {
        int shift = one.size();
        int[] numbers = concatenated(one.atomicNumbers(), other.atomicNumbers(), 0);
        double[] positions = new double[3 * numbers.length];
        System.arraycopy(one.positions(), 0, positions, 0, 3 * shift);
        System.arraycopy(other.positions(), 0, positions, 3 * shift, 3 * other.size());
        boolean[] fixed = new boolean[numbers.length];
        System.arraycopy(one.fixed(), 0, fixed, 0, shift);
        System.arraycopy(other.fixed(), 0, fixed, shift, other.size());
        return AtomicSystem.builder(numbers, positions)
                .charge(one.charge() + other.charge())
                .fixed(fixed)
                .bonds(concatenated(one.bonds(), other.bonds(), shift))
                .constraints(Stream.concat(
                                one.constraints().stream(),
                                moved(
                                        other.constraints(),
                                        IntStream.range(shift, numbers.length).toArray())
                                        .stream())
                        .toList())
                .build();
    }

    private static List<Constraint> moved(List<Constraint> constraints, int[] place) {
        return constraints.stream()
                .map(c -> new Constraint(
                        c.kind(), c.atoms().stream().map(atom -> place[atom]).toList(), c.target()))
                .toList();
    }

    private static int[] concatenated(int[] one, int[] other, int added) {
        int[] result = new int[one.length + other.length];
        System.arraycopy(one, 0, result, 0, one.length);
        for (int k = 0; k < other.length; k++) {
            result[one.length + k] = other[k] + added;
        }
        return result;
    }
}
