package org.lowland.api.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;

class ConstraintCheckTest {
    /** Hydrogen peroxide, then three atoms on a line, of which the last two are at the same place. */
    private static final double[] POSITIONS = {
        0.9, 0.3, 0.5, 0, 0, 0, 0, 1.45, 0, 0.9, 1.7, -0.4, 9, 0, 0, 10, 0, 0, 11, 0, 0, 11, 0, 0
    };

    private static List<Constraint> resolve(String typed, int... fixed) {
        boolean[] mask = new boolean[POSITIONS.length / 3];
        for (int atom : fixed) {
            mask[atom - 1] = true;
        }
        return ConstraintCheck.resolve(
                Arrays.stream(typed.split(";")).map(Constraint::parse).toList(), POSITIONS, mask);
    }

    @Test
    void givesWhatIsHeldItsPresentValue() {
        List<Constraint> resolved = resolve("distance 2 3; angle 1 2 3 = 100; torsion 1 2 3 4");
        assertThat(resolved.get(0).target().orElseThrow()).isCloseTo(1.45, within(1e-12));
        assertThat(resolved.get(1).target()).hasValue(100);
        assertThat(resolved.get(2).target().orElseThrow()).isBetween(50.0, 60.0);
    }

    @Test
    void takesAllCoordinatesOfAMolecule() {
        assertThat(resolve("distance 1 2; distance 2 3; distance 3 4; angle 1 2 3; angle 2 3 4; torsion 1 2 3 4"))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distance 1 9                                | ''      | there is no atom 9; the structure has 8",
                "distance 1 2 = 1; distance 2 1 = 1          | ''      | it is given twice",
                "torsion 1 2 3 4 = 60; torsion 4 3 2 1 = 90  | ''      | contradicts 'torsion 1 2 3 4 = 60'",
                "torsion 1 2 3 4 = -180; torsion 4 3 2 1 = 180 | ''    | it is given twice",
                "distance 1 2                                | 1,2     | all its atoms are fixed, so that it holds anyway",
                "distance 2 3 = 2                            | 2,3     | all its atoms are fixed, and it is 1.4500 there",
                "torsion 1 5 6 7 = 60                        | ''      | atoms 5, 6 and 7 lie on a line",
                "angle 5 6 7 = 120                           | ''      | atoms 5, 6 and 7 lie on a line",
                "distance 7 8 = 1                            | ''      | atoms 7 and 8 are at the same place",
                "distance 1 2 = 1;distance 2 3 = 1;distance 1 3 = 2.5 | '' | no side of a triangle",
                "distance 1 2;distance 2 3;distance 1 3;angle 1 2 3   | '' | it depends on 'distance 1 2",
                "distance 5 6;distance 6 7;distance 5 7      | ''      | it depends on",
                "distance 1 2;distance 3 2;distance 4 2;distance 5 2 | 1,3,4,5 | it depends on"
            })
    void refusesWhatCannotBeHeld(String typed, String fixed, String why) {
        int[] atoms = fixed.isEmpty()
                ? new int[0]
                : Arrays.stream(fixed.split(",")).mapToInt(Integer::parseInt).toArray();
        assertThatThrownBy(() -> resolve(typed, atoms))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(
                        Constraint.parse(typed.split(";")[0]).name().substring(0, 5));
    }
}
