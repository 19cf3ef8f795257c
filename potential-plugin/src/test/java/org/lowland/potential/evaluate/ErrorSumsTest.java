package org.lowland.potential.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

class ErrorSumsTest {
    private static final AtomicSystem HYDROXYL = AtomicSystem.of(new int[] {8, 1}, new double[] {0, 0, 0, 0, 0, 1});
    private static final AtomicSystem HYDROGEN = AtomicSystem.of(new int[] {1}, new double[3]);

    @Test
    void meansAreOverComponentsStructuresAndElements() {
        ErrorSums sums = new ErrorSums();
        sums.add("a", HYDROXYL, Evaluation.of(5, new double[6]), Evaluation.of(8, new double[] {3, 0, 0, 0, -1, 0}));
        sums.add("b", HYDROGEN, Evaluation.of(1, new double[3]), Evaluation.of(0, new double[] {0, 0, 2}));
        LabelErrors errors = sums.errors();
        assertThat(errors.frames()).isEqualTo(2);
        assertThat(errors.atoms()).isEqualTo(3);
        assertThat(errors.forceMae()).isCloseTo(6.0 / 9, within(1e-15));
        assertThat(errors.forceRmse()).isCloseTo(Math.sqrt(14.0 / 9), within(1e-15));
        assertThat(errors.energyMae()).isEqualTo(2);
        assertThat(errors.energyRmse()).isCloseTo(Math.sqrt(5), within(1e-15));
        assertThat(errors.energyMaePerAtom()).isCloseTo((1.5 + 1) / 2, within(1e-15));
        assertThat(errors.energyRmsePerAtom()).isCloseTo(Math.sqrt((2.25 + 1) / 2), within(1e-15));
        assertThat(errors.byElement()).containsOnlyKeys(1, 8);
        assertThat(errors.byElement().get(8)).isEqualTo(new LabelErrors.OfElement(1, 1, Math.sqrt(3)));
        assertThat(errors.byElement().get(1).atoms()).isEqualTo(2);
        assertThat(errors.byElement().get(1).forceMae()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void namesAnEvaluationThatIsNoNumber() {
        assertThatThrownBy(() -> new ErrorSums()
                        .add(
                                "x.npz: frame 7",
                                HYDROGEN,
                                Evaluation.of(0, new double[3]),
                                Evaluation.of(Double.NaN, new double[3])))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("x.npz: frame 7");
    }
}
