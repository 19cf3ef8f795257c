package org.lowland.relaxation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.optimize.Cancellation;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;
import org.lowland.test.ToyPotential;
import org.lowland.test.Transformations;

/** However a relaxation ends, its result says so: a named reason, and words where something went wrong. */
class HonestEndsTest {

    static Stream<GeometryOptimizer> optimizers() {
        return Backends.localOptimizers().stream();
    }

    private static OptimizationResult run(GeometryOptimizer optimizer, Potential potential, AtomicSystem system) {
        return OptimizationLoop.builder(optimizer, potential).build().run(system);
    }

    private static AtomicSystem rattled() {
        return Transformations.rattled(Structures.ethanol(), 0.1, 1);
    }

    /** The toy potential whose evaluations are spoiled from the fourth on. */
    private static Potential spoiled(UnaryOperator<Evaluation> fault) {
        Potential sound = ToyPotential.molecular();
        AtomicInteger evaluations = new AtomicInteger();
        return new Potential() {
            @Override
            public String id() {
                return "spoiled";
            }

            @Override
            public Domain domain() {
                return sound.domain();
            }

            @Override
            public List<Evaluation> evaluate(List<AtomicSystem> systems) {
                List<Evaluation> evaluated = sound.evaluate(systems);
                return evaluations.incrementAndGet() > 3
                        ? evaluated.stream().map(fault).toList()
                        : evaluated;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void noAtoms(GeometryOptimizer optimizer) {
        OptimizationResult result =
                run(optimizer, ToyPotential.molecular(), AtomicSystem.of(new int[0], new double[0]));
        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message()).contains("The structure has no atoms");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void oneAtom(GeometryOptimizer optimizer) {
        OptimizationResult result =
                run(optimizer, ToyPotential.lennardJones(), AtomicSystem.of(new int[] {18}, new double[] {1, 2, 3}));
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.steps()).isZero();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void allAtomsFixed(GeometryOptimizer optimizer) {
        boolean[] fixed = new boolean[9];
        Arrays.fill(fixed, true);
        AtomicSystem start = Structures.ethanol().toBuilder().fixed(fixed).build();
        OptimizationResult result = run(optimizer, ToyPotential.molecular(), start);
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.system()).isEqualTo(start);
        assertThat(result.fmax()).isZero();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void energiesThatAreNotNumbers(GeometryOptimizer optimizer) {
        OptimizationResult result = run(optimizer, spoiled(e -> Evaluation.of(Double.NaN, e.forces())), rattled());
        assertThat(result.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(result.message().orElseThrow()).contains("'spoiled' gave an energy of NaN eV");
        assertThat(result.evaluation().orElseThrow().isFinite()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void forcesThatAreNotNumbers(GeometryOptimizer optimizer) {
        UnaryOperator<Evaluation> fault = e -> {
            double[] forces = e.forces();
            forces[7] = Double.POSITIVE_INFINITY;
            return Evaluation.of(e.energy(), forces);
        };
        OptimizationResult result = run(optimizer, spoiled(fault), rattled());
        assertThat(result.reason()).isEqualTo(StopReason.DIVERGED);
        assertThat(result.message().orElseThrow()).contains("a force of Infinity eV/Å on atom 3 (O)");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void cancelledInMidStep(GeometryOptimizer optimizer) {
        Cancellation cancellation = new Cancellation();
        Potential slow = spoiled(e -> {
            cancellation.request();
            return e;
        });
        OptimizationResult result = OptimizationLoop.builder(optimizer, slow)
                .cancellation(cancellation)
                .build()
                .run(rattled());
        assertThat(result.reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(result.evaluations()).isEqualTo(4);
        assertThat(result.evaluation()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void constraintsThatNoStructureMeets(GeometryOptimizer optimizer) {
        AtomicSystem start = Structures.alkane(4).toBuilder()
                .constraints(List.of(
                        Constraint.distance(0, 1),
                        Constraint.distance(1, 2),
                        Constraint.distance(2, 3),
                        Constraint.distance(0, 3).to(9)))
                .build();
        OptimizationResult result = run(optimizer, ToyPotential.molecular(), start);
        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.evaluations()).isZero();
        assertThat(result.message().orElseThrow()).contains("cannot be met together", "does not hold");
    }
}
