package org.lowland.rl.strider.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

class EquivariantFunctionTest {
    private static final AtomicSystem LIQUID = Structures.kobAndersenBox(20, 3);

    /** As published, with all its copies: harmonics of degree 3 make no vector of a scalar, so none is ever there. */
    @Test
    void thePublishedFormHasNoVectorsWhateverItsParameters() {
        EquivariantForm form = EquivariantForm.published();
        EquivariantFunction function = new EquivariantFunction(form);
        assertThat(form.canMove()).isFalse();
        for (long seed = 0; seed < 3; seed++) {
            double[] parameters = function.initial(new Well19937c(seed));
            for (double[][] features : function.features(parameters, LIQUID)) {
                for (double[] atom : features) {
                    assertThat(largest(Arrays.copyOfRange(atom, 128, 128 + 3 * 64 + 5 * 4)))
                            .isEqualTo(0);
                }
            }
            assertThat(largest(function.value(parameters, LIQUID))).isEqualTo(0);
        }
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** Its scalars do learn of the neighbours: it is not that nothing is computed. */
    @Test
    void thePublishedFormHasScalarsThatDifferFromAtomToAtom() {
        EquivariantFunction function = new EquivariantFunction(EquivariantForm.published());
        double[][][] features = function.features(function.initial(new Well19937c(1)), LIQUID);
        assertThat(features[2][0][0]).isNotEqualTo(features[2][1][0]);
    }

    @Test
    void theCorrectedFormMovesAtomsAndTurnsWithTheStructure() {
        EquivariantForm form = EquivariantForm.corrected();
        EquivariantFunction function = new EquivariantFunction(form);
        assertThat(form.canMove()).isTrue();
        double[] parameters = function.initial(new Well19937c(1));
        double[] value = function.value(parameters, LIQUID);
        double largest = largest(value);
        assertThat(largest).isGreaterThan(0.01);
        for (long seed = 0; seed < 3; seed++) {
            double[] rotation = Transformations.randomRotation(new Random(seed));
            double[] turned = function.value(parameters, Transformations.rotated(LIQUID, rotation));
            assertThat(turned)
                    .containsExactly(Transformations.apply(rotation, value), within(1e-10 * Math.max(1, largest)));
        }
        int[] order = Transformations.randomOrder(LIQUID.size(), new Random(4));
        assertThat(function.value(parameters, Transformations.permuted(LIQUID, order)))
                .containsExactly(Transformations.permuted(order, value), within(1e-10 * Math.max(1, largest)));
    }

    /** A displacement is odd; the published labels make it even, and an even vector is zero in a mirror. */
    @Test
    void theCorrectedFormIsOddUnderInversion() {
        EquivariantFunction function = new EquivariantFunction(EquivariantForm.corrected());
        double[] parameters = function.initial(new Well19937c(2));
        AtomicSystem droplet = AtomicSystem.of(LIQUID.atomicNumbers(), LIQUID.positions());
        double[] value = function.value(parameters, droplet);
        double[] mirrored = function.value(
                parameters,
                droplet.withPositions(
                        Arrays.stream(droplet.positions()).map(x -> -x).toArray()));
        assertThat(mirrored).containsExactly(Arrays.stream(value).map(x -> -x).toArray(), within(1e-9));
    }

    /** What is missing are harmonics of degree 1, not only the labels. */
    @Test
    void harmonicsOfDegreeOneWouldDo() {
        EquivariantForm published = EquivariantForm.published();
        for (String harmonics : new String[] {"1x0e+1x1e", "1x0e+1x1e+1x2e"}) {
            EquivariantForm other = new EquivariantForm(
                    "other",
                    published.elements(),
                    published.hidden(),
                    Irreps.parse(harmonics),
                    published.output(),
                    1,
                    8,
                    8,
                    1.5);
            assertThat(other.canMove()).as(harmonics).isTrue();
        }
        assertThat(published.hidden().count(Irrep.parse("1e"))).isEqualTo(64);
    }

    @Test
    void formsHaveNamesAndRefuseOtherElements() {
        assertThat(EquivariantForm.named("published")).isEqualTo(EquivariantForm.published());
        assertThat(EquivariantForm.named("corrected").output()).hasToString("1x1o");
        assertThatThrownBy(() -> EquivariantForm.named("nequip"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("known: corrected, published");
        EquivariantFunction function = new EquivariantFunction(EquivariantForm.corrected());
        assertThatThrownBy(() -> function.value(new double[function.size()], Structures.water()))
                .isInstanceOf(UnsupportedException.class);
        assertThat(List.of(28, 15)).isEqualTo(EquivariantForm.published().elements());
    }
}
