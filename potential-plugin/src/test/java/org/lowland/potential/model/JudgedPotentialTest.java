package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;

class JudgedPotentialTest {
    private static final AtomicSystem WATER =
            AtomicSystem.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 0, 0.76, 0.59, 0, -0.76, 0.59});
    private static final Calibration CALIBRATION = new Calibration(List.of("a", "b"), 2, 3, 0.25, 0.01);

    /** The same answer for every structure. */
    private record Fixed(double energy, double... forces) implements Potential {
        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public Domain domain() {
            return new Domain(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    true,
                    true,
                    OptionalDouble.empty(),
                    "toy",
                    Domain.Forces.CONSERVATIVE,
                    Optional.empty());
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            List<Evaluation> same = new ArrayList<>();
            systems.forEach(system -> same.add(Evaluation.of(energy, forces)));
            return same;
        }
    }

    private static Uncertainty judge(Potential... committee) {
        Potential model = new Fixed(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        JudgedPotential judged = new JudgedPotential(model, List.of(committee), CALIBRATION);
        Evaluation evaluation = judged.evaluate(WATER);
        assertThat(evaluation.uncertainty()).isEmpty();
        Evaluation with = judged.judge(WATER, evaluation);
        assertThat(with.energy()).isEqualTo(evaluation.energy());
        return with.uncertainty().orElseThrow();
    }

    @Test
    void scalesTheSpreadAroundTheModelsOwnAnswer() {
        Uncertainty judged =
                judge(new Fixed(-1.3, 0, 0, 0, 0.1, 0, 0, 0, 0, 0), new Fixed(-0.6, 0, 0, 0, 0, 0.2, 0, 0, 0, 0.1));
        assertThat(judged.energy()).isCloseTo(2 * Math.sqrt((0.09 + 0.16) / 2), within(1e-12));
        assertThat(judged.force().orElseThrow()).isCloseTo(3 * Math.sqrt((0.01 + 0.04) / 2), within(1e-12));
        assertThat(judged.doubt()).isEmpty();
    }

    @Test
    void doubtsWhereTheCommitteeIsFarApart() {
        Uncertainty judged =
                judge(new Fixed(-1, 0, 0, 0, 0, 0, 0, 0.3, 0, 0), new Fixed(-1, 0, 0, 0, 0, 0, 0, -0.3, 0, 0));
        assertThat(judged.doubt().orElseThrow())
                .contains("'fixed' is unsure")
                .contains("atom 3 (H)")
                .contains("0.90 eV/Å")
                .contains("(0.75)");
    }
}
