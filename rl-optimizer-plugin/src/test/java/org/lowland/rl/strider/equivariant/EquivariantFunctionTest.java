package org.lowland.rl.strider.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.TensorProduct;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

class EquivariantFunctionTest {
    private static final AtomicSystem LIQUID = Structures.kobAndersenBox(20, 3);

    private static final EquivariantForm SMALL =
            EquivariantForm.corrected().with(Irreps.parse("3x0e+2x1o+1x2e"), Irreps.harmonics(2));

    /** As published, with all its copies: harmonics of degree 3 make no vector of a scalar, so none is ever there. */
    @Test
    void thePublishedFormHasNoVectorsWhateverItsParameters() {
        EquivariantForm form = EquivariantForm.published();
        EquivariantFunction function = new EquivariantFunction(form);
        assertThat(form.canMove()).isFalse();
        for (long seed = 0; seed < 3; seed++) {
            double[] parameters = function.initial(new Well19937c(seed));
            int dimension = form.hidden().dimension();
            for (double[] features : function.features(parameters, LIQUID)) {
                for (int atom = 0; atom < LIQUID.size(); atom++) {
                    assertThat(largest(Arrays.copyOfRange(features, atom * dimension + 128, (atom + 1) * dimension)))
                            .isEqualTo(0);
                }
            }
            assertThat(largest(function.value(parameters, LIQUID))).isEqualTo(0);
            double[] gradient = new double[function.size()];
            function.addGradient(parameters, situation(LIQUID), cotangent(seed), gradient);
            assertThat(largest(gradient)).isEqualTo(0);
        }
    }

    private static Situation situation(AtomicSystem system) {
        double[] nothing = new double[3 * system.size()];
        return new Situation(system, 0, nothing, nothing, nothing, 1, 1, 0, new double[0]);
    }

    private static double[] cotangent(long seed) {
        return new Random(seed).doubles(3 * LIQUID.size(), -1, 1).toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** Its scalars do learn of the neighbours: it is not that nothing is computed. */
    @Test
    void thePublishedFormHasScalarsThatDifferFromAtomToAtom() {
        EquivariantFunction function = new EquivariantFunction(EquivariantForm.published());
        EquivariantForm form = function.form();
        double[] features =
                function.features(function.initial(new Well19937c(1)), LIQUID).get(2);
        assertThat(features[0]).isNotEqualTo(features[form.hidden().dimension()]);
    }

    @Test
    void theCorrectedFormMovesAtomsAndTurnsWithTheStructure() {
        EquivariantForm form = EquivariantForm.corrected();
        EquivariantFunction function = new EquivariantFunction(form);
        assertThat(form.canMove()).isTrue();
        double[] parameters = function.initial(new Well19937c(1));
        double[] value = function.value(parameters, LIQUID);
        double largest = largest(value);
        assertThat(largest).isGreaterThan(0.001);
        for (long seed = 0; seed < 3; seed++) {
            double[] rotation = Transformations.randomRotation(new Random(seed));
            double[] turned = function.value(parameters, Transformations.rotated(LIQUID, rotation));
            assertThat(turned).containsExactly(Transformations.apply(rotation, value), within(1e-12));
        }
        int[] order = Transformations.randomOrder(LIQUID.size(), new Random(4));
        assertThat(function.value(parameters, Transformations.permuted(LIQUID, order)))
                .containsExactly(Transformations.permuted(order, value), within(1e-12));
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
        assertThat(mirrored).containsExactly(Arrays.stream(value).map(x -> -x).toArray(), within(1e-12));
    }

    /** Of all parameters, through both convolutions. */
    @Test
    void theGradientIsThatOfDifferences() {
        EquivariantForm form = SMALL;
        EquivariantFunction function = new EquivariantFunction(form);
        double[] parameters = function.initial(new Well19937c(5));
        double[] cotangent = cotangent(6);
        double[] gradient = new double[function.size()];
        function.addGradient(parameters, situation(LIQUID), cotangent, gradient);
        double largest = largest(gradient);
        double step = 1e-5;
        for (int k = 0; k < parameters.length; k += 7) {
            double[] ahead = parameters.clone();
            double[] behind = parameters.clone();
            ahead[k] += step;
            behind[k] -= step;
            double difference =
                    dot(cotangent, function.value(ahead, LIQUID)) - dot(cotangent, function.value(behind, LIQUID));
            assertThat(gradient[k]).as("parameter %d", k).isCloseTo(difference / (2 * step), within(1e-7 * largest));
        }
        assertThat(largest).isGreaterThan(1e-4);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** The flattened products are those of the library of representations. */
    @Test
    void messagesAreTensorProducts() {
        Irreps hidden = SMALL.hidden();
        Irreps harmonics = SMALL.harmonics();
        TensorProduct product = TensorProduct.channelWise(
                hidden,
                harmonics,
                hidden.terms().stream().map(Irreps.Term::irrep).collect(Collectors.toSet()));
        Messages messages = new Messages(hidden, harmonics);
        Neighbourhood near = new Neighbourhood(SMALL, LIQUID);
        Random random = new Random(8);
        double[] features =
                random.doubles(LIQUID.size() * hidden.dimension(), -1, 1).toArray();
        double[] weights =
                random.doubles(near.pairs * messages.weights(), -1, 1).toArray();
        double[] expected = new double[LIQUID.size() * product.output().dimension()];
        for (int pair = 0; pair < near.pairs; pair++) {
            double[] weight = Arrays.copyOfRange(weights, pair * messages.weights(), (pair + 1) * messages.weights());
            double[] there = near.harmonics.get(pair);
            double[] back = there.clone();
            for (int k = 1; k < 4; k++) {
                back[k] = -back[k];
            }
            add(product, features, near.second[pair], there, weight, near.perNeighbour, expected, near.first[pair]);
            add(product, features, near.first[pair], back, weight, near.perNeighbour, expected, near.second[pair]);
        }
        assertThat(messages.sums(near, messages.matrices(near), weights, features))
                .containsExactly(expected, within(1e-12));
    }

    private static void add(
            TensorProduct product,
            double[] features,
            int sender,
            double[] direction,
            double[] weight,
            double factor,
            double[] sums,
            int receiver) {
        int width = product.first().dimension();
        double[] message =
                product.apply(Arrays.copyOfRange(features, sender * width, (sender + 1) * width), direction, weight);
        for (int k = 0; k < message.length; k++) {
            sums[receiver * message.length + k] += factor * message[k];
        }
    }

    /** What is missing are harmonics of degree 1, not only the labels. */
    @Test
    void harmonicsOfDegreeOneWouldDo() {
        EquivariantForm published = EquivariantForm.published();
        for (String harmonics : new String[] {"1x0e+1x1e", "1x0e+1x1e+1x2e"}) {
            EquivariantForm other = published.with(published.hidden(), Irreps.parse(harmonics));
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
