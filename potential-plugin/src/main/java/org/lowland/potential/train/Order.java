package org.lowland.potential.train;

import org.apache.commons.math3.random.Well19937c;

/**
 * Which frames a step takes: the frames are shuffled anew for every pass over them, and the shuffle depends on the seed
 * and the number of the pass alone, so a step's frames are known without the steps before it. Confined to one thread.
 */
final class Order {
    private final int frames;
    private final long seed;
    private long pass = -1;
    private int[] permutation = {};

    Order(int frames, long seed) {
        this.frames = frames;
        this.seed = seed;
    }

    /** The frames of a step of so many, counted from 0. */
    int[] batch(long step, int size) {
        int[] chosen = new int[size];
        for (int k = 0; k < size; k++) {
            long position = step * size + k;
            chosen[k] = at(position / frames, (int) (position % frames));
        }
        return chosen;
    }

    private int at(long wanted, int index) {
        if (wanted != pass) {
            pass = wanted;
            permutation = shuffled(new Well19937c(seed * 1_000_003 + wanted));
        }
        return permutation[index];
    }

    private int[] shuffled(Well19937c random) {
        int[] order = new int[frames];
        for (int k = 0; k < frames; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }
}
