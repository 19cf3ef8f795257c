package org.lowland.io.store.fingerprint;

import java.util.Arrays;

/**
 * Sorted numbers, cut into at most sixteen blocks of as many numbers each, and the mean of each block. Where the numbers
 * change, their sorted list changes no more, in the root mean square, than the best way to pair them up; and means change
 * less than what they are taken of.
 */
final class Blocks {
    private static final int MOST = 16;

    private float[] means = new float[0];
    private int[] weights = new int[0];

    /** Adds the blocks of one list. */
    void add(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int blocks = Math.min(MOST, sorted.length);
        int next = means.length;
        means = Arrays.copyOf(means, next + blocks);
        weights = Arrays.copyOf(weights, next + blocks);
        for (int block = 0; block < blocks; block++) {
            int from = (int) ((long) block * sorted.length / blocks);
            int to = (int) ((long) (block + 1) * sorted.length / blocks);
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += sorted[k];
            }
            means[next + block] = (float) (sum / (to - from));
            weights[next + block] = to - from;
        }
    }

    float[] means() {
        return means;
    }

    int[] weights() {
        return weights;
    }
}
