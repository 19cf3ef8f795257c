package org.lowland.potential.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final int[] ATOM = {1};
    private static final float[] NOWHERE = new float[3];

    @Test
    void keepsTheFramesOfASpeciesOnOneSide() {
        Split split = Split.of(frames(500, 3), 0.2, 7);
        Set<String> training = split.training().stream().map(Frame::group).collect(Collectors.toSet());
        Set<String> heldOut = split.heldOut().stream().map(Frame::group).collect(Collectors.toSet());
        assertThat(training).doesNotContainAnyElementsOf(heldOut);
        assertThat(heldOut.size()).isBetween(70, 130);
    }

    @Test
    void moreSpeciesMoveNoneOfThoseThatWereThere() {
        Split few = Split.of(frames(100, 1), 0.3, 7);
        Split many = Split.of(frames(200, 1), 0.3, 7);
        assertThat(many.heldOut()).containsAll(few.heldOut());
        assertThat(many.training()).containsAll(few.training());
    }

    @Test
    void anotherSeedHoldsOutOthers() {
        assertThat(Split.of(frames(200, 1), 0.3, 8).heldOut())
                .isNotEqualTo(Split.of(frames(200, 1), 0.3, 7).heldOut());
    }

    @Test
    void framesOfSeveralMoleculesAreHeldOutWithAnyOfThem() {
        for (int s = 0; s < 200; s++) {
            String one = "S" + s;
            String other = "T" + s;
            boolean either = Split.isHeldOut(one, 0.3, 7) || Split.isHeldOut(other, 0.3, 7);
            assertThat(Split.isHeldOut(one + "+" + other, 0.3, 7)).isEqualTo(either);
        }
    }

    private static List<Frame> frames(int species, int each) {
        List<Frame> frames = new ArrayList<>();
        for (int s = 0; s < species; s++) {
            for (int k = 0; k < each; k++) {
                frames.add(new Frame("S" + s, ATOM, NOWHERE, k, NOWHERE));
            }
        }
        return frames;
    }
}
