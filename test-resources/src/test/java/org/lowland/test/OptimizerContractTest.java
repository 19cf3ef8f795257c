package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.RandomSearch.Fault;

/** Optimizers broken on purpose: each check of the contract must notice the fault that it is there for. */
class OptimizerContractTest {

    private static OptimizerContract contract(GeometryOptimizer optimizer) {
        return new OptimizerContract() {
            @Override
            protected GeometryOptimizer optimizer() {
                return optimizer;
            }
        };
    }

    private static void assertNoticed(Fault fault, Consumer<OptimizerContract> check) {
        assertThatCode(() -> check.accept(contract(new RandomSearch(Fault.NONE))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.accept(contract(new RandomSearch(fault))))
                .isInstanceOf(AssertionError.class);
    }

    /** A local walk that passes on to a sound one, to be broken in one place. */
    private abstract static class Spoiled implements GeometryOptimizer, Walk {
        private Walk sound;

        @Override
        public String id() {
            return "spoiled";
        }

        @Override
        public OptimizerKind kind() {
            return OptimizerKind.LOCAL;
        }

        @Override
        public Walk start(AtomicSystem system, OptimizationOptions options) {
            sound = new Lbfgs().start(system, options);
            return this;
        }

        @Override
        public List<AtomicSystem> ask() {
            return sound.ask();
        }

        @Override
        public void tell(List<Evaluation> evaluations) {
            sound.tell(evaluations);
        }

        @Override
        public boolean done() {
            return sound.done();
        }

        @Override
        public Position best() {
            return sound.best();
        }

        @Override
        public int steps() {
            return sound.steps();
        }
    }

    private static void assertNoticed(Spoiled spoiled, Consumer<OptimizerContract> check) {
        assertThatCode(() -> check.accept(contract(new Lbfgs()))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check.accept(contract(spoiled))).isInstanceOf(AssertionError.class);
    }

    @Test
    void noticesFixedAtomsThatMove() {
        assertNoticed(Fault.MOVES_FIXED_ATOMS, OptimizerContract::movesNothingButFreeAtoms);
    }

    @Test
    void noticesConstraintsThatDoNotHold() {
        assertNoticed(
                new Spoiled() {
                    @Override
                    public Walk start(AtomicSystem system, OptimizationOptions options) {
                        return super.start(
                                system.toBuilder().constraints(List.of()).build(), options);
                    }
                },
                OptimizerContract::holdsConstraints);
    }

    @Test
    void noticesAnAskThatChanges() {
        assertNoticed(Fault.ASKS_ANEW_EACH_TIME, OptimizerContract::answersTheSameUntilItIsTold);
    }

    @Test
    void noticesALostLowestStructure() {
        assertNoticed(Fault.FORGETS_THE_LOWEST, OptimizerContract::neverLosesTheLowestStructureWhereASearch);
    }

    @Test
    void noticesAnIgnoredSeed() {
        assertNoticed(Fault.IGNORES_THE_SEED, OptimizerContract::repeatsARunWithTheSameSeedWhereASearch);
    }

    @Test
    void noticesSharedState() {
        assertNoticed(Fault.SHARES_ITS_RANDOMNESS, OptimizerContract::walksTheSameInABatchAsAlone);
    }

    @Test
    void noticesAWalkThatStopsTooEarly() {
        assertNoticed(
                new Spoiled() {
                    @Override
                    public boolean done() {
                        return steps() > 2;
                    }
                },
                OptimizerContract::convergesWhereLocal);
    }

    @Test
    void noticesAWalkThatGoesOnFromAMinimum() {
        assertNoticed(
                new Spoiled() {
                    @Override
                    public boolean done() {
                        return super.done() && steps() > 2;
                    }
                },
                OptimizerContract::takesNoStepFromWhereItConvergedWhereLocal);
    }

    @Test
    void noticesEnergiesThatBelongToAnotherStructure() {
        assertNoticed(
                new Spoiled() {
                    @Override
                    public Position best() {
                        Position best = super.best();
                        return new Position(Transformations.rattled(best.system(), 1e-6, 1), best.evaluation());
                    }
                },
                OptimizerContract::keepsTheStepLimit);
    }
}
