package org.lowland.potential.distill.frames;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.system.AtomicSystem;

/** Ways to lay a second molecule beside a first one. Each gives the positions of the second. */
final class Pose {
    /** Å from the hydrogen to the acceptor of a usual hydrogen bond. */
    private static final double HYDROGEN_BOND = 1.9;

    /** Where a hydrogen bond is made, other atoms keep at least this share of their van der Waals distance. */
    private static final double CLEAR = 0.75;

    private static final double STEP = 0.02;
    private static final double FAR = 2.0;

    /** Å by which stacked molecules are shifted along their planes, at most. */
    private static final double SLIDE = 2.0;

    private Pose() {}

    /** Turned at random, beside the first in a random direction. */
    static double[] anywhere(AtomicSystem first, AtomicSystem second, double contact, RandomGenerator random) {
        double[] turned = centred(second);
        Rotations.turn(turned, all(second), Vector3D.ZERO, Rotations.random(random));
        return approach(first, second, turned, Rotations.direction(random), contact);
    }

    /** Flat on the first: the directions in which both are thinnest coincide. */
    static double[] stacked(AtomicSystem first, AtomicSystem second, double contact, RandomGenerator random) {
        Vector3D thin = thinnest(first);
        double[] turned = centred(second);
        Rotations.turn(turned, all(second), Vector3D.ZERO, new Rotation(thinnest(second), thin));
        Rotations.turn(turned, all(second), Vector3D.ZERO, thin, 2 * Math.PI * random.nextDouble());
        Vector3D along = Rotations.direction(random).crossProduct(thin);
        if (along.getNorm() > 0) {
            Vector3D slide = along.normalize().scalarMultiply(SLIDE * random.nextDouble());
            IntStream.of(all(second))
                    .forEach(atom -> Rotations.put(
                            turned, atom, Rotations.at(turned, atom).add(slide)));
        }
        return approach(first, second, turned, random.nextBoolean() ? thin : thin.negate(), contact);
    }

    /**
     * With a straight hydrogen bond from the first to the second.
     *
     * @return empty when there is no donor or acceptor, or others are in the way
     */
    static Optional<double[]> hydrogenBonded(
            AtomicSystem first, AtomicSystem second, double contact, RandomGenerator random) {
        Skeleton donors = Skeleton.of(first);
        int[] hydrogens = IntStream.range(0, first.size())
                .filter(atom -> first.atomicNumber(atom) == 1
                        && IntStream.of(donors.neighbours(atom)).anyMatch(n -> isPolar(first.atomicNumber(n))))
                .toArray();
        int[] acceptors = IntStream.range(0, second.size())
                .filter(atom -> isPolar(second.atomicNumber(atom)) || second.atomicNumber(atom) == 9)
                .toArray();
        if (hydrogens.length == 0 || acceptors.length == 0) {
            return Optional.empty();
        }
        int hydrogen = hydrogens[random.nextInt(hydrogens.length)];
        int acceptor = acceptors[random.nextInt(acceptors.length)];
        double[] x = first.positions();
        Vector3D direction = Rotations.at(x, hydrogen)
                .subtract(Rotations.at(x, donors.neighbours(hydrogen)[0]))
                .normalize();
        double[] turned = second.positions();
        Vector3D at = Rotations.at(turned, acceptor);
        Vector3D away = away(second, acceptor, random);
        Rotations.turn(turned, all(second), at, new Rotation(away, direction.negate()));
        Rotations.turn(turned, all(second), at, direction, 2 * Math.PI * random.nextDouble());
        Vector3D move = Rotations.at(x, hydrogen)
                .add(contact * HYDROGEN_BOND, direction)
                .subtract(at);
        for (int atom : all(second)) {
            Rotations.put(turned, atom, Rotations.at(turned, atom).add(move));
        }
        return closest(first, second, turned, hydrogen, acceptor) < CLEAR ? Optional.empty() : Optional.of(turned);
    }

    private static boolean isPolar(int atomicNumber) {
        return atomicNumber == 7 || atomicNumber == 8 || atomicNumber == 16;
    }

    /** From an atom to where it has no neighbours. */
    private static Vector3D away(AtomicSystem system, int atom, RandomGenerator random) {
        double[] x = system.positions();
        Vector3D sum = Vector3D.ZERO;
        for (int neighbour : Skeleton.of(system).neighbours(atom)) {
            sum = sum.add(
                    Rotations.at(x, atom).subtract(Rotations.at(x, neighbour)).normalize());
        }
        Vector3D varied = sum.add(0.3, Rotations.direction(random));
        return varied.getNorm() > 0.1 ? varied.normalize() : Rotations.direction(random);
    }

    /** Brings the second in from afar until the closest two atoms are at the wanted share of their distance. */
    private static double[] approach(
            AtomicSystem first, AtomicSystem second, double[] turned, Vector3D direction, double contact) {
        double[] fixed = centred(first);
        double distance = reach(fixed) + reach(turned) + 2 * FAR * contact;
        Vector3D centre = centre(first.positions());
        double[] placed = moved(turned, centre.add(distance, direction));
        while (distance > 0) {
            double[] closer = moved(turned, centre.add(distance, direction));
            if (closest(first, second, closer, -1, -1) < contact) {
                break;
            }
            placed = closer;
            distance -= STEP;
        }
        return placed;
    }

    /** The smallest distance in sums of van der Waals radii, but for one pair. */
    private static double closest(
            AtomicSystem first, AtomicSystem second, double[] placed, int hydrogen, int acceptor) {
        double[] x = first.positions();
        double closest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                if (i != hydrogen || j != acceptor) {
                    double sum =
                            VanDerWaalsRadii.of(first.atomicNumber(i)) + VanDerWaalsRadii.of(second.atomicNumber(j));
                    double dx = x[3 * i] - placed[3 * j];
                    double dy = x[3 * i + 1] - placed[3 * j + 1];
                    double dz = x[3 * i + 2] - placed[3 * j + 2];
                    closest = Math.min(closest, (dx * dx + dy * dy + dz * dz) / (sum * sum));
                }
            }
        }
        return Math.sqrt(closest);
    }

    private static Vector3D thinnest(AtomicSystem system) {
        double[] x = centred(system);
        double[][] spread = new double[3][3];
        for (int k = 0; k < x.length; k += 3) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    spread[i][j] += x[k + i] * x[k + j];
                }
            }
        }
        EigenDecomposition axes = new EigenDecomposition(new Array2DRowRealMatrix(spread, false));
        return new Vector3D(axes.getEigenvector(2).toArray());
    }

    private static int[] all(AtomicSystem system) {
        return IntStream.range(0, system.size()).toArray();
    }

    private static Vector3D centre(double[] positions) {
        Vector3D sum = Vector3D.ZERO;
        for (int atom = 0; atom < positions.length / 3; atom++) {
            sum = sum.add(Rotations.at(positions, atom));
        }
        return sum.scalarMultiply(3.0 / positions.length);
    }

    private static double[] centred(AtomicSystem system) {
        return moved(system.positions(), centre(system.positions()).negate());
    }

    private static double[] moved(double[] positions, Vector3D by) {
        double[] moved = positions.clone();
        for (int atom = 0; atom < moved.length / 3; atom++) {
            Rotations.put(moved, atom, Rotations.at(moved, atom).add(by));
        }
        return moved;
    }

    private static double reach(double[] centred) {
        double reach = 0;
        for (int atom = 0; atom < centred.length / 3; atom++) {
            reach = Math.max(reach, Rotations.at(centred, atom).getNorm());
        }
        return reach;
    }
}
