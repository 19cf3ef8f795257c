package org.lowland.api.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

class DomainTest {
    private static final AtomicSystem HYDROXIDE = AtomicSystem.builder(
                    new int[] {8, 1}, new double[] {0, 0, 0, 0, 0, 0.97})
            .charge(-1)
            .build();

    private static Domain domain(Set<Integer> elements, Set<Integer> charges, boolean periodic, boolean free) {
        return new Domain(
                Optional.of(elements),
                Optional.of(charges),
                Optional.of(Set.of(1)),
                periodic,
                free,
                true,
                OptionalDouble.of(5),
                "test");
    }

    private static void assertRefused(
            Domain domain, AtomicSystem system, Class<? extends LowlandException> type, String... words) {
        assertThatThrownBy(() -> domain.check("model", system))
                .isInstanceOf(type)
                .hasMessageContainingAll(words);
    }

    @Test
    void takesWhatItCovers() {
        assertThatCode(() -> domain(Set.of(1, 8), Set.of(0, -1), false, true).check("model", HYDROXIDE))
                .doesNotThrowAnyException();
        Domain all = new Domain(
                Optional.empty(), Optional.empty(), Optional.empty(), true, true, false, OptionalDouble.empty(), "any");
        assertThatCode(() -> all.check("model", HYDROXIDE)).doesNotThrowAnyException();
    }

    @Test
    void namesWhatItDoesNotCover() {
        Domain narrow = domain(Set.of(1, 6), Set.of(0, 1), false, true);
        assertRefused(narrow, HYDROXIDE, UnsupportedException.class, "atom 1 (O)", "'model'", "H C");
        Domain neutral = domain(Set.of(1, 8), Set.of(0, 1), false, true);
        assertRefused(neutral, HYDROXIDE, UnsupportedException.class, "net charge -1", "0, +1");
        AtomicSystem radical = HYDROXIDE.toBuilder().charge(0).multiplicity(2).build();
        assertRefused(neutral, radical, UnsupportedException.class, "spin multiplicity 2", "9 electrons");
        Domain free = domain(Set.of(1, 8), Set.of(-1), false, true);
        AtomicSystem crystal =
                HYDROXIDE.toBuilder().cell(Cell.orthorhombic(5, 5, 5)).build();
        assertRefused(free, crystal, UnsupportedException.class, "periodic cell");
        assertRefused(
                domain(Set.of(1, 8), Set.of(-1), true, false),
                HYDROXIDE,
                UnsupportedException.class,
                "no periodic cell");
    }

    private static Domain cautious(Domain.Forces forces, String... molecules) {
        return new Domain(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                true,
                OptionalDouble.empty(),
                "test",
                forces,
                Optional.of(Set.of(molecules)));
    }

    @Test
    void saysWhatItsAnswersAreNotToBeTakenFor() {
        Domain usual = domain(Set.of(1, 8), Set.of(-1), false, true);
        assertThat(usual.caveats("model", HYDROXIDE)).isEmpty();
        assertThat(usual.hasEnergies()).isTrue();
        assertThat(cautious(Domain.Forces.CONSERVATIVE, "H2O", "HO-").caveats("model", HYDROXIDE))
                .isEmpty();
        assertThat(cautious(Domain.Forces.CONSERVATIVE, "H2O").caveats("model", HYDROXIDE))
                .containsExactly(
                        "'model' was made for H2O alone; for other molecules its energies and forces are guesses");
        assertThat(cautious(Domain.Forces.DIRECT, "HO-").caveats("model", HYDROXIDE))
                .singleElement()
                .asString()
                .contains("'model' are not the gradient of its energy");
        Domain alone = cautious(Domain.Forces.ALONE, "HO-");
        assertThat(alone.hasEnergies()).isFalse();
        assertThat(alone.caveats("model", HYDROXIDE)).singleElement().asString().contains("'model' has forces only");
    }

    @Test
    void refusesNothingnessAndCoincidence() {
        Domain domain = domain(Set.of(1, 8), Set.of(0, -1), false, true);
        assertRefused(domain, AtomicSystem.of(new int[0], new double[0]), InputException.class, "no atoms");
        AtomicSystem coincident = HYDROXIDE.withPositions(new double[] {0, 0, 0, 0, 0.06, 0.07});
        assertRefused(domain, coincident, InputException.class, "atom 1 (O) and atom 2 (H) coincide", "0.092 Å");
        AtomicSystem close = HYDROXIDE.withPositions(new double[] {0, 0, 0, 0, 0, 0.1});
        assertThatCode(() -> domain.check("model", close)).doesNotThrowAnyException();
    }
}
