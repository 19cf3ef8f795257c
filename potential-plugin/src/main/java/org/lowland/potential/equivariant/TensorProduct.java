package org.lowland.potential.equivariant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The bilinear maps of two features to a third that turn with their arguments: a sum over paths, each of which couples a
 * term of the first with a term of the second by {@link Wigner3j#real} and a weight for each combination of their copies.
 */
public final class TensorProduct {
    private final Irreps first;
    private final Irreps second;
    private final Irreps output;
    private final List<Path> paths;
    private final boolean channelWise;

    /**
     * One way of coupling.
     *
     * @param first index of the term of the first feature
     * @param second index of the term of the second
     * @param output index of the term of the result
     * @param coefficient by which products are scaled, so that variances stay 1
     * @param begin its first weight
     * @param weights how many it has: by copy of the first, of the second and, if fully connected, of the output, row-major
     */
    public record Path(int first, int second, int output, double coefficient, int begin, int weights) {}

    private TensorProduct(Irreps first, Irreps second, Irreps output, List<Path> paths, boolean channelWise) {
        this.first = first;
        this.second = second;
        this.output = output;
        this.paths = List.copyOf(paths);
        this.channelWise = channelWise;
    }

    /** Every copy of the output is a weighted sum of all products that may enter it. */
    public static TensorProduct fullyConnected(Irreps first, Irreps second, Irreps output) {
        List<Path> paths = new ArrayList<>();
        int begin = 0;
        for (int k = 0; k < output.terms().size(); k++) {
            Irreps.Term result = output.terms().get(k);
            int fanIn = fanIn(first, second, result.irrep());
            for (int i = 0; i < first.terms().size(); i++) {
                for (int j = 0; j < second.terms().size(); j++) {
                    Irreps.Term a = first.terms().get(i);
                    Irreps.Term b = second.terms().get(j);
                    if (a.irrep().times(b.irrep()).contains(result.irrep())) {
                        double coefficient = Math.sqrt((double) result.irrep().dimension() / fanIn);
                        int weights = a.count() * b.count() * result.count();
                        paths.add(new Path(i, j, k, coefficient, begin, weights));
                        begin += weights;
                    }
                }
            }
        }
        return new TensorProduct(first, second, output, paths, false);
    }

    private static int fanIn(Irreps first, Irreps second, Irrep result) {
        int fanIn = 0;
        for (Irreps.Term a : first.terms()) {
            for (Irreps.Term b : second.terms()) {
                fanIn += a.irrep().times(b.irrep()).contains(result) ? a.count() * b.count() : 0;
            }
        }
        return fanIn;
    }

    /**
     * Copies of the first feature keep to themselves ("uvu"): a path has a term of the output of its own, with as many
     * copies as the first one's term. The terms of the output are sorted, not joined.
     *
     * @param wanted the representations that the output may have
     */
    public static TensorProduct channelWise(Irreps first, Irreps second, Set<Irrep> wanted) {
        record Candidate(int first, int second, Irrep result) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < first.terms().size(); i++) {
            for (int j = 0; j < second.terms().size(); j++) {
                for (Irrep result :
                        first.terms().get(i).irrep().times(second.terms().get(j).irrep())) {
                    if (wanted.contains(result)) {
                        candidates.add(new Candidate(i, j, result));
                    }
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::result));
        List<Path> paths = new ArrayList<>();
        List<Irreps.Term> terms = new ArrayList<>();
        int begin = 0;
        for (Candidate candidate : candidates) {
            int copies = first.terms().get(candidate.first()).count();
            int partners = second.terms().get(candidate.second()).count();
            double coefficient = Math.sqrt((double) candidate.result().dimension() / Math.max(1, partners));
            paths.add(new Path(
                    candidate.first(), candidate.second(), terms.size(), coefficient, begin, copies * partners));
            terms.add(new Irreps.Term(copies, candidate.result()));
            begin += copies * partners;
        }
        return new TensorProduct(first, second, new Irreps(terms), paths, true);
    }

    /**
     * What products with a second feature can ever make of a first one, however often they are taken.
     *
     * @param start the representations to begin with
     * @param second those multiplied with, again and again
     * @param kept those that are kept after each product
     */
    public static Set<Irrep> reachable(Set<Irrep> start, Set<Irrep> second, Set<Irrep> kept) {
        Set<Irrep> reached = new HashSet<>(start);
        int before;
        do {
            before = reached.size();
            reached.addAll(products(reached, second, kept));
        } while (reached.size() > before);
        return reached;
    }

    /** What one product gives. */
    public static Set<Irrep> products(Set<Irrep> first, Set<Irrep> second, Set<Irrep> kept) {
        Set<Irrep> products = new HashSet<>();
        for (Irrep a : first) {
            for (Irrep b : second) {
                products.addAll(a.times(b));
            }
        }
        products.retainAll(kept);
        return products;
    }

    /** What the first argument is made of. */
    public Irreps first() {
        return first;
    }

    /** What the second argument is made of. */
    public Irreps second() {
        return second;
    }

    /** What the result is made of. */
    public Irreps output() {
        return output;
    }

    /** The ways of coupling. */
    public List<Path> paths() {
        return paths;
    }

    /** How many weights there are. */
    public int weights() {
        return paths.stream().mapToInt(Path::weights).sum();
    }

    /**
     * The product.
     *
     * @param x of {@link #first()}
     * @param y of {@link #second()}
     * @param weights of all paths
     * @return of {@link #output()}
     */
    public double[] apply(double[] x, double[] y, double[] weights) {
        requireLength(x, first.dimension(), "first feature");
        requireLength(y, second.dimension(), "second feature");
        requireLength(weights, weights(), "weights");
        double[] result = new double[output.dimension()];
        for (Path path : paths) {
            add(path, x, y, weights, result);
        }
        return result;
    }

    private void add(Path path, double[] x, double[] y, double[] weights, double[] result) {
        Irreps.Term a = first.terms().get(path.first());
        Irreps.Term b = second.terms().get(path.second());
        Irreps.Term c = output.terms().get(path.output());
        double[][][] coupling =
                Wigner3j.real(a.irrep().degree(), b.irrep().degree(), c.irrep().degree());
        int beginX = first.slices().get(path.first()).begin();
        int beginY = second.slices().get(path.second()).begin();
        int begin = output.slices().get(path.output()).begin();
        int next = path.begin();
        for (int u = 0; u < a.count(); u++) {
            for (int v = 0; v < b.count(); v++) {
                double[] product = couple(
                        coupling,
                        x,
                        beginX + u * a.irrep().dimension(),
                        y,
                        beginY + v * b.irrep().dimension());
                for (int w = channelWise ? u : 0; w < (channelWise ? u + 1 : c.count()); w++) {
                    double weight = path.coefficient() * weights[next++];
                    for (int m = 0; m < product.length; m++) {
                        result[begin + w * product.length + m] += weight * product[m];
                    }
                }
            }
        }
    }

    private static double[] couple(double[][][] coupling, double[] x, int beginX, double[] y, int beginY) {
        double[] product = new double[coupling[0][0].length];
        for (int i = 0; i < coupling.length; i++) {
            for (int j = 0; j < coupling[i].length; j++) {
                double both = x[beginX + i] * y[beginY + j];
                for (int m = 0; m < product.length; m++) {
                    product[m] += coupling[i][j][m] * both;
                }
            }
        }
        return product;
    }

    private static void requireLength(double[] values, int length, String what) {
        if (values.length != length) {
            throw new IllegalArgumentException(what + ": " + values.length + " numbers instead of " + length);
        }
    }
}
