package org.lowland.potential.distill;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.lowland.potential.distill.frames.Candidate;
import org.lowland.test.ToyPotential;

class PickerTest {

    /** Disagrees by as many eV/Å as the second atom is Å away. */
    private static final Potential COMMITTEE = new Potential() {
        @Override
        public String id() {
            return "made up";
        }

        @Override
        public Domain domain() {
            return ToyPotential.molecular().domain();
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            return systems.stream()
                    .map(system -> Evaluation.of(0, new double[6])
                            .withUncertainty(
                                    new Uncertainty(0, OptionalDouble.of(system.position(1, 0)), Optional.empty())))
                    .toList();
        }
    };

    private final List<Dropped> dropped = new ArrayList<>();

    @Test
    void takesTheMostDisputedOfEachMolecule() {
        List<Candidate> candidates = List.of(
                candidate("A", 1.0),
                candidate("A", 3.0),
                candidate("B", 1.5),
                candidate("A", 2.0),
                candidate("B", 1.2));
        List<Candidate> picked = new Picker(new PickedSettings(List.of("a.pt", "b.pt"), 2, 0, 10), COMMITTEE)
                .pick(candidates, dropped::add);
        assertThat(picked).containsExactly(candidates.get(1), candidates.get(2), candidates.get(3), candidates.get(4));
        assertThat(dropped).containsExactly(Dropped.AGREED);
    }

    @Test
    void leavesOutWhatIsAgreedAbsurdOrFused() {
        List<Candidate> candidates =
                List.of(candidate("A", 0.1), candidate("A", 1.4), candidate("A", 2.0), candidate("A", 9.0));
        List<Candidate> picked = new Picker(new PickedSettings(List.of("a.pt", "b.pt"), 4, 1.5, 5), COMMITTEE)
                .pick(candidates, dropped::add);
        assertThat(picked).containsExactly(candidates.get(2));
        assertThat(dropped).containsExactlyInAnyOrder(Dropped.FUSED, Dropped.AGREED, Dropped.ABSURD);
    }

    private static Candidate candidate(String molecule, double distance) {
        return new Candidate(
                molecule, molecule, "stretch", AtomicSystem.of(new int[] {6, 8}, new double[] {0, 0, 0, distance, 0, 0
                }));
    }
}
