package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * What every potential promises. A test class extends this one, names the potential, sample systems and tolerances, and
 * inherits every check; those that do not apply to the domain of the potential say so and are skipped.
 *
 * <p>Sample systems are small (up to about 100 atoms), at no minimum, none of them symmetric, and inside the domain;
 * with a potential for free space and for cells there is at least one of each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PotentialContract {
    /** The seed of all that is random in these checks; in every message. */
    protected static final long SEED = 20260;

    private Potential potential;

    /** {@return a new potential, which the caller closes} */
    protected abstract Potential create();

    /** {@return systems inside its domain, at least two} */
    protected abstract List<AtomicSystem> systems();

    /** {@return how exactly it computes} */
    protected abstract Tolerances tolerances();

    /** {@return the potential under test, made once for all checks} */
    protected final Potential potential() {
        return potential;
    }

    @BeforeAll
    final void make() {
        potential = create();
    }

    @AfterAll
    final void release() {
        potential.close();
    }

    @Test
    void tellsWhatItIs() {
        assertThat(potential.id()).isNotBlank();
        assertThat(potential.domain().levelOfTheory()).isNotBlank();
        assertThat(potential.domain().periodic() || potential.domain().freeSpace())
                .isTrue();
        assertThat(systems()).hasSizeGreaterThan(1);
    }

    @Test
    void givesFiniteNumbersForEveryAtom() {
        for (AtomicSystem system : systems()) {
            Evaluation evaluation = potential.evaluate(system);
            assertThat(evaluation.isFinite()).as("%s", system).isTrue();
            assertThat(evaluation.forces()).as("%s", system).hasSize(3 * system.size());
        }
    }

    @Test
    void hasForcesThatAreTheNegativeGradient() {
        for (AtomicSystem system : systems()) {
            GradientCheck.forces(potential, system, tolerances());
        }
    }

    @Test
    void hasAStressThatIsTheDerivativeByStrain() {
        List<AtomicSystem> periodic =
                systems().stream().filter(AtomicSystem::isPeriodic).toList();
        assumeTrue(
                periodic.stream().anyMatch(s -> potential.evaluate(s).stress().isPresent()),
                "no periodic sample has a stress");
        for (AtomicSystem system : periodic) {
            GradientCheck.stress(potential, system, tolerances());
        }
    }

    @Test
    void rotatesWithTheSystem() {
        Random random = new Random(SEED);
        for (AtomicSystem system : systems()) {
            double[] rotation = Transformations.randomRotation(random);
            Evaluation before = potential.evaluate(system);
            Evaluation after = potential.evaluate(Transformations.rotated(system, rotation));
            assertThat(after.energy())
                    .as("%s", system)
                    .isCloseTo(before.energy(), within(tolerances().energy()));
            assertClose(system, after.forces(), Transformations.apply(rotation, before.forces()));
        }
    }

    @Test
    void doesNotSeeATranslation() {
        for (AtomicSystem system : systems()) {
            Evaluation before = potential.evaluate(system);
            Evaluation after = potential.evaluate(Transformations.translated(system, 11.3, -7.9, 23.1));
            assertThat(after.energy())
                    .as("%s", system)
                    .isCloseTo(before.energy(), within(tolerances().energy()));
            assertClose(system, after.forces(), before.forces());
        }
    }

    @Test
    void doesNotSeeTheOrderOfAtoms() {
        Random random = new Random(SEED);
        for (AtomicSystem system : systems()) {
            int[] order = Transformations.randomOrder(system.size(), random);
            Evaluation before = potential.evaluate(system);
            Evaluation after = potential.evaluate(Transformations.permuted(system, order));
            assertThat(after.energy())
                    .as("%s", system)
                    .isCloseTo(before.energy(), within(tolerances().energy()));
            assertClose(system, after.forces(), Transformations.permuted(order, before.forces()));
        }
    }

    @Test
    void exertsNoNetForce() {
        for (AtomicSystem system : systems()) {
            double[] forces = potential.evaluate(system).forces();
            double[] sum = new double[3];
            for (int k = 0; k < forces.length; k++) {
                sum[k % 3] += forces[k];
            }
            for (double component : sum) {
                assertThat(component)
                        .as("%s", system)
                        .isCloseTo(0, within(tolerances().force() * Math.sqrt(system.size())));
            }
        }
    }

    @Test
    void addsUpSeparatedFragments() {
        List<AtomicSystem> free = freeSamples();
        assumeTrue(free.size() > 1, "fewer than two samples in free space");
        double apart = potential.domain().cutoff().orElse(1000) + 1;
        for (int k = 1; k < free.size(); k++) {
            AtomicSystem one = free.get(0);
            AtomicSystem other = Separation.apart(one, free.get(k), apart);
            AtomicSystem both = Transformations.joined(one, other);
            Evaluation ofOne = potential.evaluate(one);
            Evaluation ofOther = potential.evaluate(other);
            Evaluation ofBoth = potential.evaluate(both);
            assertThat(ofBoth.energy())
                    .as("%s", both)
                    .isCloseTo(
                            ofOne.energy() + ofOther.energy(),
                            within(2 * tolerances().energy()));
            double[] forces = new double[3 * both.size()];
            System.arraycopy(ofOne.forces(), 0, forces, 0, 3 * one.size());
            System.arraycopy(ofOther.forces(), 0, forces, 3 * one.size(), 3 * other.size());
            assertClose(both, ofBoth.forces(), forces);
        }
    }

    @Test
    void isSmoothAtTheCutoff() {
        assumeTrue(potential.domain().smooth(), "declared as not smooth");
        assumeTrue(potential.domain().cutoff().isPresent(), "declared without a cutoff");
        List<AtomicSystem> free = freeSamples();
        assumeTrue(!free.isEmpty(), "no sample in free space");
        AtomicSystem smallest = free.stream().min((a, b) -> a.size() - b.size()).orElseThrow();
        Separation.assertSmooth(potential, smallest, tolerances());
    }

    @Test
    void saysTheSameInABatchAsAlone() {
        List<AtomicSystem> batch = new ArrayList<>(systems());
        batch.addAll(systems());
        Collections.shuffle(batch, new Random(SEED));
        List<Evaluation> together = potential.evaluate(batch);
        assertThat(together).hasSameSizeAs(batch);
        for (int k = 0; k < batch.size(); k++) {
            assertSame(batch.get(k), together.get(k), potential.evaluate(batch.get(k)));
        }
        assertThat(potential.evaluate(List.of())).isEmpty();
    }

    @Test
    void saysTheSameInSeveralThreads() throws Exception {
        List<Evaluation> expected = systems().stream().map(potential::evaluate).toList();
        List<Callable<List<Evaluation>>> calls = Collections.nCopies(8, () -> potential.evaluate(systems()));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Evaluation>> answer : pool.invokeAll(calls)) {
                for (int k = 0; k < expected.size(); k++) {
                    assertSame(systems().get(k), answer.get().get(k), expected.get(k));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void refusesByNameWhatItDoesNotCover() {
        for (Refusals.Case refused : Refusals.of(potential.domain(), systems().get(0))) {
            for (List<AtomicSystem> batch :
                    List.of(List.of(refused.system()), List.of(systems().get(0), refused.system()))) {
                assertThatThrownBy(() -> potential.evaluate(batch))
                        .as(refused.word())
                        .isInstanceOf(refused.exception())
                        .hasMessageContaining(refused.word());
            }
        }
    }

    @Test
    void neverSeesCoordinatesThatAreNotNumbers() {
        AtomicSystem system = systems().get(0);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] positions = system.positions();
            positions[4] = bad;
            assertThatThrownBy(() -> system.withPositions(positions))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(system.describe(1));
        }
    }

    @Test
    void leavesItsAnswersValidWhenClosed() {
        Potential other = create();
        Evaluation evaluation = other.evaluate(systems().get(0));
        other.close();
        other.close();
        assertSame(systems().get(0), evaluation, potential.evaluate(systems().get(0)));
    }

    private List<AtomicSystem> freeSamples() {
        return systems().stream().filter(system -> !system.isPeriodic()).toList();
    }

    private void assertSame(AtomicSystem system, Evaluation actual, Evaluation expected) {
        assertThat(actual.energy())
                .as("%s", system)
                .isCloseTo(expected.energy(), within(tolerances().energy()));
        assertClose(system, actual.forces(), expected.forces());
        assertThat(actual.uncertainty().isPresent())
                .isEqualTo(expected.uncertainty().isPresent());
    }

    private void assertClose(AtomicSystem system, double[] actual, double[] expected) {
        assertThat(actual)
                .as("%s, seed %d", system, SEED)
                .containsExactly(expected, within(tolerances().force()));
    }
}
