package org.lowland.potential.kernel;

import org.lowland.potential.network.Painn;

/**
 * The memory of one evaluation at a time: what the forward pass keeps for the backward pass. It grows to the largest
 * structure that it has seen and is used again. Rows are those of {@link Parameters}: padded features, one row for each
 * atom, or three (x, y, z) where vectors are meant.
 */
final class Workspace {
    /** Atoms that pass through the dense maps together, so that what lies between the maps stays in the cache. */
    static final int ATOMS_OF_A_BLOCK = 32;
    /** Pairs whose filters are made together. */
    static final int PAIRS_OF_A_BLOCK = 16;

    final Pairs pairs;
    final CorePairs core;
    final State[] states;
    final int width;

    int[] species = new int[0];
    /** Scalars and vectors after the last interaction. */
    float[] lastScalars = new float[0];

    float[] readoutActivated = new float[0];
    float[] readoutSlope = new float[0];
    /** Gradients by scalars, by vectors (two sets that take turns), and by what is sent. */
    float[] scalarGradient = new float[0];

    float[] vectorGradient = new float[0];
    float[] sentVectorGradient = new float[0];
    float[] sentGradient = new float[0];
    /** Of each pair: the derivatives by distance and by unit vector. */
    float[] pairGradient = new float[0];

    /** Rows of a block between two maps. */
    final float[] hidden;

    final float[] wide;
    final float[] wideVectors;
    final float[] filters;

    private int atoms;

    /** What one interaction keeps. */
    static final class State {
        float[] scalars = new float[0];
        float[] vectors = new float[0];
        float[] messageActivated = new float[0];
        float[] messageSlope = new float[0];
        float[] sent = new float[0];
        /** Scalars with the messages received, then the lengths of the mixed vectors: what the update reads. */
        float[] updateInput = new float[0];

        float[] received = new float[0];
        float[] mixed = new float[0];
        float[] products = new float[0];
        float[] updateActivated = new float[0];
        float[] updateSlope = new float[0];
        float[] updated = new float[0];
    }

    Workspace(Parameters parameters) {
        Painn painn = parameters.painn;
        this.width = Lanes.padded(painn.features());
        this.pairs = new Pairs(painn.cutoff(), new RadialBasis(painn), parameters.tabulated);
        this.core = new CorePairs(parameters);
        this.states = new State[painn.interactions()];
        for (int layer = 0; layer < states.length; layer++) {
            states[layer] = new State();
        }
        this.hidden = new float[ATOMS_OF_A_BLOCK * width];
        this.wide = new float[ATOMS_OF_A_BLOCK * 3 * width];
        this.wideVectors = new float[ATOMS_OF_A_BLOCK * 6 * width];
        this.filters = new float[2 * PAIRS_OF_A_BLOCK * 3 * width];
    }

    /** Makes room for a structure whose pairs have been found. */
    void reserve(int wanted) {
        if (pairGradient.length < 4 * pairs.count) {
            pairGradient = new float[pairs.geometry.length];
        }
        if (wanted <= atoms) {
            return;
        }
        atoms = wanted;
        int row = atoms * width;
        species = new int[atoms];
        lastScalars = new float[row];
        readoutActivated = new float[row];
        readoutSlope = new float[row];
        scalarGradient = new float[row];
        vectorGradient = new float[3 * row];
        sentVectorGradient = new float[3 * row];
        sentGradient = new float[3 * row];
        for (State state : states) {
            state.scalars = new float[row];
            state.vectors = new float[3 * row];
            state.messageActivated = new float[row];
            state.messageSlope = new float[row];
            state.sent = new float[3 * row];
            state.updateInput = new float[2 * row];
            state.received = new float[3 * row];
            state.mixed = new float[6 * row];
            state.products = new float[row];
            state.updateActivated = new float[row];
            state.updateSlope = new float[row];
            state.updated = new float[3 * row];
        }
    }
}
