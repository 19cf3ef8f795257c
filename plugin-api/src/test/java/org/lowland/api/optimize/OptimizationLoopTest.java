package org.lowland.api.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

class OptimizationLoopTest {
    private static final OptimizationOptions OPTIONS =
            OptimizationOptions.defaults().withFmax(1e-3);

    private static final AtomicSystem NEAR_MINIMUM = AtomicSystem.of(new int[] {1}, new double[] {1e-4, 0, 0});

    private static AtomicSystem at(double x) {
        return AtomicSystem.of(new int[] {1, 6}, new double[] {x, 0, 0, 0, -x, 0});
    }

    private static OptimizationLoop.Builder loop(Harmonic potential) {
        return OptimizationLoop.builder(new Descent(0.5), potential).options(OPTIONS);
    }

    @Test
    void convergesAndCounts() {
        OptimizationResult result = loop(new Harmonic()).build().run(at(1));
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.converged()).isTrue();
        // The position halves in every step: 2⁻¹⁰ is the first below 10⁻³.
        assertThat(result.steps()).isEqualTo(10);
        assertThat(result.evaluations()).isEqualTo(11);
        assertThat(result.fmax()).isCloseTo(Math.pow(2, -10), within(1e-12));
        assertThat(result.energy()).isCloseTo(Math.pow(2, -20), within(1e-15));
        assertThat(result.message()).isEmpty();
        assertThat(result.trajectory()).isEmpty();
    }

    @Test
    void takesNoStepFromAMinimum() {
        OptimizationResult result = loop(new Harmonic()).build().run(NEAR_MINIMUM);
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.steps()).isZero();
        assertThat(result.evaluations()).isOne();
        assertThat(result.system()).isEqualTo(NEAR_MINIMUM);
    }

    @Test
    void batchesAllWalksWithoutExceedingTheBatchSize() {
        Harmonic potential = new Harmonic();
        List<AtomicSystem> systems =
                IntStream.rangeClosed(1, 10).mapToObj(k -> at(0.1 * k)).toList();
        List<OptimizationResult> results = loop(potential).batchAtoms(8).build().run(systems);
        assertThat(results).hasSize(10).allMatch(OptimizationResult::converged);
        assertThat(potential.batches).allMatch(size -> size <= 4);
        assertThat(potential.batches.stream().mapToInt(size -> size).sum())
                .isEqualTo(results.stream().mapToInt(r -> (int) r.evaluations()).sum());
        assertThat(potential.batches.subList(0, 7)).containsOnly(4);
        for (int k = 0; k < 10; k++) {
            assertSame(results.get(k), loop(new Harmonic()).build().run(systems.get(k)));
        }
    }

    private static void assertSame(OptimizationResult one, OptimizationResult other) {
        assertThat(one.system()).isEqualTo(other.system());
        assertThat(one.energy()).isEqualTo(other.energy());
        assertThat(one.steps()).isEqualTo(other.steps());
    }

    @Test
    void cutsThePopulationOfOneWalkIntoBatches() {
        Harmonic potential = new Harmonic();
        OptimizationResult result = OptimizationLoop.builder(new Descent(0.5, 5), potential)
                .options(OPTIONS)
                .batchAtoms(2)
                .build()
                .run(NEAR_MINIMUM);
        assertThat(potential.batches).containsExactly(2, 2, 1);
        assertThat(result.evaluations()).isEqualTo(5);
    }

    @Test
    void runsNothing() {
        assertThat(loop(new Harmonic()).build().run(List.of())).isEmpty();
    }

    @Test
    void stopsAtTheStepLimit() {
        OptimizationResult result =
                loop(new Harmonic()).options(OPTIONS.withSteps(3)).build().run(at(1));
        assertThat(result.reason()).isEqualTo(StopReason.STEP_LIMIT);
        assertThat(result.converged()).isFalse();
        assertThat(result.steps()).isEqualTo(3);
        assertThat(result.system().position(0, 0)).isEqualTo(0.125);
        OptimizationResult single =
                loop(new Harmonic()).options(OPTIONS.withSteps(0)).build().run(at(1));
        assertThat(single.reason()).isEqualTo(StopReason.STEP_LIMIT);
        assertThat(single.evaluations()).isOne();
        assertThat(single.energy()).isEqualTo(1);
    }

    @Test
    void keepsTheBudgetOfEachSystem() {
        OptimizationLoop loop =
                loop(new Harmonic()).options(OPTIONS.withEvaluations(4)).build();
        for (OptimizationResult result : loop.run(List.of(at(1), at(2)))) {
            assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
            assertThat(result.evaluations()).isEqualTo(4);
            assertThat(result.converged()).isFalse();
        }
    }

    @Test
    void endsBeforeAnAskThatDoesNotFitIntoTheBudget() {
        OptimizationLoop.Builder builder = OptimizationLoop.builder(new Descent(0.5, 3), new Harmonic());
        OptimizationResult once =
                builder.options(OPTIONS.withEvaluations(5)).build().run(at(1));
        assertThat(once.reason()).isEqualTo(StopReason.BUDGET);
        assertThat(once.evaluations()).isEqualTo(3);
        assertThat(once.energy()).isEqualTo(1);
        OptimizationResult never =
                builder.options(OPTIONS.withEvaluations(2)).build().run(at(1));
        assertThat(never.reason()).isEqualTo(StopReason.BUDGET);
        assertThat(never.evaluations()).isZero();
        assertThat(never.evaluation()).isEmpty();
        assertThat(never.energy()).isNaN();
        assertThat(never.converged()).isFalse();
        assertThat(never.system()).isEqualTo(at(1));
    }

    @Test
    void givesEachSystemItsOwnOptions() {
        List<OptimizationResult> results = loop(new Harmonic())
                .build()
                .run(List.of(at(1), at(1)), List.of(OPTIONS.withSteps(1), OPTIONS.withSteps(2)));
        assertThat(results).extracting(OptimizationResult::steps).containsExactly(1, 2);
        assertThatThrownBy(() -> loop(new Harmonic()).build().run(List.of(at(1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cancelsAfterTheEvaluationUnderWay() {
        Cancellation cancellation = new Cancellation();
        List<Integer> ended = new ArrayList<>();
        OptimizationListener listener = new OptimizationListener() {
            @Override
            public void moved(int index, Progress progress) {
                if (progress.step() == 2) {
                    cancellation.request();
                }
            }

            @Override
            public void ended(int index, OptimizationResult result) {
                ended.add(index);
            }
        };
        Harmonic potential = new Harmonic();
        List<OptimizationResult> results = loop(potential)
                .batchAtoms(5)
                .cancellation(cancellation)
                .listener(listener)
                .build()
                .run(List.of(at(1), at(1), at(1)));
        assertThat(results).extracting(OptimizationResult::reason).containsOnly(StopReason.CANCELLED);
        assertThat(results).extracting(OptimizationResult::evaluations).containsExactly(3L, 3L, 0L);
        assertThat(results.get(0).system().position(0, 0)).isEqualTo(0.25);
        assertThat(results.get(2).evaluation()).isEmpty();
        assertThat(ended).containsExactly(0, 1, 2);
        assertThat(potential.batches).containsExactly(2, 2, 2);
    }

    @Test
    void tellsTheListenerOfEveryMove() {
        List<OptimizationListener.Progress> seen = new ArrayList<>();
        List<OptimizationResult> ended = new ArrayList<>();
        OptimizationResult result = loop(new Harmonic())
                .listener(new OptimizationListener() {
                    @Override
                    public void moved(int index, Progress progress) {
                        seen.add(progress);
                    }

                    @Override
                    public void ended(int index, OptimizationResult end) {
                        ended.add(end);
                    }
                })
                .build()
                .run(at(1));
        assertThat(seen).hasSize(11);
        assertThat(seen.get(3).step()).isEqualTo(3);
        assertThat(seen.get(3).evaluations()).isEqualTo(4);
        assertThat(seen.get(3).fmax()).isEqualTo(0.125);
        assertThat(seen.get(3).best().system().position(0, 0)).isEqualTo(0.125);
        assertThat(ended).containsExactly(result);
    }

    @Test
    void keepsTheTrajectoryOnRequest() {
        OptimizationResult result = loop(new Harmonic())
                .options(OPTIONS.withTrajectory(true))
                .build()
                .run(at(1));
        assertThat(result.trajectory()).hasSize(11);
        assertThat(result.trajectory().get(0).system()).isEqualTo(at(1));
        assertThat(result.trajectory().get(10).system()).isEqualTo(result.system());
    }

    @Test
    void failsABadSystemAloneAndSaysWhy() {
        AtomicSystem phosphorus = AtomicSystem.of(new int[] {15}, new double[3]);
        AtomicSystem empty = AtomicSystem.of(new int[0], new double[0]);
        AtomicSystem coincident = AtomicSystem.of(new int[] {1, 1}, new double[] {1, 0, 0, 1, 0, 0.05});
        List<OptimizationResult> results =
                loop(new Harmonic()).build().run(List.of(at(1), phosphorus, empty, coincident, at(2)));
        assertThat(results)
                .extracting(OptimizationResult::reason)
                .containsExactly(
                        StopReason.CONVERGED,
                        StopReason.FAILED,
                        StopReason.FAILED,
                        StopReason.FAILED,
                        StopReason.CONVERGED);
        assertThat(results.get(1).message().orElseThrow()).contains("atom 1 (P)", "harmonic");
        assertThat(results.get(2).message().orElseThrow()).contains("no atoms");
        assertThat(results.get(3).message().orElseThrow()).contains("coincide");
        assertThat(results.get(3).system()).isEqualTo(coincident);
        assertThat(results.get(3).evaluations()).isZero();
    }

    @Test
    void evaluatesABrokenBatchOneByOne() {
        Function<AtomicSystem, Evaluation> picky = system -> {
            if (system.position(0, 0) < 0) {
                throw new BackendException("left of the origin");
            }
            if (system.position(0, 0) > 5) {
                throw new IllegalStateException("bug");
            }
            return Harmonic.springs(system);
        };
        List<OptimizationResult> results = loop(new Harmonic(picky)).build().run(List.of(at(1), at(-1), at(2), at(6)));
        assertThat(results).extracting(OptimizationResult::converged).containsExactly(true, false, true, false);
        assertThat(results.get(1).reason()).isEqualTo(StopReason.FAILED);
        assertThat(results.get(1).message()).contains("left of the origin");
        assertThat(results.get(3).message().orElseThrow()).contains("'harmonic' broke", "bug");
        assertThat(results.get(0).evaluations()).isEqualTo(11);
    }

    @Test
    void noticesWhatIsNotFinite() {
        Function<AtomicSystem, Evaluation> nan = system -> {
            double[] forces = Harmonic.springs(system).forces();
            if (system.position(0, 0) < 0.2) {
                forces[4] = Double.NaN;
            }
            return Evaluation.of(system.position(0, 0) > 3 ? Double.POSITIVE_INFINITY : 0, forces);
        };
        List<OptimizationResult> results = loop(new Harmonic(nan)).build().run(List.of(at(1), at(4)));
        assertThat(results).extracting(OptimizationResult::reason).containsOnly(StopReason.DIVERGED);
        assertThat(results.get(0).message().orElseThrow()).contains("NaN", "atom 2 (C)", "after 2 steps");
        assertThat(results.get(0).system().position(0, 0)).isEqualTo(0.25);
        assertThat(results.get(0).fmax()).isEqualTo(0.25);
        assertThat(results.get(1).message().orElseThrow()).contains("energy of Infinity", "structure given");
        assertThat(results.get(1).evaluation()).isEmpty();
    }

    @Test
    void noticesThatAStructureFliesApart() {
        OptimizationLoop loop = OptimizationLoop.builder(new Descent(-1), new Harmonic())
                .options(OPTIONS)
                .build();
        OptimizationResult result = loop.run(at(1));
        assertThat(result.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(result.message().orElseThrow()).contains("flies apart");
        assertThat(result.steps()).isLessThan(10);
        AtomicSystem crystal =
                at(1).toBuilder().cell(Cell.orthorhombic(3, 3, 3)).build();
        assertThat(OptimizationLoop.builder(new Descent(-1), new Harmonic())
                        .options(OPTIONS.withSteps(20))
                        .build()
                        .run(crystal)
                        .reason())
                .isEqualTo(StopReason.STEP_LIMIT);
    }

    @Test
    void failsAWalkThatThrows() {
        List<GeometryOptimizer> broken = List.of(
                new Broken(() -> {
                    throw new UnsupportedException("no rings, please");
                }),
                new Broken(() -> {
                    throw new IllegalStateException("bug");
                }),
                new Broken(List::of));
        List<OptimizationResult> results = broken.stream()
                .map(optimizer -> OptimizationLoop.builder(optimizer, new Harmonic())
                        .build()
                        .run(at(1)))
                .toList();
        assertThat(results).extracting(OptimizationResult::reason).containsOnly(StopReason.FAILED);
        assertThat(results.get(0).message()).contains("no rings, please");
        assertThat(results.get(1).message().orElseThrow()).contains("'broken' broke", "bug");
        assertThat(results.get(2).message().orElseThrow()).contains("asked for nothing");
    }

    @Test
    void blamesAPotentialThatAnswersTooLittle() {
        Harmonic wrongSize = new Harmonic(system -> Evaluation.of(0, new double[3]));
        OptimizationResult result = loop(wrongSize).build().run(at(1));
        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message().orElseThrow()).contains("3 force components for 2 atoms");
    }

    @Test
    void holdsFixedAtomsOutOfTheMeasure() {
        AtomicSystem held = at(1).toBuilder().fixed(new boolean[] {true, true}).build();
        OptimizationResult result = loop(new Harmonic()).build().run(held);
        assertThat(result.fmax()).isZero();
        assertThat(result.converged()).isTrue();
        assertThat(result.steps()).isZero();
    }

    @Test
    void refusesABatchOfNoAtomsAndNoThreads() {
        assertThatThrownBy(() -> loop(new Harmonic()).batchAtoms(0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("batch of 0 atoms");
        assertThatThrownBy(() -> loop(new Harmonic()).threads(0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("number of threads");
    }

    @Test
    void runsInSeveralThreadsAtOnce() {
        OptimizationLoop loop = OptimizationLoop.builder(new Descent(0.5), new Harmonic())
                .options(OPTIONS)
                .build();
        List<OptimizationResult> results =
                Stream.generate(() -> at(1)).limit(16).parallel().map(loop::run).toList();
        assertThat(results).allMatch(OptimizationResult::converged);
    }

    /** A walk whose ask misbehaves. */
    private record Broken(Supplier<List<AtomicSystem>> answer) implements GeometryOptimizer {
        @Override
        public String id() {
            return "broken";
        }

        @Override
        public OptimizerKind kind() {
            return OptimizerKind.LOCAL;
        }

        @Override
        public Walk start(AtomicSystem system, OptimizationOptions options) {
            return new Walk() {
                @Override
                public List<AtomicSystem> ask() {
                    return answer.get();
                }

                @Override
                public void tell(List<Evaluation> evaluations) {
                    throw new AssertionError("nothing was asked for, but got " + Arrays.asList(evaluations));
                }

                @Override
                public boolean done() {
                    return false;
                }

                @Override
                public Position best() {
                    throw new IllegalStateException("before the first tell");
                }

                @Override
                public int steps() {
                    return 0;
                }
            };
        }
    }
}
