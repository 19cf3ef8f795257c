package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Workspace.ATOMS_OF_A_BLOCK;
import static org.lowland.potential.kernel.Workspace.PAIRS_OF_A_BLOCK;

import java.util.Arrays;
import org.lowland.potential.kernel.Workspace.Features;
import org.lowland.potential.kernel.Workspace.State;

/** The energy of the structure whose species and pairs are in a workspace; leaves there what the way back needs. */
final class ForwardPass {
    private final Parameters parameters;
    private final Workspace space;
    private final Couplings couplings;
    private final int width;

    ForwardPass(Parameters parameters, Workspace space) {
        this.parameters = parameters;
        this.space = space;
        this.couplings = new Couplings(space);
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
            maps.message2.apply(rows, state.messageActivated, row, state.sent, space.sentParts * row);
        }
    }

    private void receive(int layer, int atoms) {
        State state = space.states[layer];
        int input = space.inputParts * width;
        for (int atom = 0; atom < atoms; atom++) {
            System.arraycopy(state.scalars, atom * width, state.updateInput, atom * input, width);
        }
        for (Features features : state.degrees) {
            if (layer == 0) {
                Arrays.fill(features.received, 0, features.components * atoms * width, 0f);
            } else {
                System.arraycopy(features.before, 0, features.received, 0, features.components * atoms * width);
            }
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
        float[] v = state.degrees[0].received;
        int si = space.inputParts * i * width;
        int sj = space.inputParts * j * width;
        int vi = 3 * i * width;
        int vj = 3 * j * width;
        if (layer == 0) {
            float[] sent = parameters.firstMessages;
            int parts = parameters.layers[0].filters.width();
            int xi = parts * space.species[i];
            int xj = parts * space.species[j];
            MessageKernels.receiveFirst(width, w, filterAt, x, y, z, sent, xj, s, si, v, vi);
            MessageKernels.receiveFirst(width, w, filterAt, -x, -y, -z, sent, xi, s, sj, v, vj);
            if (state.degrees.length > 1) {
                float[] direction = space.direction;
                float[] t = state.degrees[1].received;
                TensorMessageKernels.direct(x, y, z, direction);
                TensorMessageKernels.receiveFirst(width, w, filterAt, direction, sent, xj, t, 5 * i * width);
                TensorMessageKernels.receiveFirst(width, w, filterAt, direction, sent, xi, t, 5 * j * width);
            }
        } else {
            float[] sent = state.sent;
            float[] from = state.degrees[0].before;
            int xi = space.sentParts * i * width;
            int xj = space.sentParts * j * width;
            MessageKernels.receive(width, w, filterAt, x, y, z, sent, xj, from, vj, s, si, v, vi);
            MessageKernels.receive(width, w, filterAt, -x, -y, -z, sent, xi, from, vi, s, sj, v, vj);
            if (state.degrees.length > 1) {
                float[] direction = space.direction;
                float[] t = state.degrees[1].received;
                float[] tensors = state.degrees[1].before;
                int ti = 5 * i * width;
                int tj = 5 * j * width;
                TensorMessageKernels.direct(x, y, z, direction);
                TensorMessageKernels.receive(
                        width, w, filterAt, direction, 1f, sent, xj, from, vj, tensors, tj, s, si, t, ti);
                TensorMessageKernels.receive(
                        width, w, filterAt, direction, -1f, sent, xi, from, vi, tensors, ti, s, sj, t, tj);
            }
        }
    }

    private void update(int layer, int atoms) {
        Parameters.Layer maps = parameters.layers[layer];
        State state = space.states[layer];
        boolean last = layer == space.states.length - 1;
        float[] scalars = last ? space.lastScalars : space.states[layer + 1].scalars;
        int input = space.inputParts * width;
        int outputs = maps.update2.outputWidth();
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int end = Math.min(atoms, begin + ATOMS_OF_A_BLOCK);
            int rows = end - begin;
            int row = begin * width;
            for (int k = 0; k < state.degrees.length; k++) {
                mix(maps.mix[k], state, k, begin, end);
            }
            maps.update1.apply(rows, state.updateInput, begin * input, space.hidden, 0);
            Lanes.silu(rows * width, space.hidden, state.updateActivated, row, state.updateSlope, row);
            maps.update2.apply(rows, state.updateActivated, row, state.updated, begin * outputs);
            for (int atom = begin; atom < end; atom++) {
                int at = atom * width;
                UpdateKernels.sum(width, state.updateInput, atom * input, state.updated, atom * outputs, scalars, at);
            }
            for (int k = 0; k < state.degrees.length; k++) {
                finish(layer, k, begin, end, scalars, last);
            }
            for (int atom = begin; atom < end && !last && state.degrees.length > 1; atom++) {
                couplings.couple(layer, atom, atom * outputs);
            }
        }
    }

    private void mix(Linear mix, State state, int k, int begin, int end) {
        Features features = state.degrees[k];
        int rows = features.components;
        int input = space.inputParts * width;
        float epsilon = (float) parameters.painn.normEpsilon();
        mix.apply(
                rows * (end - begin),
                features.received,
                rows * begin * width,
                features.mixed,
                2 * rows * begin * width);
        for (int atom = begin; atom < end; atom++) {
            UpdateKernels.lengths(
                    width,
                    rows,
                    epsilon,
                    features.mixed,
                    2 * rows * atom * width,
                    state.updateInput,
                    atom * input + (k + 1) * width,
                    features.products,
                    atom * width);
            if (parameters.painn.bounded()) {
                bound(features, state.updateInput, atom * input + (k + 1) * width, atom);
            }
        }
    }

    private void bound(Features features, float[] lengths, int lengthAt, int atom) {
        int mixedAt = 2 * features.components * atom * width;
        UpdateKernels.bound(
                width,
                features.components,
                lengths,
                lengthAt,
                features.mixed,
                mixedAt,
                features.products,
                atom * width);
    }

    private void finish(int layer, int k, int begin, int end, float[] scalars, boolean last) {
        State state = space.states[layer];
        Features features = state.degrees[k];
        int rows = features.components;
        int outputs = parameters.layers[layer].update2.outputWidth();
        int gate = (k + 1 + state.degrees.length) * width;
        for (int atom = begin; atom < end; atom++) {
            int at = atom * width;
            int updated = atom * outputs;
            UpdateKernels.addProducts(
                    width, state.updated, updated + (k + 1) * width, features.products, at, scalars, at);
            if (!last) {
                UpdateKernels.features(
                        width,
                        rows,
                        features.received,
                        rows * at,
                        state.updated,
                        updated + gate,
                        features.mixed,
                        2 * rows * at,
                        space.states[layer + 1].degrees[k].before,
                        rows * at);
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
