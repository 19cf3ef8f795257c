package org.lowland.io.store.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Structure;
import org.lowland.io.format.cell.ReducedCell;

/**
 * Tells crystals from their mirror images, which have the same distances. The vectors of the one reduced cell are sought
 * in the lattice of the other by their lengths and angles; each way to find them is a rotation or, with the other hand, a
 * rotation and reflection of the lattice, under which the atoms are laid on each other with every translation that takes
 * an atom of the rarest kind to another. Confined to one thread.
 */
public final class MirrorImages {
    /** How many vectors of a reduced cell the vectors of another one of its lattice are made of, at most. */
    private static final int FARTHEST = 2;

    private static final double STRAIN = 0.01;

    private final Geometry resting;
    private final Geometry moving;
    private final double tolerance;
    private final Cell cell;
    private final double[] inverse;
    private final double[][] rest;

    private MirrorImages(Geometry resting, Geometry moving, double tolerance) {
        this.resting = resting;
        this.moving = moving;
        this.tolerance = tolerance;
        this.cell = ReducedCell.of(resting.system().cell().orElseThrow());
        this.inverse = cell.inverse();
        this.rest = fractions(resting.system(), inverse);
    }

    /**
     * Whether one crystal is the mirror image of the other, and not the same.
     *
     * @param one atoms in a cell
     * @param other the same kinds of atoms, as many of each
     * @param tolerance the largest root mean square distance of the atoms, in Å
     * @return true when the atoms lie on each other with a reflection only; false when they do without one, when they do
     *     in neither way, or when a cell does not repeat in all three directions
     */
    public static boolean are(Structure one, Structure other, double tolerance) {
        Optional<Geometry> resting = Geometry.of(one).filter(MirrorImages::isCrystal);
        Optional<Geometry> moving = Geometry.of(other).filter(MirrorImages::isCrystal);
        if (resting.isEmpty()
                || moving.isEmpty()
                || !resting.get().composition().equals(moving.get().composition())) {
            return false;
        }
        MirrorImages pair = new MirrorImages(resting.get(), moving.get(), tolerance);
        List<double[]> lattices = pair.lattices();
        return lattices.stream().noneMatch(lattice -> volume(lattice) > 0 && pair.fits(lattice))
                && lattices.stream().anyMatch(lattice -> volume(lattice) < 0 && pair.fits(lattice));
    }

    private static boolean isCrystal(Geometry geometry) {
        Optional<Cell> cell = geometry.system().cell();
        return cell.isPresent()
                && cell.get().isPeriodic(0)
                && cell.get().isPeriodic(1)
                && cell.get().isPeriodic(2);
    }

