package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.model.Graphs;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.HostTensor.Type;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchScriptArchive;

/** The kernel's loss and gradient are those that libtorch takes by a double backward pass, in double precision. */
class PainnLossTest {
    private static final long SEED = 11;
    private static final int[] ELEMENTS = {1, 6, 8};
    private static final LossWeights WEIGHTS = new LossWeights(0.6, 1.4, 0.5);

    private final Random random = new Random(SEED);

    private List<LabelledStructure> structures(int... sizes) {
        List<LabelledStructure> structures = new ArrayList<>();
        for (int atoms : sizes) {
            int[] numbers = random.ints(atoms, 0, 3).map(k -> ELEMENTS[k]).toArray();
            float[] forces = new float[3 * atoms];
            for (int k = 0; k < forces.length; k++) {
                forces[k] = (float) random.nextGaussian();
            }
            structures.add(new LabelledStructure(
                    AtomicSystem.of(numbers, Clusters.positions(atoms, random)), random.nextGaussian(), forces));
        }
        return structures;
    }

    private static int atoms(List<LabelledStructure> structures) {
        return structures.stream().mapToInt(s -> s.system().size()).sum();
    }

    /** The loss; its gradient goes into an array. */
    private static double exact(
            Painn painn, List<NamedTensor> parameters, List<LabelledStructure> structures, double[] gradient) {
        List<AtomGraph> graphs = structures.stream()
                .map(s -> Graphs.of(s.system(), painn.elements(), painn.cutoff()))
                .toList();
        double[] energies =
                structures.stream().mapToDouble(LabelledStructure::energy).toArray();
        double[] forces = new double[3 * atoms(structures)];
        int at = 0;
        for (LabelledStructure structure : structures) {
            for (float force : structure.forces()) {
                forces[at++] = force;
            }
        }
        List<NamedTensor> doubles = parameters.stream()
                .map(p -> NamedTensor.parameter(
                        p.name(),
                        HostTensor.of(p.tensor().toDoubles(), p.tensor().shape())))
                .toList();
        byte[] archive =
                TorchScriptArchive.write(painn.module(Type.FLOAT64, SEED).withValues(doubles));
        try (TorchModule module = TorchModule.load(archive, Device.CPU)) {
            double loss = module.addGradients(
                            "loss",
                            GraphBatch.of(graphs, painn.cutoff(), Type.FLOAT64).lossInputs(energies, forces, WEIGHTS))
                    .get(0)
                    .item();
            at = 0;
            for (NamedTensor part : module.gradients()) {
                double[] values = part.tensor().doubles();
                System.arraycopy(values, 0, gradient, at, values.length);
                at += values.length;
            }
            return loss;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "64, 3, 1, 20, 30, false",
        "10, 2, 1, 7, 12, false",
        "16, 1, 1, 5, 8, false",
        "32, 3, 2, 20, 30, false",
        "10, 2, 2, 7, 12, false",
        "16, 1, 2, 5, 8, false",
        "16, 2, 1, 7, 12, true",
        "32, 3, 2, 20, 30, true",
        "10, 2, 2, 7, 12, true",
        "16, 1, 2, 5, 8, true"
    })
    void equalsTheDoubleBackwardPass(
            int features, int interactions, int degree, int radial, int atoms, boolean bounded) {
        Painn painn = new Painn(
                List.of(1, 6, 8), features, interactions, degree, radial, 5.0, 1e-2, bounded, Optional.empty());
        List<LabelledStructure> structures = structures(1, 9, atoms);
        List<NamedTensor> parameters = painn.module(Type.FLOAT32, SEED).tensors();
        int count = parameters.stream().mapToInt(p -> p.tensor().size()).sum();
        double[] exact = new double[count];
        double loss = exact(painn, parameters, structures, exact);
        float[] gradient = new float[count];
        PainnLoss kernel = PainnKernels.find().orElseThrow().loss(painn, parameters);
        double ours = kernel.add(structures, WEIGHTS, structures.size(), atoms(structures), gradient);
        assertThat(ours).isCloseTo(loss, within(1e-5 * loss));
        double difference = 0;
        double norm = 0;
        for (int k = 0; k < count; k++) {
            difference += Math.pow(gradient[k] - exact[k], 2);
            norm += exact[k] * exact[k];
        }
        assertThat(Math.sqrt(difference / norm)).as("%s, seed %d", painn, SEED).isLessThan(1e-3);
        float[] again = new float[count];
        assertThat(kernel.add(structures, WEIGHTS, structures.size(), atoms(structures), again))
                .isEqualTo(ours);
        assertThat(again).containsExactly(gradient);
    }
}
