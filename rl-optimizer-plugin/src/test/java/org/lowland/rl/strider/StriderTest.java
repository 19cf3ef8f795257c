package org.lowland.rl.strider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.OptimizationListener;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;

class StriderTest {
    private static final OptimizationOptions OPTIONS = OptimizationOptions.defaults();

    private static OptimizationResult run(Plan plan, OptimizationOptions options, OptimizationListener listener) {
        return OptimizationLoop.builder(new Strider(Optional.empty(), plan), Situations.smooth())
                .options(options)
                .listener(listener)
                .build()
                .run(Structures.kobAndersenBox(50, 3));
    }

    @Test
    void tellsEveryStepAndKeepsTheLowest() {
        for (Plan.Descent descent : Plan.Descent.values()) {
            List<OptimizationListener.Progress> seen = new ArrayList<>();
            Plan plan = new Plan(Plan.usual().reach(), 0.4, descent);
            OptimizationResult result = run(plan, OPTIONS.withEvaluations(60).withSeed(3), new OptimizationListener() {
                @Override
                public void moved(int index, Progress progress) {
                    seen.add(progress);
                }
            });
            assertThat(result.evaluations()).isEqualTo(60);
            assertThat(seen).hasSize(60);
            double lowest = seen.stream()
                    .mapToDouble(progress -> progress.best().evaluation().energy())
                    .min()
                    .orElseThrow();
            assertThat(result.evaluation().orElseThrow().energy()).isEqualTo(lowest);
        }
    }

    @Test
    void endsAtAMinimum() {
        OptimizationResult result = run(Plan.usual(), OPTIONS.withEvaluations(600), new OptimizationListener() {});
        assertThat(result.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.converged()).isTrue();
        assertThat(result.evaluations()).isBetween(360L, 600L);
    }

    @Test
    void theSeedDecidesTheSearch() {
        OptimizationListener silent = new OptimizationListener() {};
        OptimizationResult one = run(Plan.usual(), OPTIONS.withEvaluations(40).withSeed(1), silent);
        OptimizationResult again = run(Plan.usual(), OPTIONS.withEvaluations(40).withSeed(1), silent);
        OptimizationResult other = run(Plan.usual(), OPTIONS.withEvaluations(40).withSeed(2), silent);
        assertThat(again.system()).isEqualTo(one.system());
        assertThat(other.system()).isNotEqualTo(one.system());
    }

    @Test
    void refusesAnotherPotentialThanItsOwn() {
        Strider strider = new Strider(Optional.of(Situations.policy(1)), Optional.of("lj"), Plan.usual());
        OptimizationResult result = OptimizationLoop.builder(strider, Situations.smooth())
                .options(OPTIONS.withEvaluations(20))
                .build()
                .run(Structures.kobAndersenBox(20, 3));
        assertThat(result.reason()).isEqualTo(StopReason.FAILED);
        assertThat(result.message().orElseThrow()).contains("trained on 'lj'", "force=true");
    }

    @Test
    void refusesWhatItCannotBeginWith() {
        AtomicSystem close = AtomicSystem.of(new int[] {28, 28}, new double[] {0, 0, 0, 0.05, 0, 0});
        assertThatThrownBy(() -> new Strider(Optional.empty(), Plan.usual()).start(close, OPTIONS))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("0.05");
        assertThatThrownBy(() ->
                        new Strider(Optional.of(Situations.policy(1)), Plan.usual()).start(Structures.water(), OPTIONS))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("has not seen");
    }
}
