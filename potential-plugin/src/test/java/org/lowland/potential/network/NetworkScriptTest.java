package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.potential.equivariant.BesselBasis;
import org.lowland.potential.equivariant.GaussianBasis;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.equivariant.SphericalHarmonics;
import org.lowland.potential.equivariant.TensorProduct;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchScriptArchive;

/** What the parts of the scripts compute is what the library computes in Java. */
class NetworkScriptTest {
    private static final int ATOMS = 4;
    private static final int NEIGHBORS = 3;

    private final Random random = new Random(30);

    private double[] normal(int size) {
        return random.doubles(size).map(any -> random.nextGaussian()).toArray();
    }

    private static double[] forward(ScriptWriter script, HostTensor... inputs) {
        try (TorchModule module = TorchModule.load(TorchScriptArchive.write(script.module("Part")), Device.CPU)) {
            return module.call("forward", new TorchInputs(List.of(inputs)))
                    .get(0)
                    .doubles();
        }
    }

    @Test
    void harmonicsAreThoseOfTheLibrary() {
        ScriptWriter script = new ScriptWriter(HostTensor.Type.FLOAT64, 1);
        script.method("def forward(self, unit: Tensor) -> Tensor:");
        GeometryScript.harmonics(script, 4);
        script.line("return torch.cat([y0, y1, y2, y3, y4], 1)");
        double[] directions = directions(7);
        double[] values = forward(script, HostTensor.of(directions, 7, 3));
        for (int pair = 0; pair < 7; pair++) {
            assertThat(slice(values, 25 * pair, 25))
                    .containsExactly(harmonics(directions, pair, Irreps.harmonics(4)), within(1e-12));
        }
    }

    @Test
    void envelopeIsThatOfTheLibrary() {
        PolynomialEnvelope envelope = new PolynomialEnvelope(5);
        ScriptWriter script = new ScriptWriter(HostTensor.Type.FLOAT64, 1);
        script.method("def forward(self, d: Tensor) -> Tensor:");
        GeometryScript.envelope(script, envelope, 4.0);
        script.line("return w");
        double[] distances = {0.5, 1.7, 3.9, 4.0, 6.0};
        double[] values = forward(script, HostTensor.of(distances, 5));
        for (int k = 0; k < 5; k++) {
            assertThat(values[k]).isCloseTo(envelope.value(distances[k] / 4), within(1e-13));
        }
    }

    @Test
    void basesAreThoseOfTheLibrary() {
        double[] distances = {0.5, 1.7, 3.9};
        HostTensor positions = HostTensor.of(distances, 3, 1);
        ScriptWriter bessel = new ScriptWriter(HostTensor.Type.FLOAT64, 1);
        bessel.method("def forward(self, d: Tensor, positions: Tensor) -> Tensor:");
        GeometryScript.bessel(bessel, new BesselBasis(6, 4.0));
        bessel.line("return basis");
        ScriptWriter gaussian = new ScriptWriter(HostTensor.Type.FLOAT64, 1);
        gaussian.method("def forward(self, d: Tensor, positions: Tensor) -> Tensor:");
        GeometryScript.gaussian(gaussian, new GaussianBasis(6, 4.0));
        gaussian.line("return basis");
        double[] waves = forward(bessel, positions, positions);
        double[] bells = forward(gaussian, positions, positions);
        for (int k = 0; k < 3; k++) {
            assertThat(slice(waves, 6 * k, 6))
                    .containsExactly(new BesselBasis(6, 4.0).values(distances[k]), within(1e-13));
            assertThat(slice(bells, 6 * k, 6))
                    .containsExactly(new GaussianBasis(6, 4.0).values(distances[k]), within(1e-13));
        }
    }

