package org.lowland.api.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

class LimitsTest {

    @Test
    void countsEvaluations() {
        EvaluationBudget budget = new EvaluationBudget(10);
        budget.spend(4);
        assertThat(budget.used()).isEqualTo(4);
        assertThat(budget.left()).isEqualTo(6);
        assertThat(budget.allows(6)).isTrue();
        assertThat(budget.allows(7)).isFalse();
        assertThatThrownBy(() -> budget.spend(7)).isInstanceOf(IllegalStateException.class);
        assertThat(budget.used()).isEqualTo(4);
        assertThatThrownBy(() -> new EvaluationBudget(0)).isInstanceOf(InputException.class);
    }

    @Test
    void refusesImpossibleOptions() {
        OptimizationOptions options = OptimizationOptions.defaults();
        for (double fmax : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> options.withFmax(fmax))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("fmax");
        }
        assertThatThrownBy(() -> options.withSteps(-1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> options.withEvaluations(0)).isInstanceOf(InputException.class);
        assertThat(options.withFmax(1)
                        .withSteps(2)
                        .withEvaluations(3)
                        .withSeed(4)
                        .withTrajectory(true))
                .isEqualTo(new OptimizationOptions(1, 2, 3, 4, true));
    }

    @Test
    void measuresTheForceOnFreeAtoms() {
        AtomicSystem system = AtomicSystem.builder(new int[] {1, 1, 1}, new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0})
                .fixed(new boolean[] {false, true, false})
                .build();
        Evaluation evaluation = Evaluation.of(0, new double[] {1, 2, 2, 50, 0, 0, 0, -2.5, 0});
        assertThat(Forces.fmax(system, evaluation)).isEqualTo(3);
    }
}