    /** All triples of vectors of the moving lattice that have the lengths and angles of the resting cell. */
    private List<double[]> lattices() {
        double[] vectors = cell.vectors();
        double[] others = ReducedCell.of(moving.system().cell().orElseThrow()).vectors();
        List<double[]> found = new ArrayList<>();
        for (double[] a : like(0, others)) {
            for (double[] b : like(1, others)) {
                if (!sameProduct(a, b, vectors, 0, 1)) {
                    continue;
                }
                for (double[] c : like(2, others)) {
                    double[] lattice = {a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]};
                    double volume = Math.abs(volume(lattice)) / cell.volume();
                    if (sameProduct(a, c, vectors, 0, 2)
                            && sameProduct(b, c, vectors, 1, 2)
                            && Math.abs(volume - 1) < 0.5) {
                        found.add(lattice);
                    }
                }
            }
        }
        return found;
    }

    /** The vectors of a lattice that are as long as one of the resting cell. */
    private List<double[]> like(int vector, double[] lattice) {
        double length = length(cell.vectors(), 3 * vector);
        List<double[]> found = new ArrayList<>();
        for (int i = -FARTHEST; i <= FARTHEST; i++) {
            for (int j = -FARTHEST; j <= FARTHEST; j++) {
                for (int k = -FARTHEST; k <= FARTHEST; k++) {
                    double[] sum = new double[3];
                    for (int axis = 0; axis < 3; axis++) {
                        sum[axis] = i * lattice[axis] + j * lattice[3 + axis] + k * lattice[6 + axis];
                    }
                    if (Math.abs(length(sum, 0) - length) <= slack(length)) {
                        found.add(sum);
                    }
                }
            }
        }
        return found;
    }

    private boolean sameProduct(double[] a, double[] b, double[] vectors, int first, int second) {
        double wanted = 0;
        double product = 0;
        for (int axis = 0; axis < 3; axis++) {
            wanted += vectors[3 * first + axis] * vectors[3 * second + axis];
            product += a[axis] * b[axis];
        }
        double one = length(vectors, 3 * first);
        double other = length(vectors, 3 * second);
        return Math.abs(product - wanted) <= slack(one) * other + slack(other) * one;
    }

    private double slack(double length) {
        return tolerance + STRAIN * length;
    }

    /** Whether the atoms lie on each other when the vectors are taken for those of the resting cell. */
    private boolean fits(double[] lattice) {
        double[][] move =
                fractions(moving.system(), Cell.of(lattice, true, true, true).inverse());
        int kind = rarest();
        int first = 0;
        while (resting.kinds()[first] != kind) {
            first++;
        }
        for (int atom = 0; atom < move.length; atom++) {
            if (moving.kinds()[atom] == kind && distance(move, difference(rest[first], move[atom])) <= tolerance) {
                return true;
            }
        }
        return false;
    }

    private int rarest() {
        return resting.counts().entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** The root mean square distance of the atoms after a translation that may still be refined; infinite where one has no counterpart. */
    private double distance(double[][] move, double[] translation) {
        double farthest = Math.pow(Math.max(0.5, 5 * tolerance), 2);
        boolean[] taken = new boolean[move.length];
        double[] mean = new double[3];
        double squares = 0;
        for (int atom = 0; atom < move.length; atom++) {
            int nearest = -1;
            double least = farthest;
            double[] way = new double[3];
            for (int k = 0; k < rest.length; k++) {
                if (!taken[k] && resting.kinds()[k] == moving.kinds()[atom]) {
                    double[] there = way(difference(rest[k], move[atom]), translation);
                    double square = there[0] * there[0] + there[1] * there[1] + there[2] * there[2];
                    if (square < least) {
                        least = square;
                        nearest = k;
                        way = there;
                    }
                }
            }
            if (nearest < 0) {
                return Double.POSITIVE_INFINITY;
            }
            taken[nearest] = true;
            squares += least / move.length;
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += way[axis] / move.length;
            }
        }
        return Math.sqrt(Math.max(0, squares - mean[0] * mean[0] - mean[1] * mean[1] - mean[2] * mean[2]));
    }

    /** From a place to the nearest image of another, in Å. */
    private double[] way(double[] fractions, double[] translation) {
        double[] way = new double[3];
        for (int vector = 0; vector < 3; vector++) {
            double fraction = fractions[vector] - translation[vector];
            double wrapped = fraction - Math.rint(fraction);
            for (int axis = 0; axis < 3; axis++) {
                way[axis] += wrapped * cell.component(vector, axis);
            }
        }
        return way;
    }

    private static double[] difference(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[][] fractions(AtomicSystem system, double[] inverse) {
        double[][] fractions = new double[system.size()][];
        for (int atom = 0; atom < fractions.length; atom++) {
            fractions[atom] = AtomsBuilder.fractions(
                    inverse, system.position(atom, 0), system.position(atom, 1), system.position(atom, 2));
        }
        return fractions;
    }

    private static double length(double[] vectors, int from) {
        return Math.sqrt(vectors[from] * vectors[from]
                + vectors[from + 1] * vectors[from + 1]
                + vectors[from + 2] * vectors[from + 2]);
    }

    private static double volume(double[] v) {
        return v[0] * (v[4] * v[8] - v[5] * v[7])
                + v[1] * (v[5] * v[6] - v[3] * v[8])
                + v[2] * (v[3] * v[7] - v[4] * v[6]);
    }
}
