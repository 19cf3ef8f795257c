package org.lowland.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.optimize.Cancellation;
import org.lowland.api.optimize.Forces;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationListener;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * What every optimizer promises. A test class extends this one, names the optimizer and inherits every check; those for
 * searches are skipped for local optimizers, and the other way round.
 *
 * <p>By default it moves rattled molecules on {@link ToyPotential#molecular()}; an optimizer made for other things, for
 * example for clusters, overrides {@link #potential()} and {@link #systems()}.
 */
public abstract class OptimizerContract {

    /** {@return the optimizer under test} */
    protected abstract GeometryOptimizer optimizer();

    /** {@return the potential that it moves on, deterministic to the last bit} */
    protected Potential potential() {
        return ToyPotential.molecular();
    }

    /** {@return where it starts: at least two systems of three or more atoms, none of them at a minimum} */
    protected List<AtomicSystem> systems() {
        return List.of(
                Transformations.rattled(Structures.water(), 0.1, 1),
                Transformations.rattled(Structures.ethanol(), 0.1, 2),
                Transformations.rattled(Structures.acetamide(), 0.1, 3),
                Transformations.rattled(Structures.chloromethanethiol(), 0.1, 4),
                Transformations.rattled(Structures.benzene(), 0.1, 5),
                Transformations.rattled(Structures.alkane(8), 0.1, 6));
    }

    /** {@return the options that all checks start from; a search must need more than a hundred evaluations} */
    protected OptimizationOptions options() {
        return isLocal()
                ? OptimizationOptions.defaults()
                : OptimizationOptions.defaults().withEvaluations(500);
    }

    private boolean isLocal() {
        return optimizer().kind() == OptimizerKind.LOCAL;
    }

    private OptimizationResult run(Potential potential, AtomicSystem system, OptimizationOptions options) {
        return OptimizationLoop.builder(optimizer(), potential)
                .options(options)
                .build()
                .run(system);
    }

    @Test
    void tellsWhatItIs() {
        assertThat(optimizer().id()).isNotBlank();
        assertThat(optimizer().kind()).isNotNull();
        assertThat(systems()).hasSizeGreaterThan(1);
    }

    @Test
    void answersTheSameUntilItIsTold() {
        for (AtomicSystem system : systems()) {
            Walk walk = optimizer().start(system, options());
            assertThat(walk.done()).isFalse();
            assertThat(walk.steps()).isZero();
            assertThatThrownBy(walk::best).isInstanceOf(IllegalStateException.class);
            for (int round = 0; round < 3; round++) {
                List<AtomicSystem> asked = walk.ask();
                assertThat(asked).isNotEmpty();
                assertThat(walk.ask()).isEqualTo(asked);
                walk.tell(potential().evaluate(asked));
            }
            assertThat(walk.best().evaluation().forces()).hasSize(3 * system.size());
        }
    }

    @Test
    void movesNothingButFreeAtoms() {
        for (AtomicSystem system : systems()) {
            boolean[] fixed = new boolean[system.size()];
            Arrays.fill(fixed, 1, 1 + system.size() / 3, true);
            AtomicSystem start = system.toBuilder().fixed(fixed).build();
            RecordingPotential potential = new RecordingPotential(potential());
            OptimizationResult result = run(potential, start, options());
            assertThat(result.system()).isNotEqualTo(start);
            assertThat(result.converged() || !isLocal()).as("%s", result).isTrue();
            List<AtomicSystem> seen = new ArrayList<>(potential.asked());
            seen.add(result.system());
            for (AtomicSystem asked : seen) {
                double[] positions = asked.positions();
                for (int atom = 0; atom < start.size(); atom++) {
                    if (fixed[atom]) {
                        System.arraycopy(start.positions(), 3 * atom, positions, 3 * atom, 3);
                    }
                }
                assertThat(asked).isEqualTo(start.withPositions(asked.positions()));
                assertThat(asked.positions()).containsExactly(positions);
            }
        }
    }

    /** A search may refuse constraints by name; whoever takes them holds them in every structure it asks for. */
    @Test
    void holdsConstraints() {
        for (AtomicSystem system : systems()) {
            AtomicSystem start = constrained(system);
            RecordingPotential potential = new RecordingPotential(potential());
            OptimizationResult result = run(potential, start, options());
            if (!isLocal() && result.reason() == StopReason.FAILED) {
                assertThat(result.message().orElseThrow()).contains("constraint");
                continue;
            }
            assertThat(result.converged() || !isLocal()).as("%s", result).isTrue();
            List<AtomicSystem> seen = new ArrayList<>(potential.asked());
            seen.add(result.system());
            for (AtomicSystem asked : seen) {
                assertThat(asked.constraints()).isEqualTo(start.constraints());
                assertThat(asked.manifold().violation(asked.positions())).isEmpty();
                assertThat(Arrays.copyOf(asked.positions(), 3)).containsExactly(Arrays.copyOf(start.positions(), 3));
            }
            assertConsistent(result);
            assertThat(Forces.fmax(system, result.evaluation().orElseThrow())).isGreaterThan(result.fmax());
        }
    }

    /** The first atom fixed, the second pulled away from it, the angle to the third kept. */
    private static AtomicSystem constrained(AtomicSystem system) {
        boolean[] fixed = new boolean[system.size()];
        fixed[0] = true;
        double[] x = system.positions();
        double distance = Math.sqrt(Math.pow(x[3] - x[0], 2) + Math.pow(x[4] - x[1], 2) + Math.pow(x[5] - x[2], 2));
        return system.toBuilder()
                .fixed(fixed)
                .constraints(List.of(Constraint.distance(0, 1).to(distance + 0.15), Constraint.angle(1, 0, 2)))
                .build();
    }

    @Test
    void keepsTheBudget() {
        for (int evaluations : new int[] {1, 2, 5}) {
            RecordingPotential potential = new RecordingPotential(potential());
            AtomicSystem start = systems().get(1);
            OptimizationResult result = run(potential, start, options().withEvaluations(evaluations));
            assertThat(result.reason()).isEqualTo(StopReason.BUDGET);
            assertThat(result.evaluations()).isEqualTo(potential.asked().size()).isLessThanOrEqualTo(evaluations);
            assertThat(result.converged()).isEqualTo(result.fmax() <= options().fmax());
            assertConsistent(result);
        }
    }

    @Test
    void keepsTheStepLimit() {
        for (int steps = 0; steps < 3; steps++) {
            OptimizationResult result =
                    run(potential(), systems().get(1), options().withSteps(steps));
            assertThat(result.reason()).isEqualTo(StopReason.STEP_LIMIT);
            assertThat(result.steps()).isEqualTo(steps);
            assertConsistent(result);
        }
    }

    @Test
    void stopsWhenCancelled() {
        Cancellation cancellation = new Cancellation();
        List<OptimizationListener.Progress> seen = new ArrayList<>();
        RecordingPotential potential = new RecordingPotential(potential());
        OptimizationResult result = OptimizationLoop.builder(optimizer(), potential)
                .options(options())
                .cancellation(cancellation)
                .listener(new OptimizationListener() {
                    @Override
                    public void moved(int index, Progress progress) {
                        seen.add(progress);
                        if (seen.size() == 3) {
                            cancellation.request();
                        }
                    }
                })
                .build()
                .run(systems().get(1));
        assertThat(result.reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(seen).hasSize(3);
        assertThat(result.evaluations())
                .isEqualTo(potential.asked().size())
                .isEqualTo(seen.get(2).evaluations());
        assertThat(result.system()).isEqualTo(seen.get(2).best().system());
        assertConsistent(result);
    }

    private void assertConsistent(OptimizationResult result) {
        result.evaluation().ifPresent(evaluation -> {
            Evaluation again = potential().evaluate(result.system());
            assertThat(evaluation.energy()).isEqualTo(again.energy());
            assertThat(evaluation.forces()).isEqualTo(again.forces());
            assertThat(result.fmax()).isEqualTo(Forces.fmax(result.system(), again));
        });
    }

    @Test
    void walksTheSameInABatchAsAlone() {
        List<OptimizationResult> together = OptimizationLoop.builder(optimizer(), potential())
                .options(options())
                .batchAtoms(30)
                .build()
                .run(systems());
        for (int k = 0; k < together.size(); k++) {
            assertSame(together.get(k), run(potential(), systems().get(k), options()));
        }
    }

    @Test
    void walksTheSameInSeveralThreads() {
        GeometryOptimizer shared = optimizer();
        List<OptimizationResult> results = systems().parallelStream()
                .map(system -> OptimizationLoop.builder(shared, potential())
                        .options(options())
                        .build()
                        .run(system))
                .toList();
        for (int k = 0; k < results.size(); k++) {
            assertSame(results.get(k), run(potential(), systems().get(k), options()));
        }
    }

    private static void assertSame(OptimizationResult one, OptimizationResult other) {
        assertThat(one.system()).isEqualTo(other.system());
        assertThat(one.energy()).isEqualTo(other.energy());
        assertThat(one.steps()).isEqualTo(other.steps());
        assertThat(one.evaluations()).isEqualTo(other.evaluations());
    }

    @Test
    void convergesWhereLocal() {
        assumeTrue(isLocal(), "a search has no threshold to reach");
        for (AtomicSystem system : systems()) {
            OptimizationResult result = run(potential(), system, options().withTrajectory(true));
            assertThat(result.reason()).as("%s", result).isEqualTo(StopReason.CONVERGED);
            assertThat(result.converged()).isTrue();
            assertThat(result.fmax()).isLessThanOrEqualTo(options().fmax());
            assertThat(result.energy()).isLessThan(potential().evaluate(system).energy());
            assertThat(result.steps()).isPositive();
            assertThat(result.trajectory().get(0).system()).isEqualTo(system);
            assertThat(result.trajectory().get(result.trajectory().size() - 1).system())
                    .isEqualTo(result.system());
            assertConsistent(result);
        }
    }

    @Test
    void convergesAsFarAsItIsAskedWhereLocal() {
        assumeTrue(isLocal(), "a search has no threshold to reach");
        OptimizationResult loose = run(potential(), systems().get(1), options().withFmax(0.05));
        OptimizationResult tight = run(potential(), systems().get(1), options().withFmax(1e-3));
        assertThat(loose.converged()).isTrue();
        assertThat(tight.converged()).isTrue();
        assertThat(tight.fmax()).isLessThanOrEqualTo(1e-3);
        assertThat(loose.fmax()).isGreaterThan(1e-3);
        assertThat(loose.evaluations()).isLessThan(tight.evaluations());
        assertThat(loose.energy()).isCloseTo(tight.energy(), within(0.05));
    }

    @Test
    void takesNoStepFromWhereItConvergedWhereLocal() {
        assumeTrue(isLocal(), "a search goes on until the end of its budget");
        for (AtomicSystem system : systems()) {
            OptimizationResult first = run(potential(), system, options());
            OptimizationResult second = run(potential(), first.system(), options());
            assertThat(second.reason()).isEqualTo(StopReason.CONVERGED);
            assertThat(second.steps()).isZero();
            assertThat(second.evaluations()).isOne();
            assertThat(second.system()).isEqualTo(first.system());
        }
    }

    @Test
    void takesNoStepFromWhereItConvergedUnderConstraintsWhereLocal() {
        assumeTrue(isLocal(), "a search goes on until the end of its budget");
        for (AtomicSystem system : systems()) {
            OptimizationResult first = run(potential(), constrained(system), options());
            OptimizationResult second = run(potential(), first.system(), options());
            assertThat(second.reason()).isEqualTo(StopReason.CONVERGED);
            assertThat(second.steps()).isZero();
            assertThat(second.system()).isEqualTo(first.system());
        }
    }

    @Test
    void takesNoStepWhereAllAtomsAreFixedAndItIsLocal() {
        assumeTrue(isLocal(), "a search may refuse a system that cannot move");
        AtomicSystem system = systems().get(0);
        boolean[] fixed = new boolean[system.size()];
        Arrays.fill(fixed, true);
        OptimizationResult result =
                run(potential(), system.toBuilder().fixed(fixed).build(), options());
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.steps()).isZero();
        assertThat(result.fmax()).isZero();
    }

    @Test
    void neverLosesTheLowestStructureWhereASearch() {
        assumeTrue(!isLocal(), "a local optimizer may accept a rise");
        for (AtomicSystem system : systems()) {
            List<Double> energies = new ArrayList<>();
            OptimizationResult result = OptimizationLoop.builder(optimizer(), potential())
                    .options(options())
                    .listener(new OptimizationListener() {
                        @Override
                        public void moved(int index, Progress progress) {
                            energies.add(progress.best().evaluation().energy());
                        }
                    })
                    .build()
                    .run(system);
            for (int k = 1; k < energies.size(); k++) {
                assertThat(energies.get(k)).isLessThanOrEqualTo(energies.get(k - 1));
            }
            assertThat(result.energy()).isEqualTo(energies.get(energies.size() - 1));
            assertThat(result.energy())
                    .isLessThanOrEqualTo(potential().evaluate(system).energy());
            assertConsistent(result);
        }
    }

    @Test
    void repeatsARunWithTheSameSeedWhereASearch() {
        assumeTrue(!isLocal(), "a local optimizer has no seed");
        AtomicSystem system = systems().get(0);
        List<List<AtomicSystem>> asked = new ArrayList<>();
        for (long seed : new long[] {7, 7, 8}) {
            RecordingPotential potential = new RecordingPotential(potential());
            run(potential, system, options().withSeed(seed));
            asked.add(potential.asked());
        }
        assertThat(asked.get(1)).isEqualTo(asked.get(0));
        assertThat(asked.get(2)).isNotEqualTo(asked.get(0));
    }
}
