package org.lowland.potential.equivariant;

import java.util.ArrayList;
import java.util.List;

/**
 * The linear maps of a feature that turn with it: copies of one representation are mixed among themselves, all their
 * components alike. Only scalars could have a bias; there is none.
 */
public final class EquivariantLinear {
    private final Irreps input;
    private final Irreps output;
    private final List<Block> blocks;

    /**
     * A matrix between two terms of one representation.
     *
     * @param input index of the term that is read
     * @param output index of the term that is written
     * @param coefficient by which it is scaled: one over the root of all copies that enter the output
     * @param begin its first weight; there is one for each copy of the input and each of the output, row-major
     */
    public record Block(int input, int output, double coefficient, int begin) {}

    /** The map between two features; a term of the output without its like in the input is zero. */
    public EquivariantLinear(Irreps input, Irreps output) {
        this.input = input;
        this.output = output;
        List<Block> all = new ArrayList<>();
        int begin = 0;
        for (int k = 0; k < output.terms().size(); k++) {
            Irreps.Term to = output.terms().get(k);
            for (int i = 0; i < input.terms().size(); i++) {
                Irreps.Term from = input.terms().get(i);
                if (from.irrep().equals(to.irrep())) {
                    all.add(new Block(i, k, 1 / Math.sqrt(input.count(to.irrep())), begin));
                    begin += from.count() * to.count();
                }
            }
        }
        this.blocks = List.copyOf(all);
    }

    /** The matrices that it is made of. */
    public List<Block> blocks() {
        return blocks;
    }

    /** How many weights there are. */
    public int weights() {
        return blocks.stream()
                .mapToInt(block -> input.terms().get(block.input()).count()
                        * output.terms().get(block.output()).count())
                .sum();
    }

    /**
     * The map.
     *
     * @param x of the input
     * @param weights of all blocks
     * @return of the output
     */
    public double[] apply(double[] x, double[] weights) {
        if (x.length != input.dimension() || weights.length != weights()) {
            throw new IllegalArgumentException(x.length + " numbers and " + weights.length + " weights instead of "
                    + input.dimension() + " and " + weights());
        }
        double[] result = new double[output.dimension()];
        for (Block block : blocks) {
            Irreps.Term from = input.terms().get(block.input());
            Irreps.Term to = output.terms().get(block.output());
            int read = input.slices().get(block.input()).begin();
            int write = output.slices().get(block.output()).begin();
            int dimension = from.irrep().dimension();
            for (int u = 0; u < from.count(); u++) {
                for (int w = 0; w < to.count(); w++) {
                    double weight = block.coefficient() * weights[block.begin() + u * to.count() + w];
                    for (int m = 0; m < dimension; m++) {
                        result[write + w * dimension + m] += weight * x[read + u * dimension + m];
                    }
                }
            }
        }
        return result;
    }
}
