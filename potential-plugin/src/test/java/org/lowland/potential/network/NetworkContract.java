package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.RotationConvention;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchGradients;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

/** What holds for every network, in double precision with random weights. The network is of H, C and O. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NetworkContract {
    private static final long SEED = 20;

    private final Random random = new Random(SEED);
    private Network network;
    private TorchModule module;

    /** The network under test, of three elements. */
    abstract Network network();

    @BeforeAll
    void load() {
        network = network();
        module = TorchModule.load(TorchScriptArchive.write(network.module(Type.FLOAT64, SEED)), Device.CPU);
    }

    @AfterAll
    void close() {
        if (module != null) {
            module.close();
        }
    }

    final AtomGraph cluster(int atoms) {
        int[] species = Clusters.species(atoms, 3, random);
        return AtomGraph.of(species, Clusters.positions(atoms, random), network.cutoff());
    }

    final TorchOutputs forward(AtomGraph... graphs) {
        return module.call(
                "forward",
                GraphBatch.of(List.of(graphs), network.cutoff(), Type.FLOAT64).inputs());
    }

    final double energy(int[] species, double[] positions) {
        return forward(AtomGraph.of(species, positions, network.cutoff()))
                .get(0)
                .item();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    @Test
    void forcesAreMinusTheGradientOfTheEnergyWhereTheyShouldBe() {
        AtomGraph graph = cluster(9);
        double[] forces = forward(graph).get(1).doubles();
        double[] expected = new double[forces.length];
        for (int c = 0; c < forces.length; c++) {
            expected[c] = -slope(graph, c, 1e-3);
        }
        double size = Math.max(1, largest(expected));
        if (network.conservative()) {
            assertThat(forces).containsExactly(expected, within(1e-7 * size));
        } else {
            double off = 0;
            for (int c = 0; c < forces.length; c++) {
                off = Math.max(off, Math.abs(forces[c] - expected[c]));
            }
            assertThat(off).as("direct forces are no gradient").isGreaterThan(1e-6);
        }
    }

    /** The derivative of the energy by a coordinate, exact to the fourth order. */
    private double slope(AtomGraph graph, int coordinate, double step) {
        double[] energies = new double[4];
        int[] places = {-2, -1, 1, 2};
        for (int k = 0; k < 4; k++) {
            double[] moved = graph.positions().clone();
            moved[coordinate] += places[k] * step;
            energies[k] = energy(graph.species(), moved);
        }
        return (energies[0] - 8 * energies[1] + 8 * energies[2] - energies[3]) / (12 * step);
    }

    @Test
    void lossGradientsEqualFiniteDifferences() {
        List<AtomGraph> graphs = List.of(cluster(6), cluster(4));
        double[] forces = random.doubles(30, -1, 1).toArray();
        TorchInputs inputs = GraphBatch.of(graphs, network.cutoff(), Type.FLOAT64)
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
                .isCloseTo(expected, within(1e-6 * Math.abs(expected) + 1e-9));
    }

    @Test
    void rotationReflectionTranslationAndPermutationCarryOver() {
        AtomGraph graph = cluster(12);
        TorchOutputs reference = forward(graph);
        double[] forces = reference.get(1).doubles();
        double size = Math.max(1, largest(forces));
        Rotation rotation = new Rotation(new Vector3D(1, 2, -0.5), 0.8, RotationConvention.VECTOR_OPERATOR);
        int atoms = graph.atoms();
        for (double sign : new double[] {1, -1}) {
            int[] species = new int[atoms];
            double[] positions = new double[3 * atoms];
            double[] expected = new double[3 * atoms];
            for (int i = 0; i < atoms; i++) {
                int to = (5 * i + 3) % atoms;
                species[to] = graph.species()[i];
                Vector3D moved = rotation.applyTo(vector(graph.positions(), i))
                        .scalarMultiply(sign)
                        .add(new Vector3D(3, -2, 7));
                System.arraycopy(moved.toArray(), 0, positions, 3 * to, 3);
                Vector3D turned = rotation.applyTo(vector(forces, i)).scalarMultiply(sign);
                System.arraycopy(turned.toArray(), 0, expected, 3 * to, 3);
            }
            TorchOutputs turned = forward(AtomGraph.of(species, positions, network.cutoff()));
            assertThat(turned.get(0).item()).isCloseTo(reference.get(0).item(), within(1e-8));
            assertThat(turned.get(1).doubles()).containsExactly(expected, within(1e-8 * size));
        }
        assertThat(largest(forces)).isGreaterThan(1e-6);
    }

    private static Vector3D vector(double[] values, int i) {
        return new Vector3D(values[3 * i], values[3 * i + 1], values[3 * i + 2]);
    }

    @Test
    void aGradientHasNoNetForceAndTorque() {
        AtomGraph graph = cluster(12);
        double[] forces = forward(graph).get(1).doubles();
        Vector3D force = Vector3D.ZERO;
        Vector3D torque = Vector3D.ZERO;
        for (int i = 0; i < graph.atoms(); i++) {
            force = force.add(vector(forces, i));
            torque = torque.add(vector(graph.positions(), i).crossProduct(vector(forces, i)));
        }
        double size = Math.max(1, largest(forces));
        if (network.conservative()) {
            assertThat(force.getNorm()).isLessThan(1e-9 * size);
            assertThat(torque.getNorm()).isLessThan(1e-8 * size);
        } else {
            System.out.printf(
                    "%s, random weights: net force %.2e, net torque %.2e Å, largest component %.2e (eV/Å)%n",
                    network.architecture(), force.getNorm(), torque.getNorm(), largest(forces));
            assertThat(force.getNorm()).isGreaterThan(1e-9 * largest(forces));
        }
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
            assertThat(energies[g]).isCloseTo(one.get(0).item(), within(1e-10));
            for (double force : one.get(1).doubles()) {
                alone.add(force);
            }
        }
        assertThat(batch.get(1).doubles())
                .containsExactly(alone.stream().mapToDouble(Double::doubleValue).toArray(), within(1e-10));
        assertThat(forward(single).get(1).doubles()).containsOnly(0.0);
    }

    /** An atom leaves another one's sphere beside a third that both see. */
    @Test
    void energyAndForcesAreSmoothAtTheCutoff() {
        double cutoff = network.cutoff();
        double[] jumps = new double[2];
        int[] places = {0, 1};
        double[] steps = {1e-2, 1e-3};
        for (int place : places) {
            TorchOutputs near = forward(leaving(cutoff - steps[place]));
            TorchOutputs far = forward(leaving(cutoff + steps[place]));
            double[] a = near.get(1).doubles();
            double[] b = far.get(1).doubles();
            for (int c = 0; c < a.length; c++) {
                jumps[place] = Math.max(jumps[place], Math.abs(a[c] - b[c]));
            }
        }
        double[] forces = forward(leaving(cutoff - 1e-9)).get(1).doubles();
        double[] beyond = forward(leaving(cutoff + 1e-9)).get(1).doubles();
        double jump = 0;
        for (int c = 0; c < forces.length; c++) {
            jump = Math.max(jump, Math.abs(forces[c] - beyond[c]));
        }
        if (network.smooth()) {
            assertThat(jumps[1]).as("over 2e-3 Å against over 2e-2 Å").isLessThan(0.3 * jumps[0]);
            assertThat(jump).isLessThan(1e-7 * Math.max(1, largest(forces)));
        } else {
            System.out.printf(
                    "%s, random weights: forces jump by %.2e at the cutoff, largest component %.2e (eV/Å)%n",
                    network.architecture(), jump, largest(forces));
            assertThat(jump).isGreaterThan(1e-4 * largest(forces));
        }
    }

    private AtomGraph leaving(double distance) {
        return AtomGraph.of(
                new int[] {0, 2, 1}, new double[] {0, 0, 0, distance, 0, 0, 1.7, 1.1, 0.3}, network.cutoff());
    }

    @Test
    void pairsBeyondTheCutoffCountNothing() {
        int[] species = {0, 2, 1};
        double[] positions = {0, 0, 0, network.cutoff() + 0.5, 0, 0, 1.7, 1.1, 0.3};
        TorchOutputs all = forward(AtomGraph.of(species, positions, 2 * network.cutoff()));
        TorchOutputs near = forward(AtomGraph.of(species, positions, network.cutoff()));
        assertThat(all.get(0).item()).isCloseTo(near.get(0).item(), within(1e-12));
        assertThat(all.get(1).doubles()).containsExactly(near.get(1).doubles(), within(1e-12));
    }

    @Test
    void periodicCellAndItsDoubleAgree() {
        double[] positions = {0, 0, 0, 1.3, 1.1, 0.2};
        double[] cell = {3.1, 2.9, 3.3};
        double[] doubled = {0, 0, 0, 1.3, 1.1, 0.2, 3.1, 0, 0, 4.4, 1.1, 0.2};
        TorchOutputs one = forward(periodic(new int[] {1, 2}, positions, cell));
        TorchOutputs two = forward(periodic(new int[] {1, 2, 1, 2}, doubled, new double[] {6.2, 2.9, 3.3}));
        assertThat(two.get(0).item()).isCloseTo(2 * one.get(0).item(), within(1e-9));
        double[] forces = one.get(1).doubles();
        double[] twice = new double[12];
        System.arraycopy(forces, 0, twice, 0, 6);
        System.arraycopy(forces, 0, twice, 6, 6);
        assertThat(two.get(1).doubles()).containsExactly(twice, within(1e-9));
        assertThat(largest(forces)).isGreaterThan(1e-6);
    }

    @Test
    void virialIsTheDerivativeByAStrain() {
        assumeTrue(network.conservative(), "forces that are no gradient have no virial");
        double[] positions = {0, 0, 0, 1.3, 1.1, 0.2};
        double[] cell = {3.1, 2.9, 3.3};
        GraphBatch batch =
                GraphBatch.of(List.of(periodic(new int[] {1, 2}, positions, cell)), network.cutoff(), Type.FLOAT64);
        TorchGradients answer = module.callWithGradients("energy", batch.inputs(), List.of(GraphBatch.SHIFTS));
        double[] virial = batch.virials(answer.gradients().get(0).orElseThrow().doubles());
        assertThat(largest(virial)).isGreaterThan(1e-6);
        double[] energies = new double[4];
        for (int axis = 0; axis < 3; axis++) {
            int[] steps = {-2, -1, 1, 2};
            for (int k = 0; k < 4; k++) {
                double[] moved = positions.clone();
                double[] strained = cell.clone();
                strained[axis] *= 1 + 1e-3 * steps[k];
                moved[3 + axis] *= 1 + 1e-3 * steps[k];
                energies[k] = forward(periodic(new int[] {1, 2}, moved, strained))
                        .get(0)
                        .item();
            }
            double slope = (energies[0] - 8 * energies[1] + 8 * energies[2] - energies[3]) / 12e-3;
            assertThat(virial[4 * axis]).isCloseTo(slope, within(1e-6 * Math.max(1, largest(virial))));
        }
    }

    private AtomGraph periodic(int[] species, double[] positions, double[] cell) {
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
                    if (distance > 0 && distance < network.cutoff()) {
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
                shifts.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    @Test
    void singlePrecisionFollowsDoublePrecision() {
        AtomGraph graph = cluster(14);
        TorchOutputs exact = forward(graph);
        try (TorchModule single =
                TorchModule.load(TorchScriptArchive.write(network.module(Type.FLOAT32, SEED)), Device.CPU)) {
            TorchOutputs rounded = single.call(
                    "forward",
                    GraphBatch.of(List.of(graph), network.cutoff(), Type.FLOAT32)
                            .inputs());
            double size = Math.max(1, largest(exact.get(1).doubles()));
            assertThat(rounded.get(0).item()).isCloseTo(exact.get(0).item(), within(2e-5 * size));
            assertThat(rounded.get(1).toDoubles()).containsExactly(exact.get(1).doubles(), within(2e-5 * size));
        }
    }

    @Test
    void sameSeedSameNetwork() {
        byte[] archive = TorchScriptArchive.write(network.module(Type.FLOAT32, 3));
        assertThat(TorchScriptArchive.write(network.module(Type.FLOAT32, 3))).isEqualTo(archive);
        assertThat(TorchScriptArchive.write(network.module(Type.FLOAT32, 4))).isNotEqualTo(archive);
    }
}
