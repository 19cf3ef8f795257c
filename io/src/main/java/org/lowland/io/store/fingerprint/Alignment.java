package org.lowland.io.store.fingerprint;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.numeric.Superposition;
import org.lowland.io.format.Structure;

/**
 * Lays atoms in free space on others of any order by rotation and translation, without reflection: mirror images are not
 * the same. Two atoms that are far from the centre and have few counterparts are laid on each pair of them in turn,
 * which gives a first orientation; the nearest atoms of the same kind then are counterparts, and all are superposed.
 */
public final class Alignment {
    /** With more atoms only the order in which they are given is tried. */
    private static final int MOST_IN_ANY_ORDER = 1000;

    private static final int ROUNDS = 4;
    private static final double SHORTEST_LEVER = 0.5;

    private final Geometry resting;
    private final double[] rest;
    private final Geometry moving;
    private final double[] move;
    private final double tolerance;
    private final double slack;

    private Alignment(Geometry resting, Geometry moving, double tolerance) {
        this.resting = resting;
        this.moving = moving;
        this.rest = Molecular.centred(resting.system().positions());
        this.move = Molecular.centred(moving.system().positions());
        this.tolerance = tolerance;
        this.slack = 3 * tolerance + 0.05;
    }

    /**
     * How well one structure can be laid on another.
     *
     * @param one atoms in free space
     * @param other the same kinds of atoms, as many of each, in free space
     * @param tolerance the largest root mean square distance of interest, in Å
     * @return the root mean square distance of the atoms in Å; empty when it is larger, as far as was found, or when one
     *     of them has no places in free space
     */
    public static OptionalDouble rmsd(Structure one, Structure other, double tolerance) {
        Optional<Geometry> resting = Geometry.of(one);
        Optional<Geometry> moving = Geometry.of(other);
        if (resting.isEmpty()
                || moving.isEmpty()
                || resting.get().system().isPeriodic()
                || !resting.get().composition().equals(moving.get().composition())) {
            return OptionalDouble.empty();
        }
        double best = new Alignment(resting.get(), moving.get(), tolerance).best();
        return best <= tolerance ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    private double best() {
        if (Arrays.equals(resting.kinds(), moving.kinds())) {
            double ordered = Superposition.of(rest, move).rmsd();
            if (ordered <= tolerance) {
                return ordered;
            }
        }
        if (rest.length > 3 * MOST_IN_ANY_ORDER) {
            return Double.POSITIVE_INFINITY;
        }
        int first = marker(-1);
        int second = marker(first);
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a < moving.size(); a++) {
            if (!isLike(first, a)) {
                continue;
            }
            if (second < 0) {
                best = Math.min(best, refined(turned(new int[] {first}, new int[] {a})));
                continue;
            }
            double length = distance(rest, first, second);
            for (int b = 0; b < moving.size() && best > tolerance; b++) {
                if (a != b && isLike(second, b) && Math.abs(distance(move, a, b) - length) <= 2 * slack) {
                    best = Math.min(best, refined(turned(new int[] {first, second}, new int[] {a, b})));
                }
            }
            if (best <= tolerance) {
                return best;
            }
        }
        return best;
    }

    /** The atom with the fewest counterparts that is not on a line with the centre and another one; -1 without any. */
    private int marker(int other) {
        int best = -1;
        double fewest = Double.POSITIVE_INFINITY;
        for (int atom = 0; atom < resting.size(); atom++) {
            double lever = other < 0 ? radius(rest, atom) : height(other, atom);
            if (atom == other || lever < SHORTEST_LEVER) {
                continue;
            }
            int like = 0;
            for (int k = 0; k < moving.size(); k++) {
                like += isLike(atom, k) ? 1 : 0;
            }
            // of as many counterparts, the one that is farther out tells the orientation better
            double rank = like - Math.min(0.9, lever / 100);
            if (rank < fewest) {
                fewest = rank;
                best = atom;
            }
        }
        return best < 0 && other < 0 ? 0 : best;
    }

    private boolean isLike(int resting, int moving) {
        return this.resting.kinds()[resting] == this.moving.kinds()[moving]
                && Math.abs(radius(rest, resting) - radius(move, moving)) <= slack;
    }

    /** The moving atoms, turned so that some and the centre lie on counterparts. */
    private double[] turned(int[] there, int[] here) {
        double[] reference = new double[3 * there.length + 3];
        double[] points = new double[3 * there.length + 3];
        for (int k = 0; k < there.length; k++) {
            System.arraycopy(rest, 3 * there[k], reference, 3 * k, 3);
            System.arraycopy(move, 3 * here[k], points, 3 * k, 3);
        }
        return Superposition.of(reference, points).applied(move);
    }

    /** The root mean square distance after pairing nearest atoms and superposing them, as long as that gets better. */
    private double refined(double[] turned) {
        double[] placed = turned;
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            int[] counterpart = counterparts(placed);
            if (counterpart.length == 0) {
                return best;
            }
            double[] ordered = new double[placed.length];
            for (int atom = 0; atom < counterpart.length; atom++) {
                System.arraycopy(move, 3 * counterpart[atom], ordered, 3 * atom, 3);
            }
            Superposition superposition = Superposition.of(rest, ordered);
            if (!(superposition.rmsd() < best - 1e-9)) {
                return best;
            }
            best = superposition.rmsd();
            placed = superposition.applied(move);
        }
        return best;
    }

    /** For each resting atom the nearest of its kind; none where that is far, or nearest to two of them. */
    private int[] counterparts(double[] placed) {
        int[] counterpart = new int[resting.size()];
        boolean[] taken = new boolean[resting.size()];
        double farthest = Math.pow(Math.max(1, 2 * slack), 2);
        for (int atom = 0; atom < counterpart.length; atom++) {
            int nearest = -1;
            double least = farthest;
            for (int k = 0; k < taken.length; k++) {
                if (resting.kinds()[atom] == moving.kinds()[k]) {
                    double x = rest[3 * atom] - placed[3 * k];
                    double y = rest[3 * atom + 1] - placed[3 * k + 1];
                    double z = rest[3 * atom + 2] - placed[3 * k + 2];
                    double square = x * x + y * y + z * z;
                    if (square < least) {
                        least = square;
                        nearest = k;
                    }
                }
            }
            if (nearest < 0 || taken[nearest]) {
                return new int[0];
            }
            taken[nearest] = true;
            counterpart[atom] = nearest;
        }
        return counterpart;
    }

    private static double radius(double[] centred, int atom) {
        return Math.sqrt(centred[3 * atom] * centred[3 * atom]
                + centred[3 * atom + 1] * centred[3 * atom + 1]
                + centred[3 * atom + 2] * centred[3 * atom + 2]);
    }

    /** How far an atom lies from the line through the centre and another. */
    private double height(int other, int atom) {
        double along = 0;
        for (int axis = 0; axis < 3; axis++) {
            along += rest[3 * other + axis] * rest[3 * atom + axis];
        }
        along /= radius(rest, other);
        return Math.sqrt(Math.max(0, Math.pow(radius(rest, atom), 2) - along * along));
    }

    private static double distance(double[] positions, int i, int j) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double difference = positions[3 * i + axis] - positions[3 * j + axis];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
