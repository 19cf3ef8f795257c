package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

class PainnTest {
    private static final long SEED = 20;
    private static final Painn SMALL = new Painn(List.of(1, 6, 8), 16, 3, 8, 4.0, 1e-8);
    private static TorchModule module;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void load() {
        module = TorchModule.load(TorchScriptArchive.write(SMALL.module(Type.FLOAT64, SEED)), Device.CPU);
    }

    @AfterAll
    static void close() {
        module.close();
    }

    private AtomGraph cluster(int atoms) {
        int[] species = Clusters.species(atoms, 3, random);
        return AtomGraph.of(species, Clusters.positions(atoms, random), SMALL.cutoff());
    }

    private static TorchOutputs forward(AtomGraph... graphs) {
        return module.call(
                "forward",
                GraphBatch.of(List.of(graphs), SMALL.cutoff(), Type.FLOAT64).inputs());
    }

    private static double energy(int[] species, double[] positions) {
        return forward(AtomGraph.of(species, positions, SMALL.cutoff())).get(0).item();
    }

    @Test
    void forcesAreMinusTheGradientOfTheEnergy() {
        AtomGraph graph = cluster(9);
        double[] forces = forward(graph).get(1).doubles();
        double step = 1e-4;
        for (int c = 0; c < forces.length; c++) {
            double[] moved = graph.positions().clone();
            moved[c] += step;
            double up = energy(graph.species(), moved);
            moved[c] -= 2 * step;
            double down = energy(graph.species(), moved);
            assertThat(forces[c])
                    .as("component %d, seed %d", c, SEED)
                    .isCloseTo((down - up) / (2 * step), within(1e-8));
        }
    }

    @Test
    void lossGradientsEqualFiniteDifferences() {
        List<AtomGraph> graphs = List.of(cluster(6), cluster(4));
        double[] forces = random.doubles(30, -1, 1).toArray();
        TorchInputs inputs = GraphBatch.of(graphs, SMALL.cutoff(), Type.FLOAT64)
                .lossInputs(new double[] {-0.5, 0.3}, forces, new LossWeights(0.7, 1.3, 0.5));
        for (String loss : List.of("loss", "loss_mse")) {
            module.zeroGradients();
            module.addGradients(loss, inputs);
            List<NamedTensor> gradients = module.gradients();
            module.zeroGradients();
            for (int p = 0; p < gradients.size(); p++) {
                checkGradient(loss, inputs, p, gradients.get(p));
            }
        }
    }

