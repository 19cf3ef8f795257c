package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Workspace.ATOMS_OF_A_BLOCK;
import static org.lowland.potential.kernel.Workspace.PAIRS_OF_A_BLOCK;

import java.util.Arrays;
import org.lowland.potential.kernel.Workspace.State;

/**
 * The gradient of the energy by the geometry of each pair, after a {@link ForwardPass} over the same workspace. What a pass
 * for another gradient does differently, it overrides.
 */
class BackwardPass {
    final Parameters parameters;
    final Workspace space;
    final int width;

    BackwardPass(Parameters parameters, Workspace space) {
        this.parameters = parameters;
        this.space = space;
        this.width = parameters.width;
    }

    /**
     * Goes all the way back; here this fills {@link Workspace#pairGradient}.
     *
     * @param seed what the energy counts
     */
    void run(int atoms, float seed) {
        begin(atoms);
        Arrays.fill(space.vectorGradient, 0, 3 * atoms * width, 0f);
        readout(atoms, seed);
        for (int layer = space.states.length - 1; layer >= 0; layer--) {
            update(layer, atoms);
            receive(layer, atoms);
            if (layer > 0) {
                send(layer, atoms);
            }
        }
    }

    /** Before the way back. */
    void begin(int atoms) {
        Arrays.fill(space.pairGradient, 0, 4 * space.pairs.count, 0f);
    }

    /** When {@link Workspace#hidden} holds the gradient by the readout's hidden rows. */
    void atReadout(int begin, int rows, float seed) {}

    /** When {@link Workspace#wide} holds the gradient by the second map of an update. */
    void atUpdate2(int layer, int begin, int rows) {}

    /** When {@link Workspace#hidden} holds the gradient by the first map of an update. */
    void atUpdate1(int layer, int begin, int rows) {}

    /** When {@link Workspace#wideVectors} holds the gradient by the mixed vectors. */
    void atMix(int layer, int begin, int rows) {}

    /** When {@link Workspace#hidden} holds the gradient by the first map of what is sent. */
    void atSend(int layer, int begin, int rows) {}

