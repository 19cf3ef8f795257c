package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Workspace.ATOMS_OF_A_BLOCK;
import static org.lowland.potential.kernel.Workspace.PAIRS_OF_A_BLOCK;

import java.util.Arrays;
import org.lowland.potential.kernel.Workspace.Features;
import org.lowland.potential.kernel.Workspace.Gradient;
import org.lowland.potential.kernel.Workspace.State;

/**
 * The gradient of the energy by the geometry of each pair, after a {@link ForwardPass} over the same workspace. What a pass
 * for another gradient does differently, it overrides.
 */
class BackwardPass {
    final Parameters parameters;
    final Workspace space;
    final int width;
    private final Couplings couplings;

    BackwardPass(Parameters parameters, Workspace space) {
        this.parameters = parameters;
        this.space = space;
        this.couplings = new Couplings(space);
        this.width = parameters.width;
    }

    /**
     * Goes all the way back; here this fills {@link Workspace#pairGradient}.
     *
     * @param seed what the energy counts
     */
    void run(int atoms, float seed) {
        begin(atoms);
        for (Gradient gradient : space.gradients) {
            Arrays.fill(gradient.now, 0, gradient.components * atoms * width, 0f);
        }
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

    /** When {@link Workspace#mixedBlocks} holds the gradient by the mixed features of degree k + 1. */
    void atMix(int layer, int k, int begin, int rows) {}

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
        int input = space.inputParts * width;
        int outputs = maps.update2.outputWidth();
        float[] gs = space.scalarGradient;
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int rows = Math.min(ATOMS_OF_A_BLOCK, atoms - begin);
            for (int row = 0; row < rows; row++) {
                updatedGradient(layer, begin + row, row, inner);
            }
            atUpdate2(layer, begin, rows);
            maps.update2.transposed(rows, space.wide, 0, space.hidden, 0);
            Lanes.multiply(rows * width, space.hidden, 0, state.updateSlope, begin * width);
            atUpdate1(layer, begin, rows);
            maps.update1.transposed(rows, space.hidden, 0, space.wide, 0);
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k < state.degrees.length; k++) {
                    mixedGradient(layer, k, begin + row, row, inner);
                }
                if (inner && state.degrees.length > 1) {
                    couplings.mixedGradient(state, begin + row, row, (begin + row) * outputs);
                }
                if (parameters.painn.bounded()) {
                    boundGradient(state, begin + row, row);
                }
            }
            for (int k = 0; k < state.degrees.length; k++) {
                int components = state.degrees[k].components;
                atMix(layer, k, begin, rows);
                float[] gv = space.gradients[k].now;
                maps.mix[k].addTransposed(components * rows, space.mixedBlocks[k], 0, gv, components * begin * width);
            }
            for (int row = 0; row < rows; row++) {
                int at = (begin + row) * width;
                UpdateKernels.sum(width, gs, at, space.wide, row * input, gs, at);
            }
        }
    }

    private void updatedGradient(int layer, int atom, int row, boolean inner) {
        State state = space.states[layer];
        int outputs = parameters.layers[layer].update2.outputWidth();
        int at = atom * width;
        int into = row * outputs;
        System.arraycopy(space.scalarGradient, at, space.wide, into, width);
        for (int k = 0; k < state.degrees.length; k++) {
            Features features = state.degrees[k];
            int rows = features.components;
            UpdateKernels.productGradient(
                    width, space.scalarGradient, at, features.products, at, space.wide, into + (k + 1) * width);
            if (inner) {
                UpdateKernels.gateGradient(
                        width,
                        rows,
                        space.gradients[k].now,
                        rows * at,
                        features.mixed,
                        2 * rows * at,
                        space.wide,
                        into + (k + 1 + state.degrees.length) * width);
            }
        }
        if (inner && state.degrees.length > 1) {
            couplings.gateGradient(state, atom, into);
        }
    }

    private void mixedGradient(int layer, int k, int atom, int row, boolean inner) {
        State state = space.states[layer];
        Features features = state.degrees[k];
        int rows = features.components;
        int at = atom * width;
        int updated = atom * parameters.layers[layer].update2.outputWidth();
        int input = space.inputParts * width;
        int into = 2 * rows * row * width;
        UpdateKernels.mixedGradient(
                width,
                rows,
                !parameters.painn.bounded(),
                space.scalarGradient,
                at,
                space.wide,
                row * input + (k + 1) * width,
                state.updateInput,
                atom * input + (k + 1) * width,
                state.updated,
                updated + (k + 1) * width,
                features.mixed,
                2 * rows * at,
                space.mixedBlocks[k],
                into);
        if (inner) {
            UpdateKernels.addGate(
                    width,
                    rows,
                    space.gradients[k].now,
                    rows * at,
                    state.updated,
                    updated + (k + 1 + state.degrees.length) * width,
                    space.mixedBlocks[k],
                    into);
        }
    }

    /** From the gradient by directions to that by mixed features, once all else has been added. */
    private void boundGradient(State state, int atom, int row) {
        int input = space.inputParts * width;
        for (int k = 0; k < state.degrees.length; k++) {
            Features features = state.degrees[k];
            int rows = features.components;
            UpdateKernels.boundGradient(
                    width,
                    rows,
                    space.wide,
                    row * input + (k + 1) * width,
                    state.updateInput,
                    atom * input + (k + 1) * width,
                    features.mixed,
                    2 * rows * atom * width,
                    space.mixedBlocks[k],
                    2 * rows * row * width);
        }
    }

    private void receive(int layer, int atoms) {
        if (layer > 0) {
            Arrays.fill(space.sentGradient, 0, space.sentParts * atoms * width, 0f);
            for (Gradient gradient : space.gradients) {
                System.arraycopy(gradient.now, 0, gradient.sent, 0, gradient.components * atoms * width);
            }
        }
        messages(layer);
        if (layer > 0) {
            for (Gradient gradient : space.gradients) {
                gradient.turn();
            }
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
        Filters filters = parameters.layers[layer].filters;
        Pairs pairs = space.pairs;
        int i = pairs.first[pair];
        int j = pairs.second[pair];
        float x = (float) pairs.geometry[4 * pair + 1];
        float y = (float) pairs.geometry[4 * pair + 2];
        float z = (float) pairs.geometry[4 * pair + 3];
        float[] w = space.filters;
        float[] gs = space.scalarGradient;
        float[] gv = space.gradients[0].now;
        float[] into = space.pairGradient;
        int si = i * width;
        int sj = j * width;
        int vi = 3 * si;
        int vj = 3 * sj;
        boolean tensors = space.gradients.length > 1;
        float[] direction = space.direction;
        if (tensors) {
            TensorMessageKernels.direct(x, y, z, direction);
        }
        if (layer == 0) {
            float[] sent = parameters.firstMessages;
            int xi = filters.width() * space.species[i];
            int xj = filters.width() * space.species[j];
            MessageKernels.backFirst(
                    width, w, filterAt, slopeAt, x, y, z, sent, xi, xj, gs, si, sj, gv, vi, vj, into, 4 * pair);
            if (tensors) {
                float[] gt = space.gradients[1].now;
                TensorMessageKernels.backFirst(
                        width,
                        w,
                        filterAt,
                        slopeAt,
                        direction,
                        sent,
                        xi,
                        xj,
                        gt,
                        5 * si,
                        5 * sj,
                        space.byHarmonics,
                        into,
                        4 * pair);
            }
        } else {
            float[] sent = state.sent;
            float[] from = state.degrees[0].before;
            float[] gSent = space.sentGradient;
            float[] gFrom = space.gradients[0].sent;
            int xi = space.sentParts * si;
            int xj = space.sentParts * sj;
            MessageKernels.back(
                    width, w, filterAt, slopeAt, x, y, z, 1f, sent, xj, from, vj, gs, si, gv, vi, gSent, xj, gFrom, vj,
                    into, 4 * pair);
            MessageKernels.back(
                    width, w, filterAt, slopeAt, -x, -y, -z, -1f, sent, xi, from, vi, gs, sj, gv, vj, gSent, xi, gFrom,
                    vi, into, 4 * pair);
            if (tensors) {
                TensorMessageKernels.backVectors(
                        width, w, filterAt, slopeAt, direction, 1f, sent, xj, from, vj, gs, si, gSent, gFrom, into,
                        4 * pair);
                TensorMessageKernels.backVectors(
                        width, w, filterAt, slopeAt, direction, -1f, sent, xi, from, vi, gs, sj, gSent, gFrom, into,
                        4 * pair);
                tensors(state, filterAt, slopeAt, i, j, pair);
                tensors(state, filterAt, slopeAt, j, i, pair);
            }
        }
    }

    /** From atom j to atom i. */
    private void tensors(State state, int filterAt, int slopeAt, int i, int j, int pair) {
        float[] direction = space.direction;
        float[] from = state.degrees[1].before;
        float[] gt = space.gradients[1].now;
        float[] products = space.products;
        float[] into = space.pairGradient;
        int tj = 5 * j * width;
        int ti = 5 * i * width;
        TensorMessageKernels.backTensors(
                width,
                space.filters,
                filterAt,
                slopeAt,
                direction,
                state.sent,
                space.sentParts * j * width,
                from,
                tj,
                space.scalarGradient,
                i * width,
                gt,
                ti,
                space.sentGradient,
                products,
                into,
                4 * pair);
        TensorMessageKernels.backComponents(
                width,
                direction,
                products,
                from,
                tj,
                gt,
                ti,
                space.gradients[1].sent,
                space.byHarmonics,
                into,
                4 * pair);
    }

    private void send(int layer, int atoms) {
        Parameters.Layer maps = parameters.layers[layer];
        State state = space.states[layer];
        for (int begin = 0; begin < atoms; begin += ATOMS_OF_A_BLOCK) {
            int rows = Math.min(ATOMS_OF_A_BLOCK, atoms - begin);
            int row = begin * width;
            maps.message2.transposed(rows, space.sentGradient, space.sentParts * row, space.hidden, 0);
            Lanes.multiply(rows * width, space.hidden, 0, state.messageSlope, row);
            atSend(layer, begin, rows);
            maps.message1.addTransposed(rows, space.hidden, 0, space.scalarGradient, row);
        }
    }
}