    private void checkGradient(String loss, TorchInputs inputs, int parameter, NamedTensor gradient) {
        double[] values = gradient.tensor().doubles();
        int largest = 0;
        for (int k = 1; k < values.length; k++) {
            largest = Math.abs(values[k]) > Math.abs(values[largest]) ? k : largest;
        }
        List<NamedTensor> parameters = module.parameters();
        double[] weights = parameters.get(parameter).tensor().doubles();
        double centre = weights[largest];
        double step = 1e-5;
        weights[largest] = centre + step;
        module.setParameters(parameters);
        double up = module.call(loss, inputs).get(0).item();
        weights[largest] = centre - step;
        module.setParameters(parameters);
        double down = module.call(loss, inputs).get(0).item();
        weights[largest] = centre;
        module.setParameters(parameters);
        double expected = (up - down) / (2 * step);
        assertThat(values[largest])
                .as("%s by %s[%d], seed %d", loss, gradient.name(), largest, SEED)
                .isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-10));
    }

    @Test
    void rotationTranslationAndPermutationCarryOver() {
        AtomGraph graph = cluster(12);
        TorchOutputs reference = forward(graph);
        double[] forces = reference.get(1).doubles();
        Rotation rotation = new Rotation(new Vector3D(1, 2, -0.5), 0.8, RotationConvention.VECTOR_OPERATOR);
        int atoms = graph.atoms();
        int[] species = new int[atoms];
        double[] positions = new double[3 * atoms];
        double[] expected = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            int to = (5 * i + 3) % atoms;
            species[to] = graph.species()[i];
            Vector3D moved = rotation.applyTo(vector(graph.positions(), i)).add(new Vector3D(3, -2, 7));
            System.arraycopy(moved.toArray(), 0, positions, 3 * to, 3);
            System.arraycopy(rotation.applyTo(vector(forces, i)).toArray(), 0, expected, 3 * to, 3);
        }
        TorchOutputs turned = forward(AtomGraph.of(species, positions, SMALL.cutoff()));
        assertThat(turned.get(0).item()).isCloseTo(reference.get(0).item(), within(1e-8));
        assertThat(turned.get(1).doubles()).containsExactly(expected, within(1e-8));
    }

    private static Vector3D vector(double[] values, int i) {
        return new Vector3D(values[3 * i], values[3 * i + 1], values[3 * i + 2]);
    }

    @Test
    void structuresInABatchEqualStructuresAlone() {
        AtomGraph single = new AtomGraph(new int[] {1}, new double[] {1, 2, 3}, new int[0], new int[0], new double[0]);
        List<AtomGraph> graphs = List.of(cluster(7), single, cluster(15), cluster(2));
        TorchOutputs batch = forward(graphs.toArray(AtomGraph[]::new));
        double[] energies = batch.get(0).doubles();
        List<Double> alone = new ArrayList<>();
        for (int g = 0; g < graphs.size(); g++) {
            TorchOutputs one = forward(graphs.get(g));
            assertThat(energies[g]).isCloseTo(one.get(0).item(), within(1e-11));
            for (double force : one.get(1).doubles()) {
                alone.add(force);
            }
        }
        assertThat(batch.get(1).doubles())
                .containsExactly(alone.stream().mapToDouble(Double::doubleValue).toArray(), within(1e-11));
        assertThat(forward(single).get(1).doubles()).containsOnly(0.0);
    }

    @Test
    void energyAndForceGoSmoothlyToNothingAtTheCutoff() {
        int[] species = {0, 2};
        double apart = energy(species, new double[] {0, 0, 0, 9, 0, 0});
        double previous = Double.NaN;
        for (double inside : new double[] {1e-2, 1e-3, 1e-4}) {
            TorchOutputs near = forward(AtomGraph.of(species, new double[] {0, 0, 0, 4.0 - inside, 0, 0}, 4.0));
            double force = Math.abs(near.get(1).doubles()[0]);
            assertThat(Math.abs(near.get(0).item() - apart)).isLessThan(10 * Math.pow(inside, 3));
            assertThat(force).isPositive().isLessThan(30 * Math.pow(inside, 2));
            assertThat(force).isNotEqualTo(previous);
            previous = force;
        }
        // a list with a skin: the pair is listed beyond the cutoff and counts nothing
        TorchOutputs skin = forward(AtomGraph.of(species, new double[] {0, 0, 0, 4.5, 0, 0}, 6.0));
        assertThat(skin.get(0).item()).isEqualTo(apart);
        assertThat(skin.get(1).doubles()).containsOnly(0.0);
    }

    @Test
    void periodicCellAndItsDoubleAgree() {
        double[] positions = {0, 0, 0, 1.3, 1.1, 0.2};
        double[] cell = {3.1, 2.9, 3.3};
        double[] doubled = {0, 0, 0, 1.3, 1.1, 0.2, 3.1, 0, 0, 4.4, 1.1, 0.2};
        TorchOutputs one = forward(periodic(new int[] {1, 2}, positions, cell));
        TorchOutputs two = forward(periodic(new int[] {1, 2, 1, 2}, doubled, new double[] {6.2, 2.9, 3.3}));
        assertThat(two.get(0).item()).isCloseTo(2 * one.get(0).item(), within(1e-10));
        double[] forces = one.get(1).doubles();
        assertThat(two.get(1).doubles())
                .containsExactly(
                        new double[] {
                            forces[0], forces[1], forces[2], forces[3], forces[4], forces[5],
                            forces[0], forces[1], forces[2], forces[3], forces[4], forces[5]
                        },
                        within(1e-10));
        assertThat(forces[0]).isNotCloseTo(0, within(1e-6));
    }

    private static AtomGraph periodic(int[] species, double[] positions, double[] cell) {
        List<int[]> pairs = new ArrayList<>();
        List<double[]> shifts = new ArrayList<>();
        for (int image = 0; image < 125; image++) {
            double[] shift = {(image % 5 - 2) * cell[0], (image / 5 % 5 - 2) * cell[1], (image / 25 - 2) * cell[2]};
            for (int i = 0; i < species.length; i++) {
                for (int j = 0; j < species.length; j++) {
                    double x = positions[3 * j] + shift[0] - positions[3 * i];
                    double y = positions[3 * j + 1] + shift[1] - positions[3 * i + 1];
                    double z = positions[3 * j + 2] + shift[2] - positions[3 * i + 2];
                    double distance = Math.sqrt(x * x + y * y + z * z);
                    if (distance > 0 && distance < SMALL.cutoff()) {
                        pairs.add(new int[] {i, j});
                        shifts.add(shift);
                    }
                }
            }
        }
        return new AtomGraph(
                species,
                positions,
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                shifts.stream().flatMapToDouble(java.util.Arrays::stream).toArray());
    }

    @Test
    void singlePrecisionFollowsDoublePrecision() {
        AtomGraph graph = cluster(14);
        TorchOutputs exact = forward(graph);
        try (TorchModule single =
                TorchModule.load(TorchScriptArchive.write(SMALL.module(Type.FLOAT32, SEED)), Device.CPU)) {
            TorchOutputs rounded = single.call(
                    "forward",
                    GraphBatch.of(List.of(graph), SMALL.cutoff(), Type.FLOAT32).inputs());
            assertThat(rounded.get(0).item()).isCloseTo(exact.get(0).item(), within(1e-5));
            assertThat(rounded.get(1).toDoubles()).containsExactly(exact.get(1).doubles(), within(1e-5));
        }
    }

    @Test
    void sameSeedSameNetwork() {
        byte[] archive = TorchScriptArchive.write(SMALL.module(Type.FLOAT32, 3));
        assertThat(TorchScriptArchive.write(SMALL.module(Type.FLOAT32, 3))).isEqualTo(archive);
        assertThat(TorchScriptArchive.write(SMALL.module(Type.FLOAT32, 4))).isNotEqualTo(archive);
        assertThat(SMALL.speciesOf(8)).isEqualTo(2);
        assertThat(SMALL.speciesOf(11)).isEqualTo(-1);
        assertThatThrownBy(() -> new Painn(List.of(1, 1), 64, 3, 20, 5, 1e-8)).hasMessageContaining("each once");
        assertThatThrownBy(() -> new Painn(List.of(1), 63, 3, 20, 5, 1e-8)).hasMessageContaining("even");
        assertThatThrownBy(() -> new Painn(List.of(1), 64, 3, 20, Double.NaN, 1e-8))
                .hasMessageContaining("cutoff");
        assertThatThrownBy(() -> GraphBatch.of(List.of(), 5, Type.FLOAT32)).hasMessageContaining("at least one");
    }
}
