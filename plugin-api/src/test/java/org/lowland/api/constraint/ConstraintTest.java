package org.lowland.api.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;

class ConstraintTest {

    @Test
    void readsWhatIsTyped() {
        assertThat(Constraint.parse("torsion 1 2 3 4 = 60"))
                .isEqualTo(Constraint.torsion(0, 1, 2, 3).to(60));
        assertThat(Constraint.parse("distance 1 2 = 1.5"))
                .isEqualTo(Constraint.distance(0, 1).to(1.5));
        assertThat(Constraint.parse("  Angle 1,2, 3=109.5 "))
                .isEqualTo(Constraint.angle(0, 1, 2).to(109.5));
        assertThat(Constraint.parse("torsion 4 3 2 1"))
                .isEqualTo(new Constraint(Constraint.Kind.TORSION, List.of(3, 2, 1, 0), OptionalDouble.empty()));
    }

    @ParameterizedTest
    @CsvSource({"-180,180", "180,180", "240,-120", "-300,60", "360,0", "59.5,59.5"})
    void bringsTorsionsIntoOneTurn(double given, double kept) {
        assertThat(Constraint.torsion(0, 1, 2, 3).to(given).target()).hasValue(kept);
    }

    @Test
    void isWrittenAsItIsTyped() {
        for (String text :
                List.of("torsion 1 2 3 4 = -60", "angle 3 1 2 = 109.5", "distance 1 10 = 100", "angle 1 2 3")) {
            assertThat(Constraint.parse(text)).hasToString(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | is no constraint",
                "dihedral 1 2 3 4          | is no constraint",
                "distance 1 x              | is no constraint",
                "distance 1 2 = far        | is no constraint",
                "distance 1 2 = 1 = 2      | is no constraint",
                "distance 1 99999999999    | is no constraint",
                "distance 1 2 =            | is no constraint",
                "distance 1 2 3            | takes 2 atoms, not 3",
                "torsion 1 2 3 = 60        | takes 4 atoms, not 3",
                "distance                  | takes 2 atoms, not 0",
                "distance 0 1              | atoms are counted from 1",
                "distance -1 1             | atoms are counted from 1",
                "angle 1 2 1               | has atom 1 twice",
                "distance 1 2 = 0          | give a value from 0.1 to 1000",
                "distance 1 2 = -1         | give a value from 0.1 to 1000",
                "distance 1 2 = NaN        | give a value from 0.1 to 1000",
                "distance 1 2 = Infinity   | give a value from 0.1 to 1000",
                "angle 1 2 3 = 180         | give a value from 1 to 179",
                "angle 1 2 3 = 0           | give a value from 1 to 179",
                "torsion 1 2 3 4 = 361     | give a value from -360 to 360"
            })
    void refusesWhatCannotBe(String text, String why) {
        assertThatThrownBy(() -> Constraint.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(text);
    }
}
