package org.lowland.rl.strider.equivariant;

import java.util.List;
import org.lowland.potential.equivariant.EquivariantLinear;
import org.lowland.potential.equivariant.Irreps;

/** {@link EquivariantLinear} with its parameters at a place of a longer vector, forward and backward. Immutable. */
final class LinearMap {
    private final List<Mixing> mixings;
    private final int inputs;
    private final int outputs;
    private final int size;

    /** Copies of one representation that are mixed with those of another term. */
    private record Mixing(int read, int from, int write, int to, int dimension, double coefficient, int begin) {}

    LinearMap(Irreps input, Irreps output) {
        EquivariantLinear map = new EquivariantLinear(input, output);
        this.inputs = input.dimension();
        this.outputs = output.dimension();
        this.size = map.weights();
        this.mixings = map.blocks().stream()
                .map(block -> new Mixing(
                        input.slices().get(block.input()).begin(),
                        input.terms().get(block.input()).count(),
                        output.slices().get(block.output()).begin(),
                        output.terms().get(block.output()).count(),
                        input.terms().get(block.input()).irrep().dimension(),
                        block.coefficient(),
                        block.begin()))
                .toList();
    }

    int size() {
        return size;
    }

    int outputs() {
        return outputs;
    }

    /** Adds the map of the features of each atom. */
    void add(double[] parameters, int at, double[] x, double[] y, int atoms) {
        for (Mixing m : mixings) {
            for (int atom = 0; atom < atoms; atom++) {
                for (int u = 0; u < m.from; u++) {
                    int in = atom * inputs + m.read + u * m.dimension;
                    for (int w = 0; w < m.to; w++) {
                        double weight = m.coefficient * parameters[at + m.begin + u * m.to + w];
                        int out = atom * outputs + m.write + w * m.dimension;
                        for (int k = 0; k < m.dimension; k++) {
                            y[out + k] += weight * x[in + k];
                        }
                    }
                }
            }
        }
    }

    /** Adds the gradients by the parameters and by the features from that by the result. */
    void addGradients(double[] parameters, int at, double[] x, double[] byY, int atoms, double[] sum, double[] byX) {
        for (Mixing m : mixings) {
            for (int atom = 0; atom < atoms; atom++) {
                for (int u = 0; u < m.from; u++) {
                    int in = atom * inputs + m.read + u * m.dimension;
                    for (int w = 0; w < m.to; w++) {
                        int place = at + m.begin + u * m.to + w;
                        double weight = m.coefficient * parameters[place];
                        int out = atom * outputs + m.write + w * m.dimension;
                        double dot = 0;
                        for (int k = 0; k < m.dimension; k++) {
                            dot += x[in + k] * byY[out + k];
                            byX[in + k] += weight * byY[out + k];
                        }
                        sum[place] += m.coefficient * dot;
                    }
                }
            }
        }
    }
}