    /** Both parities, one parity only, gaps, and harmonics that are not those of the sphere's own parity. */
    @ParameterizedTest
    @CsvSource({
        "3x0e+2x0o+2x1o+3x1e+2x2e+1x2o, 0e+1o+2e, 0e+0o+1o+1e+2e+2o",
        "4x0e+3x1o, 0e+1o, 0e+1o",
        "2x0e+3x1o+2x1e+1x2e, 0e+1o+2e+3o, 0e+1o+2e",
        "3x0e+2x1e+2x2e, 0e+3e, 0e+1e+2e",
        "3x0e, 0e+1o+2e+3o, 0e+1o+2e+3o",
        "2x0e+1x3o+1x4e, 0e+1o+4e, 0e+1o+3o+4e"
    })
    void convolutionIsTheSumOfTheLibrarysProducts(String features, String harmonics, String wanted) {
        Irreps first = Irreps.parse(features);
        Irreps second = Irreps.parse(harmonics);
        Set<Irrep> kept = Nequip.kinds(Irreps.parse(wanted));
        ConvolutionScript convolution = new ConvolutionScript(first, second, kept);
        TensorProduct product = TensorProduct.channelWise(first, second, kept);
        assertThat(convolution.weights()).isEqualTo(product.weights());

        DegreeBlocks blocks = new DegreeBlocks(first);
        double[][] atoms = new double[ATOMS][];
        for (int atom = 0; atom < ATOMS; atom++) {
            atoms[atom] = normal(first.dimension());
        }
        long[] table = random.longs((long) ATOMS * NEIGHBORS, 0, ATOMS).toArray();
        double[] directions = directions(ATOMS * NEIGHBORS);
        double[] radial = normal(ATOMS * NEIGHBORS * convolution.weights());

        ScriptWriter script = new ScriptWriter(HostTensor.Type.FLOAT64, 1);
        StringBuilder arguments = new StringBuilder();
        List<HostTensor> inputs = new ArrayList<>(List.of(
                HostTensor.of(directions, ATOMS * NEIGHBORS, 3),
                HostTensor.of(table, ATOMS * NEIGHBORS),
                HostTensor.of(radial, ATOMS * NEIGHBORS, convolution.weights())));
        for (int degree : blocks.degrees()) {
            arguments.append(", h").append(degree).append(": Tensor");
            inputs.add(byDegree(first, degree, atoms));
        }
        script.method("def forward(self, unit: Tensor, j: Tensor, radial: Tensor" + arguments + ") -> Tensor:");
        script.line("n = %d", ATOMS);
        script.line("k = %d", NEIGHBORS);
        GeometryScript.harmonics(script, second.largestDegree());
        convolution.write(script, "c_");
        List<String> flat = new ArrayList<>();
        for (Irrep irrep : kept) {
            convolution
                    .parts(irrep)
                    .forEach(part -> flat.add("torch.reshape(torch.transpose(" + part + ", 1, 2), [n, -1])"));
        }
        script.line("return torch.cat([%s], 1)", String.join(", ", flat));
        double[] values = forward(script, inputs.toArray(HostTensor[]::new));

        int row = product.output().dimension();
        assertThat(values).hasSize(ATOMS * row);
        for (int atom = 0; atom < ATOMS; atom++) {
            double[] sum = new double[row];
            for (int k = 0; k < NEIGHBORS; k++) {
                int pair = NEIGHBORS * atom + k;
                double[] weights = weights(convolution, product, radial, pair * convolution.weights());
                double[] message =
                        product.apply(atoms[(int) table[pair]], harmonics(directions, pair, second), weights);
                for (int c = 0; c < row; c++) {
                    sum[c] += message[c];
                }
            }
            assertThat(slice(values, atom * row, row))
                    .containsExactly(inOrderOf(convolution, product, kept, sum), within(1e-12));
        }
    }

    /** The library's weights, path by path from the script's. */
    private static double[] weights(ConvolutionScript script, TensorProduct product, double[] radial, int begin) {
        double[] weights = new double[product.weights()];
        for (ConvolutionScript.Path path : script.paths()) {
            TensorProduct.Path same = find(product, path);
            System.arraycopy(radial, begin + path.begin(), weights, same.begin(), path.count());
        }
        return weights;
    }

    /** A result of the library with its paths in the script's order. */
    private static double[] inOrderOf(
            ConvolutionScript script, TensorProduct product, Set<Irrep> kept, double[] values) {
        double[] ordered = new double[values.length];
        int place = 0;
        for (Irrep irrep : kept) {
            for (ConvolutionScript.Path path : script.paths()) {
                if (path.result().equals(irrep)) {
                    Irreps.Slice slice =
                            product.output().slices().get(find(product, path).output());
                    System.arraycopy(values, slice.begin(), ordered, place, slice.end() - slice.begin());
                    place += slice.end() - slice.begin();
                }
            }
        }
        return ordered;
    }

    private static TensorProduct.Path find(TensorProduct product, ConvolutionScript.Path path) {
        return product.paths().stream()
                .filter(same -> product.first()
                                .terms()
                                .get(same.first())
                                .irrep()
                                .equals(path.input())
                        && product.second().terms().get(same.second()).irrep().equals(path.harmonic())
                        && product.output().terms().get(same.output()).irrep().equals(path.result()))
                .findFirst()
                .orElseThrow();
    }

    /** The features of one degree as scripts keep them: (atoms, components, copies). */
    private static HostTensor byDegree(Irreps irreps, int degree, double[][] atoms) {
        int copies = irreps.only(irrep -> irrep.degree() == degree).count();
        int components = 2 * degree + 1;
        double[] values = new double[ATOMS * components * copies];
        for (int atom = 0; atom < ATOMS; atom++) {
            int copy = 0;
            for (int term = 0; term < irreps.terms().size(); term++) {
                Irreps.Term one = irreps.terms().get(term);
                for (int u = 0; one.irrep().degree() == degree && u < one.count(); u++, copy++) {
                    for (int m = 0; m < components; m++) {
                        values[(atom * components + m) * copies + copy] =
                                atoms[atom][irreps.slices().get(term).begin() + u * components + m];
                    }
                }
            }
        }
        return HostTensor.of(values, ATOMS, components, copies);
    }

    private double[] directions(int count) {
        double[] values = normal(3 * count);
        for (int k = 0; k < count; k++) {
            double length = Math.sqrt(values[3 * k] * values[3 * k]
                    + values[3 * k + 1] * values[3 * k + 1]
                    + values[3 * k + 2] * values[3 * k + 2]);
            for (int c = 0; c < 3; c++) {
                values[3 * k + c] /= length;
            }
        }
        return values;
    }

    private static double[] harmonics(double[] directions, int pair, Irreps wanted) {
        double[] values = new double[wanted.dimension()];
        int place = 0;
        for (Irreps.Term term : wanted.terms()) {
            double[] part = SphericalHarmonics.of(
                    term.irrep().degree(),
                    directions[3 * pair],
                    directions[3 * pair + 1],
                    directions[3 * pair + 2],
                    SphericalHarmonics.Normalization.COMPONENT);
            System.arraycopy(part, 0, values, place, part.length);
            place += part.length;
        }
        return values;
    }

    private static double[] slice(double[] values, int begin, int length) {
        double[] slice = new double[length];
        System.arraycopy(values, begin, slice, 0, length);
        return slice;
    }
}
