package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.Wigner3j;

/**
 * The TorchScript text of messages summed over neighbours: the channel-wise product of the neighbours' features and the
 * spherical harmonics of the directions to them, weighted pair by pair.
 *
 * <p>The sum is taken before the coupling, which is the same for all pairs: for each degree of features and harmonics the
 * weighted features of the K neighbours times their harmonics are one batched matrix product over atoms, (2l₂ + 1, K) by (K,
 * everything else), and the 3j symbols then act on atoms, K times fewer than pairs. Paths that differ only in their result,
 * and representations that differ only in parity, share these products.
 */
final class ConvolutionScript {
    private final DegreeBlocks input;
    private final List<Run> runs = new ArrayList<>();
    private final Map<Irrep, List<String>> results = new TreeMap<>();
    private final List<Path> paths = new ArrayList<>();

    /**
     * A way of coupling, and where its weights are; the copies of each result come in the order of the paths.
     *
     * @param input representation of the features
     * @param harmonic that they are multiplied with
     * @param result of the product
     * @param begin of its weights in {@code radial}
     * @param count of its weights, one for each copy of the input
     */
    record Path(Irrep input, Irrep harmonic, Irrep result, int begin, int count) {}

    /** Neighbouring channels of one degree that have the same paths with a harmonic. */
    private record Run(int degree, Irrep harmonic, List<DegreeBlocks.Channels> channels, List<Integer> products) {
        int begin() {
            return channels.get(0).begin();
        }

        int width() {
            return channels.stream().mapToInt(DegreeBlocks.Channels::count).sum();
        }
    }

    /**
     * A convolution.
     *
     * @param input features of the atoms
     * @param harmonics each once
     * @param wanted the representations of the result
     */
    ConvolutionScript(Irreps input, Irreps harmonics, Set<Irrep> wanted) {
        this.input = new DegreeBlocks(input);
        for (int degree : this.input.degrees()) {
            for (Irreps.Term harmonic : harmonics.terms()) {
                split(degree, harmonic.irrep(), wanted);
            }
        }
        int begin = 0;
        for (Run run : runs) {
            for (int product : run.products()) {
                for (DegreeBlocks.Channels channels : run.channels()) {
                    Irrep result = result(channels, run, product);
                    paths.add(new Path(channels.irrep(), run.harmonic(), result, begin, channels.count()));
                    begin += channels.count();
                }
            }
        }
    }

    private void split(int degree, Irrep harmonic, Set<Irrep> wanted) {
        Map<List<Integer>, List<DegreeBlocks.Channels>> byProducts = new LinkedHashMap<>();
        for (DegreeBlocks.Channels channels : input.channels(degree)) {
            List<Integer> products = channels.irrep().times(harmonic).stream()
                    .filter(wanted::contains)
                    .map(Irrep::degree)
                    .toList();
            byProducts.computeIfAbsent(products, any -> new ArrayList<>()).add(channels);
        }
        // A degree has at most two representations, so channels with the same products are always neighbours.
        byProducts.forEach((products, channels) -> {
            if (!products.isEmpty()) {
                runs.add(new Run(degree, harmonic, channels, products));
            }
        });
    }

    private static Irrep result(DegreeBlocks.Channels channels, Run run, int product) {
        return new Irrep(product, channels.irrep().parity() * run.harmonic().parity());
    }

    /** The ways of coupling, in the order of their weights. */
    List<Path> paths() {
        return List.copyOf(paths);
    }

    /** How many weights each pair needs. */
    int weights() {
        return paths.stream().mapToInt(Path::count).sum();
    }

    /** How many copies of a representation come out. */
    int copies(Irrep irrep) {
        return paths.stream()
                .filter(path -> path.result().equals(irrep))
                .mapToInt(Path::count)
                .sum();
    }

    /** After {@link #write}: the parts of a representation, tensors (atoms, 2l + 1, some copies). */
    List<String> parts(Irrep irrep) {
        return results.getOrDefault(irrep, List.of());
    }

