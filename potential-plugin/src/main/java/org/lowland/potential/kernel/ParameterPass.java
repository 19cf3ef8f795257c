package org.lowland.potential.kernel;

import static org.lowland.potential.kernel.Workspace.PAIRS_OF_A_BLOCK;

import java.util.Arrays;
import org.lowland.potential.kernel.Workspace.Features;
import org.lowland.potential.kernel.Workspace.State;

/** The gradient of the energy by the parameters, added to a {@link ParameterGradient}. */
final class ParameterPass extends BackwardPass {
    private final ParameterGradient gradient;
    private final float[] filterGradient;

    ParameterPass(Parameters parameters, Workspace space, ParameterGradient gradient) {
        super(parameters, space);
        this.gradient = gradient;
        this.filterGradient = new float[PAIRS_OF_A_BLOCK * space.sentParts * width];
    }

    @Override
    void begin(int atoms) {
        // nothing to clear: the gradient is a sum over structures
    }

    /** Goes back, and gathers what the embedding of each element gets. */
    @Override
    void run(int atoms, float seed) {
        super.run(atoms, seed);
        gradient.readoutBias += (double) seed * atoms;
        for (int atom = 0; atom < atoms; atom++) {
            int row = space.species[atom] * width;
            for (int f = 0; f < width; f++) {
                gradient.embedding[row + f] += space.scalarGradient[atom * width + f];
            }
        }
    }

    @Override
    void atReadout(int begin, int rows, float seed) {
        int half = parameters.half;
        gradient.readout1.add(rows, space.lastScalars, begin * width, space.hidden, 0);
        gradient.readout1.addBias(rows, space.hidden, 0);
        for (int row = begin; row < begin + rows; row++) {
            for (int f = 0; f < half; f++) {
                gradient.readout2[f] += seed * space.readoutActivated[row * half + f];
            }
        }
    }

    @Override
    void atUpdate2(int layer, int begin, int rows) {
        LinearGradient update2 = gradient.layers[layer].update2;
        update2.add(rows, space.states[layer].updateActivated, begin * width, space.wide, 0);
        update2.addBias(rows, space.wide, 0);
    }

    @Override
    void atUpdate1(int layer, int begin, int rows) {
        LinearGradient update1 = gradient.layers[layer].update1;
        update1.add(rows, space.states[layer].updateInput, space.inputParts * begin * width, space.hidden, 0);
        update1.addBias(rows, space.hidden, 0);
    }

    @Override
    void atMix(int layer, int k, int begin, int rows) {
        Features features = space.states[layer].degrees[k];
        int components = features.components;
        gradient.layers[layer].mix[k].add(
                components * rows, features.received, components * begin * width, space.mixedBlocks[k], 0);
    }

    @Override
    void atSend(int layer, int begin, int rows) {
        ParameterGradient.Layer maps = gradient.layers[layer];
        State state = space.states[layer];
        maps.message2.add(
                rows, state.messageActivated, begin * width, space.sentGradient, space.sentParts * begin * width);
        maps.message2.addBias(rows, space.sentGradient, space.sentParts * begin * width);
        maps.message1.add(rows, state.scalars, begin * width, space.hidden, 0);
        maps.message1.addBias(rows, space.hidden, 0);
    }

    @Override
    void messages(int layer) {
        Filters filters = parameters.layers[layer].filters;
        Pairs pairs = space.pairs;
        int outputs = filters.width();
        int row = 2 * parameters.layers[layer].filterMap.inputWidth();
        for (int begin = 0; begin < pairs.count; begin += PAIRS_OF_A_BLOCK) {
            int end = Math.min(pairs.count, begin + PAIRS_OF_A_BLOCK);
            filters.values(pairs, begin, end, space.filters);
            space.core.fade(begin, end, outputs, space.filters);
            Arrays.fill(filterGradient, 0, (end - begin) * outputs, 0f);
            for (int pair = begin; pair < end; pair++) {
                collect(layer, pair, (pair - begin) * outputs);
            }
            space.core.fade(begin, end, outputs, filterGradient);
            gradient.layers[layer].filter.addSpaced(end - begin, pairs.radial, begin * row, row, filterGradient, 0);
        }
    }

    private void collect(int layer, int pair, int at) {
        State state = space.states[layer];
        Pairs pairs = space.pairs;
        int i = pairs.first[pair];
        int j = pairs.second[pair];
        float x = (float) pairs.geometry[4 * pair + 1];
        float y = (float) pairs.geometry[4 * pair + 2];
        float z = (float) pairs.geometry[4 * pair + 3];
        float[] w = space.filters;
        float[] gs = space.scalarGradient;
        float[] gv = space.gradients[0].now;
        int si = i * width;
        int sj = j * width;
        int vi = 3 * si;
        int vj = 3 * sj;
        boolean tensors = space.gradients.length > 1;
        float[] direction = space.direction;
        if (tensors) {
            TensorMessageKernels.direct(x, y, z, direction);
        }
        float[] gw = filterGradient;
        if (layer == 0) {
            float[] sent = parameters.firstMessages;
            float[] gSent = gradient.firstSent;
            int parts = parameters.layers[0].filters.width();
            int xi = parts * space.species[i];
            int xj = parts * space.species[j];
            MessageKernels.collectFirst(width, w, at, x, y, z, sent, xj, gs, si, gv, vi, gSent, xj, gw, at);
            MessageKernels.collectFirst(width, w, at, -x, -y, -z, sent, xi, gs, sj, gv, vj, gSent, xi, gw, at);
            if (tensors) {
                float[] gt = space.gradients[1].now;
                TensorMessageKernels.collectFirst(width, w, at, direction, sent, xj, gt, 5 * si, gSent, xj, gw, at);
                TensorMessageKernels.collectFirst(width, w, at, direction, sent, xi, gt, 5 * sj, gSent, xi, gw, at);
            }
        } else {
            float[] sent = state.sent;
            float[] from = state.degrees[0].before;
            float[] gSent = space.sentGradient;
            float[] gFrom = space.gradients[0].sent;
            int xi = space.sentParts * si;
            int xj = space.sentParts * sj;
            MessageKernels.collect(
                    width, w, at, x, y, z, sent, xj, from, vj, gs, si, gv, vi, gSent, xj, gFrom, vj, gw, at);
            MessageKernels.collect(
                    width, w, at, -x, -y, -z, sent, xi, from, vi, gs, sj, gv, vj, gSent, xi, gFrom, vi, gw, at);
            if (tensors) {
                float[] gt = space.gradients[1].now;
                float[] t = state.degrees[1].before;
                float[] gTensors = space.gradients[1].sent;
                TensorMessageKernels.collectVectors(
                        width, w, at, direction, 1f, sent, xj, from, vj, gs, si, gSent, gFrom, gw, at);
                TensorMessageKernels.collectVectors(
                        width, w, at, direction, -1f, sent, xi, from, vi, gs, sj, gSent, gFrom, gw, at);
                TensorMessageKernels.collectTensors(
                        width, w, at, direction, sent, xj, t, 5 * sj, gs, si, gt, 5 * si, gSent, gTensors, gw, at);
                TensorMessageKernels.collectTensors(
                        width, w, at, direction, sent, xi, t, 5 * si, gs, sj, gt, 5 * sj, gSent, gTensors, gw, at);
            }
        }
    }
}
