package org.lowland.potential.distill.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * Two relaxed molecules of a shard side by side: hydrogen-bonded where they can be, stacked, or anyhow. The group of a
 * dimer is that of both molecules, joined by a plus sign; a training holds a frame out when it holds out any of them, so
 * that no molecule of its validation is learned from inside a dimer.
 */
final class Dimer implements FrameGenerator {
    private static final int ATTEMPTS = 6;

    private final Settings settings;
    private final Potential student;

    /**
     * How.
     *
     * @param each dimers for each molecule, on average; a share below one is a chance
     * @param largest most atoms of both together
     * @param closest smallest distance, in usual distances of contact
     * @param farthest largest distance
     * @param relaxed share of the dimers that the student relaxes for some steps
     * @param steps how many at most
     */
    record Settings(double each, int largest, double closest, double farthest, double relaxed, int steps) {
        Settings {
            if (!(each > 0) || largest < 4 || !(closest > 0 && farthest >= closest)) {
                throw new InputException(
                        "frames.dimer needs each above 0, largest of 4 atoms or more, and closest above 0"
                                + " and no larger than farthest");
            }
            if (!(relaxed >= 0 && relaxed <= 1) || steps < 0) {
                throw new InputException("frames.dimer needs relaxed of 0 to 1, and steps of 0 or more");
            }
        }
    }

    Dimer(Settings settings, Potential student) {
        this.settings = settings;
        this.student = student;
    }

    @Override
    public String kind() {
        return "dimer";
    }

    @Override
    public List<Candidate> generate(List<Molecule> molecules, RandomGenerator random) {
        List<Candidate> candidates = new ArrayList<>();
        for (Molecule molecule : molecules) {
            int count = (int) Math.floor(settings.each() + random.nextDouble());
            List<Molecule> partners = molecules.stream()
                    .filter(other -> molecule.start().size() + other.start().size() <= settings.largest())
                    .toList();
            for (int k = 0; k < count && !partners.isEmpty(); k++) {
                candidates.add(pair(molecule, partners.get(random.nextInt(partners.size())), random));
            }
        }
        return relaxed(candidates, random);
    }

    private List<Candidate> relaxed(List<Candidate> dimers, RandomGenerator random) {
        List<Candidate> result = new ArrayList<>(dimers);
        int[] chosen = IntStream.range(0, dimers.size())
                .filter(k -> random.nextDouble() < settings.relaxed()
                        && !Contacts.fused(dimers.get(k).system()))
                .toArray();
        List<AtomicSystem> starts =
                Arrays.stream(chosen).mapToObj(k -> dimers.get(k).system()).toList();
        List<List<Walk.Position>> paths = Descent.run(student, starts, settings.steps());
        for (int k = 0; k < chosen.length; k++) {
            Candidate dimer = dimers.get(chosen[k]);
            List<Walk.Position> path = paths.get(k);
            AtomicSystem system = path.get(path.size() - 1).system();
            result.set(chosen[k], new Candidate(dimer.group(), dimer.molecule(), kind(), system));
        }
        return result;
    }

    private Candidate pair(Molecule one, Molecule other, RandomGenerator random) {
        AtomicSystem first = one.relaxed();
        AtomicSystem second = other.relaxed();
        double contact = settings.closest() + (settings.farthest() - settings.closest()) * random.nextDouble();
        int way = random.nextInt(3);
        Optional<double[]> placed = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS && way == 0 && placed.isEmpty(); attempt++) {
            placed = Pose.hydrogenBonded(first, second, contact, random);
        }
        double[] positions = placed.orElseGet(() -> way == 1
                ? Pose.stacked(first, second, contact, random)
                : Pose.anywhere(first, second, contact, random));
        return new Candidate(
                joined(one.group(), other.group()),
                joined(one.key(), other.key()),
                kind(),
                together(first, second.withPositions(positions)));
    }

    /** Both names, each once, in alphabetical order. */
    private static String joined(String one, String other) {
        return Stream.of(one, other)
                .flatMap(name -> Arrays.stream(name.split("\\+")))
                .sorted()
                .distinct()
                .collect(Collectors.joining("+"));
    }

    private static AtomicSystem together(AtomicSystem first, AtomicSystem second) {
        int n = first.size();
        int[] numbers = IntStream.concat(IntStream.of(first.atomicNumbers()), IntStream.of(second.atomicNumbers()))
                .toArray();
        double[] positions = Arrays.copyOf(first.positions(), 3 * (n + second.size()));
        System.arraycopy(second.positions(), 0, positions, 3 * n, 3 * second.size());
        int[] bonds = IntStream.concat(
                        IntStream.of(first.bonds()),
                        IntStream.of(second.bonds()).map(atom -> atom + n))
                .toArray();
        return AtomicSystem.builder(numbers, positions).bonds(bonds).build();
    }
}
