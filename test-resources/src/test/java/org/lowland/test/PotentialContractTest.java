package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** Potentials broken on purpose: each check of the contract must notice the fault that it is there for. */
class PotentialContractTest {

    /** A sound potential whose answers are falsified: by the system's index in the batch and its sound evaluation. */
    private record Falsified(Domain domain, BiFunction<AtomicSystem, Integer, Evaluation> answer) implements Potential {
        @Override
        public String id() {
            return "falsified";
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            List<Evaluation> evaluations = new ArrayList<>();
            for (AtomicSystem system : systems) {
                evaluations.add(answer.apply(system, evaluations.size()));
            }
            return evaluations;
        }
    }

    private static final ToyPotential SOUND = ToyPotential.lennardJones(2.2);

    private static PotentialContract contract(Potential potential) {
        PotentialContract contract = new PotentialContract() {
            @Override
            protected Potential create() {
                return potential;
            }

            @Override
            protected List<AtomicSystem> systems() {
                return new ToyLennardJonesTest().systems();
            }

            @Override
            protected Tolerances tolerances() {
                return Tolerances.doublePrecision();
            }
        };
        contract.make();
        return contract;
    }

    private static void assertNoticed(
            BiFunction<AtomicSystem, Integer, Evaluation> answer, Consumer<PotentialContract> check) {
        assertThatCode(() -> check.accept(contract(SOUND))).doesNotThrowAnyException();
        PotentialContract broken = contract(new Falsified(SOUND.domain(), answer));
        assertThatThrownBy(() -> check.accept(broken)).isInstanceOf(AssertionError.class);
    }

    private static Evaluation shifted(AtomicSystem system, double energy, int component, double force) {
        Evaluation sound = SOUND.evaluate(system);
        double[] forces = sound.forces();
        forces[component] += force;
        Evaluation result = Evaluation.of(sound.energy() + energy, forces);
        return sound.stress().map(result::withStress).orElse(result);
    }

    @Test
    void noticesForcesThatAreNoGradient() {
        assertNoticed(
                (system, k) -> shifted(system, 0, 1, 1e-3 * system.position(0, 0)),
                PotentialContract::hasForcesThatAreTheNegativeGradient);
    }

    @Test
    void noticesAStressThatIsNoDerivative() {
        assertNoticed(
                (system, k) -> {
                    Evaluation sound = SOUND.evaluate(system);
                    return sound.stress()
                            .map(stress -> {
                                stress[5] *= 1.001;
                                return sound.withStress(stress);
                            })
                            .orElse(sound);
                },
                PotentialContract::hasAStressThatIsTheDerivativeByStrain);
    }

    @Test
    void noticesADirectionInSpace() {
        assertNoticed(
                (system, k) -> shifted(system, 1e-6 * (system.position(1, 0) - system.position(0, 0)), 0, 0),
                PotentialContract::rotatesWithTheSystem);
        assertNoticed((system, k) -> shifted(system, 0, 0, 1e-6), PotentialContract::rotatesWithTheSystem);
    }

    @Test
    void noticesAnOrigin() {
        assertNoticed(
                (system, k) -> shifted(system, 1e-8 * system.position(0, 2), 0, 0),
                PotentialContract::doesNotSeeATranslation);
        assertNoticed((system, k) -> shifted(system, 0, 4, 1e-6), PotentialContract::exertsNoNetForce);
    }

    @Test
    void noticesAnOrderOfAtoms() {
        assertNoticed(
                (system, k) -> shifted(system, 1e-7 * (system.position(0, 0) - system.position(1, 0)), 0, 0),
                PotentialContract::doesNotSeeTheOrderOfAtoms);
    }

    @Test
    void noticesFragmentsThatDoNotAddUp() {
        assertNoticed((system, k) -> shifted(system, 1e-7, 0, 0), PotentialContract::addsUpSeparatedFragments);
    }

    @Test
    void noticesJumpsAtTheCutoff() {
        // From a gap of 2 Å on, two fragments of five atoms have a little more energy, or pull a little more.
        assertNoticed(
                (system, k) -> shifted(system, isApart(system) ? 1e-4 : 0, 0, 0),
                PotentialContract::isSmoothAtTheCutoff);
        assertNoticed(
                (system, k) -> shifted(system, 0, 3 * (system.size() - 1), isApart(system) ? 5e-3 : 0),
                PotentialContract::isSmoothAtTheCutoff);
        assertNoticed(
                (system, k) -> shifted(system, system.size() == 10 ? 1e-7 : 0, 0, 0),
                PotentialContract::isSmoothAtTheCutoff);
    }

    private static boolean isApart(AtomicSystem system) {
        double width = Separation.apart(system, system, 0).position(0, 0) - system.position(0, 0);
        return system.size() == 10 && width > 2 * fragmentWidth() + 2;
    }

    private static double fragmentWidth() {
        AtomicSystem fragment = Structures.randomCluster(5, 2);
        return Separation.apart(fragment, fragment, 0).position(0, 0) - fragment.position(0, 0);
    }

    @Test
    void noticesADependenceOnTheBatch() {
        assertNoticed((system, k) -> shifted(system, 1e-8 * k, 0, 0), PotentialContract::saysTheSameInABatchAsAlone);
    }

    @Test
    void noticesWhatIsNotFinite() {
        assertNoticed(
                (system, k) -> shifted(system, 0, 2, Double.NaN), PotentialContract::givesFiniteNumbersForEveryAtom);
    }

    @Test
    void noticesThatNothingIsRefused() {
        Domain narrow = new Domain(
                SOUND.domain().elements(),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                OptionalDouble.of(2.2),
                "test");
        PotentialContract careless = contract(new Falsified(narrow, (system, k) -> Evaluation.of(0, new double[9])));
        assertThatThrownBy(careless::refusesByNameWhatItDoesNotCover).isInstanceOf(AssertionError.class);
    }
}