    /**
     * Writes the text. It reads {@code radial} (pairs, weights), {@code hL} (atoms, 2L + 1, copies) for the degrees L of
     * the features and {@code yL} (pairs, 2L + 1) for those of the harmonics.
     *
     * @param prefix of variables and constants
     */
    void write(ScriptWriter script, String prefix) {
        for (int degree : input.degrees()) {
            script.line("g%d = torch.unsqueeze(torch.index_select(h%d, 0, j), 1)", degree, degree);
        }
        List<String> weightsOfRuns = IntStream.range(0, runs.size())
                .mapToObj(k -> prefix + "radial" + k)
                .toList();
        script.split(
                "radial",
                runs.stream().map(run -> run.width() * run.products().size()).toList(),
                1,
                weightsOfRuns);
        for (int k = 0; k < runs.size(); k++) {
            Run run = runs.get(k);
            String sum = prefix + "sum" + k;
            String read = "g" + run.degree();
            if (run.width() < copiesOfDegree(run.degree())) {
                read = String.format("torch.slice(%s, 3, %d, %d)", read, run.begin(), run.begin() + run.width());
            }
            script.line(
                    "z = torch.reshape(%s, [-1, %d, 1, %d]) * %s",
                    weightsOfRuns.get(k), run.products().size(), run.width(), read);
            sumOverNeighbours(script, run, sum);
            couple(script, run, sum, prefix + "coupling" + k);
            collect(script, run, sum);
        }
    }

    private int copiesOfDegree(int degree) {
        return input.channels(degree).stream()
                .mapToInt(DegreeBlocks.Channels::count)
                .sum();
    }

    private static void sumOverNeighbours(ScriptWriter script, Run run, String sum) {
        int l2 = run.harmonic().degree();
        if (l2 == 0) {
            script.line("%s = torch.sum(torch.reshape(z, [n, k, -1]), [1])", sum);
        } else {
            script.line("y = torch.transpose(torch.reshape(y%d, [n, k, %d]), 1, 2)", l2, 2 * l2 + 1);
            script.line("%s = torch.bmm(y, torch.reshape(z, [n, k, -1]))", sum);
        }
        int rows = (2 * l2 + 1) * run.products().size() * (2 * run.degree() + 1);
        script.line("%s = torch.reshape(%s, [n, %d, %d])", sum, sum, rows, run.width());
    }

    /** Where one of the factors is a scalar the coupling is the identity, and nothing is left to do. */
    private static void couple(ScriptWriter script, Run run, String sum, String name) {
        if (run.degree() > 0 && run.harmonic().degree() > 0) {
            double[][] matrix = coupling(run);
            double[] flat = new double[matrix.length * matrix[0].length];
            for (int row = 0; row < matrix.length; row++) {
                System.arraycopy(matrix[row], 0, flat, row * matrix[0].length, matrix[0].length);
            }
            String constant = script.constant(name, flat, matrix.length, matrix[0].length);
            script.line("%s = torch.matmul(%s, %s)", sum, constant, sum);
        }
    }

    /**
     * From the components (m₂, path, m₁) to (path, m₃), each path by √(2l₃ + 1) times its 3j, so that components of
     * variance 1 give components of variance 1.
     */
    private static double[][] coupling(Run run) {
        int l1 = run.degree();
        int l2 = run.harmonic().degree();
        int paths = run.products().size();
        int rows = run.products().stream().mapToInt(l3 -> 2 * l3 + 1).sum();
        double[][] matrix = new double[rows][(2 * l2 + 1) * paths * (2 * l1 + 1)];
        int begin = 0;
        for (int path = 0; path < paths; path++) {
            int l3 = run.products().get(path);
            double[][][] symbols = Wigner3j.real(l1, l2, l3);
            for (int m1 = 0; m1 <= 2 * l1; m1++) {
                for (int m2 = 0; m2 <= 2 * l2; m2++) {
                    for (int m3 = 0; m3 <= 2 * l3; m3++) {
                        matrix[begin + m3][(m2 * paths + path) * (2 * l1 + 1) + m1] =
                                Math.sqrt(2 * l3 + 1) * symbols[m1][m2][m3];
                    }
                }
            }
            begin += 2 * l3 + 1;
        }
        return matrix;
    }

    private void collect(ScriptWriter script, Run run, String sum) {
        List<String> byProduct =
                run.products().stream().map(product -> sum + "_" + product).toList();
        script.split(
                sum, run.products().stream().map(product -> 2 * product + 1).toList(), 1, byProduct);
        for (int p = 0; p < byProduct.size(); p++) {
            int product = run.products().get(p);
            List<String> parts = new ArrayList<>();
            for (DegreeBlocks.Channels channels : run.channels()) {
                Irrep result = result(channels, run, product);
                String part = sum + "_" + result;
                parts.add(part);
                results.computeIfAbsent(result, any -> new ArrayList<>()).add(part);
            }
            script.split(
                    byProduct.get(p),
                    run.channels().stream().map(DegreeBlocks.Channels::count).toList(),
                    2,
                    parts);
        }
    }
}
