package org.lowland.potential.distill.species;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.system.AtomicSystem;

/**
 * Cuts clusters from structures of many molecules: the largest molecule, or one of several equal ones at random, with the
 * molecules closest to it, as many as a random number of atoms holds.
 */
final class ClusterCutter {
    private ClusterCutter() {}

    /**
     * Some clusters of a mixture, from structures that are spread over its list.
     *
     * @param mixture where they are cut from
     * @param count how many
     * @param largest most atoms of each
     * @param random decides on the middle and the size
     * @return the clusters that have two molecules or more; the group is that of the molecules of both kinds
     */
    static List<Source> cut(SpiceStructures.Mixture mixture, int count, int largest, RandomGenerator random) {
        int most =
                mixture.atoms().stream().mapToInt(atoms -> atoms.length).max().orElse(0);
        int[] centres = IntStream.range(0, mixture.atoms().size())
                .filter(m -> mixture.atoms().get(m).length == most)
                .toArray();
        List<Source> clusters = new ArrayList<>();
        int wanted = Math.min(count, mixture.structures().size());
        for (int k = 0; k < wanted; k++) {
            AtomicSystem structure =
                    mixture.structures().get(k * mixture.structures().size() / wanted);
            int centre = centres[random.nextInt(centres.length)];
            int room = most + random.nextInt(Math.max(1, largest - most + 1));
            List<Integer> chosen = nearest(mixture, structure, centre, room);
            if (chosen.size() > 1) {
                clusters.add(new Source(species(mixture, chosen), List.of(part(mixture, structure, chosen)), 0));
            }
        }
        return clusters;
    }

    private static Species species(SpiceStructures.Mixture mixture, List<Integer> chosen) {
        List<String> keys = chosen.stream()
                .map(m -> mixture.molecules().get(m).key())
                .distinct()
                .toList();
        String together = String.join("+", keys);
        List<String> smiles =
                chosen.stream().map(m -> mixture.molecules().get(m).smiles()).toList();
        return new Species(together, together, String.join(".", smiles));
    }

    private static List<Integer> nearest(
            SpiceStructures.Mixture mixture, AtomicSystem structure, int centre, int room) {
        List<Integer> order = IntStream.range(0, mixture.atoms().size())
                .boxed()
                .sorted(Comparator.comparingDouble(m -> m == centre
                        ? -1
                        : distance(
                                structure,
                                mixture.atoms().get(centre),
                                mixture.atoms().get(m))))
                .toList();
        List<Integer> chosen = new ArrayList<>();
        int atoms = 0;
        for (int molecule : order) {
            atoms += mixture.atoms().get(molecule).length;
            if (atoms > room) {
                break;
            }
            chosen.add(molecule);
        }
        return chosen;
    }

    /** The square of the distance of the closest atoms of two molecules. */
    private static double distance(AtomicSystem structure, int[] one, int[] other) {
        double closest = Double.POSITIVE_INFINITY;
        for (int i : one) {
            for (int j : other) {
                double square = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double d = structure.position(i, axis) - structure.position(j, axis);
                    square += d * d;
                }
                closest = Math.min(closest, square);
            }
        }
        return closest;
    }

    private static AtomicSystem part(SpiceStructures.Mixture mixture, AtomicSystem structure, List<Integer> chosen) {
        int[] atoms = chosen.stream()
                .flatMapToInt(m -> IntStream.of(mixture.atoms().get(m)))
                .toArray();
        int[] numbers = new int[atoms.length];
        double[] positions = new double[3 * atoms.length];
        for (int k = 0; k < atoms.length; k++) {
            numbers[k] = structure.atomicNumber(atoms[k]);
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * k + axis] = structure.position(atoms[k], axis);
            }
        }
        return SpiceStructures.bonded(AtomicSystem.of(numbers, positions));
    }
}
