package org.lowland.rl.strider.equivariant;

import java.util.List;
import org.lowland.potential.equivariant.Activation;
import org.lowland.potential.equivariant.Gate;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;

/** {@link Gate} on even scalars for many atoms, forward and backward. Immutable. */
final class GateMap {
    private static final Irrep SCALAR = new Irrep(0, 1);
    private static final Activation ACTIVATION = Activation.SILU;

    private final Irreps input;
    private final int scalars;
    private final int gates;
    private final List<Irreps.Term> gated;
    private final int inputs;
    private final int outputs;

    /** The features that come out: even scalars, then the terms that are gated. */
    GateMap(Irreps output) {
        Gate gate = new Gate(output, SCALAR);
        this.input = gate.input();
        this.scalars = gate.scalars().dimension();
        this.gates = gate.gates().dimension();
        this.gated = gate.gated().terms();
        this.inputs = input.dimension();
        this.outputs = output.dimension();
    }

    Irreps input() {
        return input;
    }

    /** x/(1 + exp(-x)), with the factor of the activation. */
    private static double value(double x) {
        return ACTIVATION.factor() * x / (1 + Math.exp(-x));
    }

    private static double slope(double x) {
        double sigmoid = 1 / (1 + Math.exp(-x));
        return ACTIVATION.factor() * (sigmoid + x * sigmoid * (1 - sigmoid));
    }

    double[] forward(double[] x, int atoms) {
        double[] y = new double[atoms * outputs];
        for (int atom = 0; atom < atoms; atom++) {
            int in = atom * inputs;
            int out = atom * outputs;
            for (int k = 0; k < scalars; k++) {
                y[out + k] = value(x[in + k]);
            }
            int gate = in + scalars;
            int read = gate + gates;
            int write = out + scalars;
            for (Irreps.Term term : gated) {
                for (int copy = 0; copy < term.count(); copy++, gate++) {
                    double open = value(x[gate]);
                    for (int k = 0; k < term.irrep().dimension(); k++) {
                        y[write++] = open * x[read++];
                    }
                }
            }
        }
        return y;
    }

    /** The gradient by the argument from that by the value. */
    double[] backward(double[] x, double[] byY, int atoms) {
        double[] byX = new double[atoms * inputs];
        for (int atom = 0; atom < atoms; atom++) {
            int in = atom * inputs;
            int out = atom * outputs;
            for (int k = 0; k < scalars; k++) {
                byX[in + k] = slope(x[in + k]) * byY[out + k];
            }
            int gate = in + scalars;
            int read = gate + gates;
            int write = out + scalars;
            for (Irreps.Term term : gated) {
                for (int copy = 0; copy < term.count(); copy++, gate++) {
                    double open = value(x[gate]);
                    double dot = 0;
                    for (int k = 0; k < term.irrep().dimension(); k++, read++, write++) {
                        dot += byY[write] * x[read];
                        byX[read] = open * byY[write];
                    }
                    byX[gate] = slope(x[gate]) * dot;
                }
            }
        }
        return byX;
    }
}
