package org.lowland.potential.kernel;

import org.lowland.potential.kernel.Workspace.Features;
import org.lowland.potential.kernel.Workspace.State;

/** The products of degrees in an update, there and back: {@link CouplingKernels} on the rows of a workspace. */
final class Couplings {
    private final Workspace space;
    private final int width;

    Couplings(Workspace space) {
        this.space = space;
        this.width = space.width;
    }

    /** Vectors receive a tensor times a vector, tensors a product of two vectors. */
    void couple(int layer, int atom, int updated) {
        Features[] degrees = space.states[layer].degrees;
        Features[] next = space.states[layer + 1].degrees;
        float[] gates = space.states[layer].updated;
        float[] v = degrees[0].mixed;
        int row = 2 * width;
        int a = 3 * row * atom;
        int b = a + width;
        CouplingKernels.addTurned(
                width,
                gates,
                updated + 5 * width,
                degrees[1].mixed,
                5 * row * atom,
                row,
                v,
                b,
                row,
                next[0].before,
                3 * width * atom,
                width);
        CouplingKernels.addPaired(
                width, gates, updated + 6 * width, v, a, row, v, b, row, next[1].before, 5 * width * atom, width);
    }

    /** The gradient by the gates of the couplings. */
    void gateGradient(State state, int atom, int into) {
        float[] v = state.degrees[0].mixed;
        int row = 2 * width;
        int a = 3 * row * atom;
        int b = a + width;
        CouplingKernels.product(
                width,
                state.degrees[1].mixed,
                5 * row * atom,
                row,
                space.gradients[0].now,
                3 * width * atom,
                width,
                v,
                b,
                row,
                space.wide,
                into + 5 * width);
        CouplingKernels.product(
                width,
                space.gradients[1].now,
                5 * width * atom,
                width,
                v,
                a,
                row,
                v,
                b,
                row,
                space.wide,
                into + 6 * width);
    }

    /** What the couplings contribute to the gradient by the mixed features. */
    void mixedGradient(State state, int atom, int blockRow, int updated) {
        float[] v = state.degrees[0].mixed;
        float[] gv = space.gradients[0].now;
        float[] gt = space.gradients[1].now;
        float[] gates = state.updated;
        int turned = updated + 5 * width;
        int paired = updated + 6 * width;
        int row = 2 * width;
        int a = 3 * row * atom;
        int b = a + width;
        int t = 5 * row * atom;
        int gvAt = 3 * width * atom;
        int gtAt = 5 * width * atom;
        float[] intoV = space.mixedBlocks[0];
        float[] intoT = space.mixedBlocks[1];
        int byA = 3 * row * blockRow;
        int byB = byA + width;
        CouplingKernels.addPaired(width, gates, turned, gv, gvAt, width, v, b, row, intoT, 5 * row * blockRow, row);
        CouplingKernels.addTurned(
                width, gates, turned, state.degrees[1].mixed, t, row, gv, gvAt, width, intoV, byB, row);
        CouplingKernels.addTurned(width, gates, paired, gt, gtAt, width, v, a, row, intoV, byB, row);
        CouplingKernels.addTurned(width, gates, paired, gt, gtAt, width, v, b, row, intoV, byA, row);
    }
}
