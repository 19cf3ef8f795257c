package org.lowland.test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Domain;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Variations of a good system that lie outside a domain, one for each limit that the domain declares. */
final class Refusals {
    /** A system to be refused, how, and the word that the message must hold. */
    record Case(AtomicSystem system, Class<? extends LowlandException> exception, String word) {}

    private Refusals() {}

    static List<Case> of(Domain domain, AtomicSystem good) {
        List<Case> cases = new ArrayList<>();
        domain.elements().ifPresent(known -> {
            int stranger = IntStream.of(15, 11, 26, 79, 2, 92)
                    .filter(z -> !known.contains(z))
                    .findFirst()
                    .orElseThrow();
            int[] numbers = good.atomicNumbers();
            numbers[numbers.length - 1] = stranger;
            AtomicSystem.Builder builder =
                    AtomicSystem.builder(numbers, good.positions()).charge(good.charge());
            good.cell().ifPresent(builder::cell);
            AtomicSystem system = builder.build();
            cases.add(new Case(system, UnsupportedException.class, system.describe(numbers.length - 1)));
        });
        domain.charges().ifPresent(known -> {
            int charge = IntStream.of(1, -1, 2, -2, 9)
                    .filter(q -> !known.contains(q))
                    .findFirst()
                    .orElseThrow();
            AtomicSystem.Builder builder =
                    AtomicSystem.builder(good.atomicNumbers(), good.positions()).charge(charge);
            good.cell().ifPresent(builder::cell);
            cases.add(new Case(
                    builder.build(), UnsupportedException.class, "charge " + (charge > 0 ? "+" : "") + charge));
        });
        domain.multiplicities().ifPresent(known -> {
            int multiplicity = IntStream.iterate(good.multiplicity(), m -> m + 2)
                    .filter(m -> !known.contains(m))
                    .findFirst()
                    .orElseThrow();
            AtomicSystem system = good.toBuilder().multiplicity(multiplicity).build();
            cases.add(new Case(system, UnsupportedException.class, "multiplicity " + multiplicity));
        });
        AtomicSystem.Builder free = AtomicSystem.builder(good.atomicNumbers(), good.positions())
                .charge(good.charge())
                .multiplicity(good.multiplicity());
        if (!domain.freeSpace()) {
            cases.add(new Case(free.build(), UnsupportedException.class, "no periodic cell"));
        }
        if (!domain.periodic()) {
            AtomicSystem system = free.cell(Cell.orthorhombic(90, 90, 90)).build();
            cases.add(new Case(system, UnsupportedException.class, "periodic cell"));
        }
        double[] positions = good.positions();
        System.arraycopy(positions, 0, positions, 3, 3);
        positions[3] += Domain.COINCIDENT / 3;
        cases.add(new Case(good.withPositions(positions), InputException.class, good.describe(1) + " coincide"));
        AtomicSystem.Builder nothing = AtomicSystem.builder(new int[0], new double[0]);
        good.cell().ifPresent(nothing::cell);
        cases.add(new Case(nothing.build(), InputException.class, "no atoms"));
        return cases;
    }
}
