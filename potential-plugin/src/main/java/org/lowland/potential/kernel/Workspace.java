package org.lowland.potential.kernel;

import org.lowland.potential.network.Painn;

/**
 * The memory of one evaluation at a time: what the forward pass keeps for the backward pass. It grows to the largest
 * structure that it has seen and is used again. Rows are those of {@link Parameters}: padded features, one row for each
 * atom, or one for each component where features of a degree are meant (x, y, z for vectors).
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
    /** Rows of an atom in what is sent, in what an update reads, and (at most) in what it makes. */
    final int sentParts;

    final int inputParts;
    final int updateParts;

    int[] species = new int[0];
    /** Scalars and vectors after the last interaction. */
    float[] lastScalars = new float[0];

    float[] readoutActivated = new float[0];
    float[] readoutSlope = new float[0];
    /** Gradients by scalars, by the features of each degree from 1 on, and by what is sent. */
    float[] scalarGradient = new float[0];

    final Gradient[] gradients;
    float[] sentGradient = new float[0];
    /** Of each pair: the derivatives by distance and by unit vector. */
    float[] pairGradient = new float[0];

    /** Rows of a block between two maps. */
    final float[] hidden;

    final float[] wide;
    /** Of each degree. */
    final float[][] mixedBlocks;

    final float[] filters;
    /** Of a pair: the unit vector and its harmonics. */
    final float[] direction = new float[3 + TensorMessageKernels.COMPONENTS];

    /** What the tensors of a pair leave between their steps backwards: three rows, and a number for each component. */
    final float[] products;

    final float[] byHarmonics = new float[TensorMessageKernels.COMPONENTS];

    private int atoms;

    /** What one interaction keeps. */
    static final class State {
        float[] scalars = new float[0];
        float[] messageActivated = new float[0];
        float[] messageSlope = new float[0];
        float[] sent = new float[0];
        /** Scalars with the messages received, then the lengths of the mixed features: what the update reads. */
        float[] updateInput = new float[0];

        final Features[] degrees;
        float[] updateActivated = new float[0];
        float[] updateSlope = new float[0];
        float[] updated = new float[0];

        private State(int degrees) {
            this.degrees = new Features[degrees];
            for (int k = 0; k < degrees; k++) {
                this.degrees[k] = new Features(2 * k + 3);
            }
        }
    }

    /** The features of one degree, a row for each component of an atom. */
    static final class Features {
        final int components;
        float[] before = new float[0];
        float[] received = new float[0];
        /** Twice as wide. */
        float[] mixed = new float[0];
        /** One row for each atom. */
        float[] products = new float[0];

        private Features(int components) {
            this.components = components;
        }
    }

    /** The gradient by the features of one degree, in two sets that take turns. */
    static final class Gradient {
        final int components;
        float[] now = new float[0];
        float[] sent = new float[0];

        private Gradient(int components) {
            this.components = components;
        }

        void turn() {
            float[] other = now;
            now = sent;
            sent = other;
        }
    }

    Workspace(Parameters parameters) {
        Painn painn = parameters.painn;
        this.width = Lanes.padded(painn.features());
        this.pairs = new Pairs(painn.cutoff(), new RadialBasis(painn), parameters.tabulated);
        this.core = new CorePairs(parameters);
        this.sentParts = painn.filters(1);
        this.inputParts = 1 + painn.degree();
        this.updateParts = painn.updates(0);
        this.states = new State[painn.interactions()];
        for (int layer = 0; layer < states.length; layer++) {
            states[layer] = new State(painn.degree());
        }
        this.gradients = new Gradient[painn.degree()];
        for (int k = 0; k < gradients.length; k++) {
            gradients[k] = new Gradient(2 * k + 3);
        }
        this.hidden = new float[ATOMS_OF_A_BLOCK * width];
        this.wide = new float[ATOMS_OF_A_BLOCK * Math.max(updateParts, inputParts) * width];
        this.mixedBlocks = new float[painn.degree()][];
        for (int k = 0; k < mixedBlocks.length; k++) {
            mixedBlocks[k] = new float[ATOMS_OF_A_BLOCK * 2 * gradients[k].components * width];
        }
        this.products = new float[3 * width];
        this.filters = new float[2 * PAIRS_OF_A_BLOCK * sentParts * width];
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
        sentGradient = new float[sentParts * row];
        for (Gradient gradient : gradients) {
            gradient.now = new float[gradient.components * row];
            gradient.sent = new float[gradient.components * row];
        }
        for (State state : states) {
            state.scalars = new float[row];
            state.messageActivated = new float[row];
            state.messageSlope = new float[row];
            state.sent = new float[sentParts * row];
            state.updateInput = new float[inputParts * row];
            for (Features features : state.degrees) {
                features.before = new float[features.components * row];
                features.received = new float[features.components * row];
                features.mixed = new float[2 * features.components * row];
                features.products = new float[row];
            }
            state.updateActivated = new float[row];
            state.updateSlope = new float[row];
            state.updated = new float[updateParts * row];
        }
    }
}
