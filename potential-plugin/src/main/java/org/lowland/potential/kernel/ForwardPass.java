package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Workspace.ATOMS_OF_A_BLOCK;
import static org.lowland.potential.kernel.Workspace.PAIRS_OF_A_BLOCK;

import java.util.Arrays;
import org.lowland.potential.kernel.Workspace.State;

/** The energy of the structure whose species and pairs are in a workspace; leaves there what the way back needs. */
final class ForwardPass {
    private final Parameters parameters;
    private final Workspace space;
    private final int width;

    ForwardPass(Parameters parameters, Workspace space) {
        this.parameters = parameters;
        this.space = space;
        this.width = parameters.width;
    }

    /** The energy in eV; each atom's share in single precision, their sum in double. */
    double run(int atoms) {
        State first = space.states[0];
        for (int atom = 0; atom < atoms; atom++) {
            System.arraycopy(parameters.embedding, space.species[atom] * width, first.scalars, atom * width, width);
        }
        for (int layer = 0; layer < space.states.length; layer++) {
            if (layer > 0) {
                send(layer, atoms);
            }
            receive(layer, atoms);
            update(layer, atoms);
        }
        return readout(atoms);
    }

    private void send(int layer, int atoms) {
        Parameters.Layer maps = parameters.layers[layer];
        State state = space.states[layer];
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int rows = Math.min(ATOMS_OF_A_BLOCK, atoms - begin);
            int row = begin * width;
            maps.message1.apply(rows, state.scalars, row, space.hidden, 0);
            Lanes.silu(rows * width, space.hidden, state.messageActivated, row, state.messageSlope, row);
            maps.message2.apply(rows, state.messageActivated, row, state.sent, 3 * row);
        }
    }

    private void receive(int layer, int atoms) {
        State state = space.states[layer];
        for (int atom = 0; atom < atoms; atom++) {
            System.arraycopy(state.scalars, atom * width, state.updateInput, 2 * atom * width, width);
        }
        if (layer == 0) {
            Arrays.fill(state.received, 0, 3 * atoms * width, 0f);
        } else {
            System.arraycopy(state.vectors, 0, state.received, 0, 3 * atoms * width);
        }
        Filters filters = parameters.layers[layer].filters;
        Pairs pairs = space.pairs;
        for (int begin = 0; begin < pairs.count; begin += PAIRS_OF_A_BLOCK) {
            int end = Math.min(pairs.count, begin + PAIRS_OF_A_BLOCK);
            filters.values(pairs, begin, end, space.filters);
            space.core.fade(begin, end, filters.width(), space.filters);
            for (int pair = begin; pair < end; pair++) {
                exchange(layer, pair, (pair - begin) * filters.width());
            }
        }
    }

    private void exchange(int layer, int pair, int filterAt) {
        State state = space.states[layer];
        Pairs pairs = space.pairs;
        int i = pairs.first[pair];
        int j = pairs.second[pair];
        float x = (float) pairs.geometry[4 * pair + 1];
        float y = (float) pairs.geometry[4 * pair + 2];
        float z = (float) pairs.geometry[4 * pair + 3];
        float[] w = space.filters;
        float[] s = state.updateInput;
        float[] v = state.received;
        int si = 2 * i * width;
        int sj = 2 * j * width;
        int vi = 3 * i * width;
        int vj = 3 * j * width;
        if (layer == 0) {
            float[] sent = parameters.firstMessages;
            int xi = 2 * space.species[i] * width;
            int xj = 2 * space.species[j] * width;
            MessageKernels.receiveFirst(width, w, filterAt, x, y, z, sent, xj, s, si, v, vi);
            MessageKernels.receiveFirst(width, w, filterAt, -x, -y, -z, sent, xi, s, sj, v, vj);
        } else {
            float[] sent = state.sent;
            float[] from = state.vectors;
            MessageKernels.receive(width, w, filterAt, x, y, z, sent, vj, from, vj, s, si, v, vi);
            MessageKernels.receive(width, w, filterAt, -x, -y, -z, sent, vi, from, vi, s, sj, v, vj);
        }
    }

    private void update(int layer, int atoms) {
        Parameters.Layer maps = parameters.layers[layer];
        State state = space.states[layer];
        boolean last = layer == space.states.length - 1;
        float[] scalars = last ? space.lastScalars : space.states[layer + 1].scalars;
        int outputs = maps.update2.outputWidth();
        float epsilon = (float) parameters.painn.normEpsilon();
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int end = Math.min(atoms, begin + ATOMS_OF_A_BLOCK);
            int rows = end - begin;
            int row = begin * width;
            maps.mix.apply(3 * rows, state.received, 3 * row, state.mixed, 6 * row);
            for (int atom = begin; atom < end; atom++) {
                int at = atom * width;
                UpdateKernels.lengths(
                        width, epsilon, state.mixed, 6 * at, state.updateInput, 2 * at + width, state.products, at);
            }
            maps.update1.apply(rows, state.updateInput, 2 * row, space.hidden, 0);
            Lanes.silu(rows * width, space.hidden, state.updateActivated, row, state.updateSlope, row);
            maps.update2.apply(rows, state.updateActivated, row, state.updated, begin * outputs);
            for (int atom = begin; atom < end; atom++) {
                int at = atom * width;
                UpdateKernels.scalars(
                        width,
                        state.updateInput,
                        2 * at,
                        state.updated,
                        atom * outputs,
                        state.products,
                        at,
                        scalars,
                        at);
                if (!last) {
                    UpdateKernels.vectors(
                            width,
                            state.received,
                            3 * at,
                            state.updated,
                            atom * outputs,
                            state.mixed,
                            6 * at,
                            space.states[layer + 1].vectors,
                            3 * at);
                }
            }
        }
    }

    private double readout(int atoms) {
        int half = parameters.half;
        double energy = 0;
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int end = Math.min(atoms, begin + ATOMS_OF_A_BLOCK);
            parameters.readout1.apply(end - begin, space.lastScalars, begin * width, space.hidden, 0);
            Lanes.silu(
                    (end - begin) * half,
                    space.hidden,
                    space.readoutActivated,
                    begin * half,
                    space.readoutSlope,
                    begin * half);
            for (int atom = begin; atom < end; atom++) {
                energy += Lanes.dot(half, space.readoutActivated, atom * half, parameters.readout2, 0);
                energy += parameters.readoutBias;
            }
        }
        return energy;
    }
}
