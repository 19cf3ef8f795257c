package org.lowland.rl.strider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.start.Liquid;
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

    /** After the first quench another episode begins, and the result is the lowest of the minima. */
    @Test
    void episodesGoOnFromTheMinimumUntilTheEvaluationsAreUsedUp() {
        Plan one = Plan.usual();
        Plan plan = new Plan(one.reach(), one.quench(), one.descent(), 300, 0.6, 0.5, 1);
        OptimizationResult single = run(one, OPTIONS.withEvaluations(300).withSeed(1), new OptimizationListener() {});
        OptimizationResult several =
                run(plan, OPTIONS.withEvaluations(1500).withSeed(1), new OptimizationListener() {});
        assertThat(several.evaluations()).isBetween(1200L, 1500L);
        assertThat(several.evaluation().orElseThrow().energy())
                .isLessThanOrEqualTo(single.evaluation().orElseThrow().energy());
    }

    @Test
    void adaptationSharesTheEvaluationsOutAndKeepsTheLowestRound() {
        Plan one = Plan.usual();
        Plan plan = new Plan(one.reach(), one.quench(), one.descent(), Plan.UNDIVIDED, 0.6, 0, 5);
        List<Double> seen = new ArrayList<>();
        Liquid liquid = Liquid.named("kob-andersen").with(50, 2);
        OptimizationResult result;
        try (Potential potential = liquid.open()) {
            result = OptimizationLoop.builder(new Strider(Optional.empty(), plan), potential)
                    .options(OPTIONS.withEvaluations(500).withSeed(1))
                    .listener(new OptimizationListener() {
                        @Override
                        public void moved(int index, Progress progress) {
                            seen.add(progress.best().evaluation().energy());
                        }
                    })
                    .build()
                    .run(liquid.sample(potential, 1, 0).system());
        }
        assertThat(result.evaluations()).isBetween(350L, 500L);
        assertThat(result.evaluation().orElseThrow().energy()).isCloseTo(seen.get(seen.size() - 1), within(1e-9));
        assertThat(result.evaluation().orElseThrow().energy()).isLessThanOrEqualTo(seen.get(99));
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