    private void readout(int atoms, float seed) {
        int half = parameters.half;
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int rows = Math.min(ATOMS_OF_A_BLOCK, atoms - begin);
            for (int row = 0; row < rows; row++) {
                for (int f = 0; f < half; f++) {
                    space.hidden[row * half + f] = seed * parameters.readout2[f];
                }
            }
            Lanes.multiply(rows * half, space.hidden, 0, space.readoutSlope, begin * half);
            atReadout(begin, rows, seed);
            parameters.readout1.transposed(rows, space.hidden, 0, space.scalarGradient, begin * width);
        }
    }

    private void update(int layer, int atoms) {
        Parameters.Layer maps = parameters.layers[layer];
        State state = space.states[layer];
        boolean inner = layer < space.states.length - 1;
        int outputs = maps.update2.outputWidth();
        float[] gs = space.scalarGradient;
        float[] gv = space.vectorGradient;
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int rows = Math.min(ATOMS_OF_A_BLOCK, atoms - begin);
            for (int row = 0; row < rows; row++) {
                int at = (begin + row) * width;
                UpdateKernels.updatedGradient(width, gs, at, state.products, at, space.wide, row * outputs);
                if (inner) {
                    UpdateKernels.gateGradient(width, gv, 3 * at, state.mixed, 6 * at, space.wide, row * outputs);
                }
            }
            atUpdate2(layer, begin, rows);
            maps.update2.transposed(rows, space.wide, 0, space.hidden, 0);
            Lanes.multiply(rows * width, space.hidden, 0, state.updateSlope, begin * width);
            atUpdate1(layer, begin, rows);
            maps.update1.transposed(rows, space.hidden, 0, space.wide, 0);
            for (int row = 0; row < rows; row++) {
                int atom = begin + row;
                mixedGradient(state, atom, atom * outputs, row, inner);
            }
            atMix(layer, begin, rows);
            maps.mix.addTransposed(3 * rows, space.wideVectors, 0, gv, 3 * begin * width);
        }
    }

    private void mixedGradient(State state, int atom, int updatedAt, int row, boolean inner) {
        int at = atom * width;
        UpdateKernels.mixedGradient(
                width,
                space.scalarGradient,
                at,
                space.wide,
                2 * row * width,
                state.updateInput,
                2 * at,
                state.updated,
                updatedAt,
                state.mixed,
                6 * at,
                space.wideVectors,
                6 * row * width);
        if (inner) {
            UpdateKernels.addGate(
                    width, space.vectorGradient, 3 * at, state.updated, updatedAt, space.wideVectors, 6 * row * width);
        }
    }

    private void receive(int layer, int atoms) {
        if (layer > 0) {
            Arrays.fill(space.sentGradient, 0, 3 * atoms * width, 0f);
            System.arraycopy(space.vectorGradient, 0, space.sentVectorGradient, 0, 3 * atoms * width);
        }
        messages(layer);
        if (layer > 0) {
            float[] turn = space.vectorGradient;
            space.vectorGradient = space.sentVectorGradient;
            space.sentVectorGradient = turn;
        }
    }

    /** The messages of one interaction, pair by pair. */
    void messages(int layer) {
        Filters filters = parameters.layers[layer].filters;
        Pairs pairs = space.pairs;
        int outputs = filters.width();
        for (int begin = 0; begin < pairs.count; begin += PAIRS_OF_A_BLOCK) {
            int end = Math.min(pairs.count, begin + PAIRS_OF_A_BLOCK);
            filters.valuesAndSlopes(pairs, begin, end, space.filters);
            space.core.fadeWithSlopes(begin, end, outputs, space.filters);
            for (int pair = begin; pair < end; pair++) {
                exchange(layer, pair, 2 * (pair - begin) * outputs, (2 * (pair - begin) + 1) * outputs);
            }
        }
    }

    private void exchange(int layer, int pair, int filterAt, int slopeAt) {
        State state = space.states[layer];
        Pairs pairs = space.pairs;
        int i = pairs.first[pair];
        int j = pairs.second[pair];
        float x = (float) pairs.geometry[4 * pair + 1];
        float y = (float) pairs.geometry[4 * pair + 2];
        float z = (float) pairs.geometry[4 * pair + 3];
        float[] w = space.filters;
        float[] gs = space.scalarGradient;
        float[] gv = space.vectorGradient;
        float[] into = space.pairGradient;
        int si = i * width;
        int sj = j * width;
        int vi = 3 * si;
        int vj = 3 * sj;
        if (layer == 0) {
            float[] sent = parameters.firstMessages;
            int xi = 2 * space.species[i] * width;
            int xj = 2 * space.species[j] * width;
            MessageKernels.backFirst(
                    width, w, filterAt, slopeAt, x, y, z, sent, xi, xj, gs, si, sj, gv, vi, vj, into, 4 * pair);
        } else {
            float[] sent = state.sent;
            float[] from = state.vectors;
            float[] gSent = space.sentGradient;
            float[] gFrom = space.sentVectorGradient;
            MessageKernels.back(
                    width, w, filterAt, slopeAt, x, y, z, 1f, sent, vj, from, vj, gs, si, gv, vi, gSent, vj, gFrom, vj,
                    into, 4 * pair);
            MessageKernels.back(
                    width, w, filterAt, slopeAt, -x, -y, -z, -1f, sent, vi, from, vi, gs, sj, gv, vj, gSent, vi, gFrom,
                    vi, into, 4 * pair);
        }
    }

    private void send(int layer, int atoms) {
        Parameters.Layer maps = parameters.layers[layer];
        State state = space.states[layer];
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int rows = Math.min(ATOMS_OF_A_BLOCK, atoms - begin);
            int row = begin * width;
            maps.message2.transposed(rows, space.sentGradient, 3 * row, space.hidden, 0);
            Lanes.multiply(rows * width, space.hidden, 0, state.messageSlope, row);
            atSend(layer, begin, rows);
            maps.message1.addTransposed(rows, space.hidden, 0, space.scalarGradient, row);
        }
    }
}
