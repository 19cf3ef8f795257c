package org.lowland.potential.ani;

import java.util.Arrays;
import org.lowland.potential.torch.HostTensor;

/**
 * Pairs and triples of neighbours, system by system. Pairs are directed and within the radial cutoff; those within the
 * angular cutoff come first. The triples of one centre and one pair of neighbour elements are cut into pieces of
 * {@link #PIECE}, the last one filled up with triples of weight zero: a piece is one small matrix product in the script.
 * Confined to one thread.
 */
final class AniNeighbours {
    /** The triples in a piece; 4 and 6 were the fastest of 4, 6, 8, 12 and 16. */
    static final int PIECE = 4;

    private final double radialCutoff2;
    private final double angularCutoff2;
    private final int present;

    private final LongList[] near = {new LongList(), new LongList(), new LongList()};
    private final LongList[] far = {new LongList(), new LongList(), new LongList()};
    private final LongList first = new LongList();
    private final LongList second = new LongList();
    private final LongList weight = new LongList();
    private final LongList pieces = new LongList();

    AniNeighbours(AniDescriptor descriptor, int present) {
        this.radialCutoff2 = descriptor.radialCutoff() * descriptor.radialCutoff();
        this.angularCutoff2 = descriptor.angularCutoff() * descriptor.angularCutoff();
        this.present = present;
    }

    /**
     * Adds a system.
     *
     * @param x 3N coordinates in Å
     * @param blocks for each atom, the place of its element among the blocks
     * @param ranks for each atom, its number in the batch
     */
    void add(double[] x, int[] blocks, int[] ranks) {
        int atoms = blocks.length;
        int[] close = new int[atoms];
        int[] sorted = new int[atoms];
        int[] ends = new int[present];
        for (int i = 0; i < atoms; i++) {
            int count = 0;
            Arrays.fill(ends, 0);
            for (int j = 0; j < atoms; j++) {
                double dx = x[3 * j] - x[3 * i];
                double dy = x[3 * j + 1] - x[3 * i + 1];
                double dz = x[3 * j + 2] - x[3 * i + 2];
                double r2 = dx * dx + dy * dy + dz * dz;
                if (r2 >= radialCutoff2 || i == j) {
                    continue;
                }
                if (r2 < angularCutoff2) {
                    close[count++] = j;
                    ends[blocks[j]]++;
                } else {
                    pair(far, ranks[i], ranks[j], blocks[j]);
                }
            }
            int base = near[0].size();
            sort(close, count, blocks, ends, sorted);
            for (int k = 0; k < count; k++) {
                pair(near, ranks[i], ranks[sorted[k]], blocks[sorted[k]]);
            }
            triples(base, ends, ranks[i]);
        }
    }

    private void pair(LongList[] pairs, int centre, int neighbour, int block) {
        pairs[0].add(centre);
        pairs[1].add(neighbour);
        pairs[2].add((long) centre * present + block);
    }

    /** Sorts neighbours by block; {@code ends} turns from counts into the end of each block. */
    private static void sort(int[] close, int count, int[] blocks, int[] ends, int[] sorted) {
        for (int b = 1; b < ends.length; b++) {
            ends[b] += ends[b - 1];
        }
        int[] cursor = ends.clone();
        for (int k = count - 1; k >= 0; k--) {
            sorted[--cursor[blocks[close[k]]]] = close[k];
        }
    }

    private void triples(int base, int[] ends, int centre) {
        for (int high = 0; high < present; high++) {
            int highStart = high == 0 ? 0 : ends[high - 1];
            for (int low = 0; low <= high; low++) {
                int lowStart = low == 0 ? 0 : ends[low - 1];
                int before = first.size();
                for (int k = highStart; k < ends[high]; k++) {
                    int stop = low == high ? k : ends[low];
                    for (int j = lowStart; j < stop; j++) {
                        first.add(base + j);
                        second.add(base + k);
                        weight.add(2);
                    }
                }
                fill(before, (long) centre * AniLayout.pairs(present) + AniLayout.pair(low, high));
            }
        }
    }

    private void fill(int before, long block) {
        int added = first.size() - before;
        int filled = (added + PIECE - 1) / PIECE * PIECE;
        for (int k = added; k < filled; k++) {
            first.add(0);
            second.add(0);
            weight.add(0);
        }
        for (int piece = 0; piece < filled / PIECE; piece++) {
            pieces.add(block);
        }
    }

    /** The number of directed pairs within the angular cutoff. */
    int near() {
        return near[0].size();
    }

    /** Three rows: centre, neighbour, radial block. */
    HostTensor pairs() {
        int count = near[0].size() + far[0].size();
        return HostTensor.of(LongList.join(near[0], far[0], near[1], far[1], near[2], far[2]), 3, count);
    }

    /** Two rows: the near pairs of a triple. */
    HostTensor triples() {
        return HostTensor.of(LongList.join(first, second), 2, first.size());
    }

    /** For each triple, the factor 2 of the angular term, or 0. */
    HostTensor weights(HostTensor.Type precision) {
        long[] values = LongList.join(weight);
        double[] reals = new double[values.length];
        for (int k = 0; k < reals.length; k++) {
            reals[k] = values[k];
        }
        return HostTensor.real(precision, reals, reals.length);
    }

    /** For each piece, its angular block. */
    HostTensor pieces() {
        return HostTensor.of(LongList.join(pieces), pieces.size());
    }
}
