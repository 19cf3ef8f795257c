package org.lowland.api.system;

/** Compares each atom with those in the bins around it: linear in the number of atoms. */
final class PairSearch {
    private final CellGrid grid;
    private final double[] positions;
    private final double[] lattice;
    private final double limit;
    private final double[] scratch = new double[3];

    /** Where the atoms of each bin begin; the atoms bin by bin in rising order; where they lie in the home cell. */
    private final int[] begin;

    private final int[] order;
    private final double[] wrapped;

    private PairSearch(AtomicSystem system, double cutoff) {
        this.grid = new CellGrid(system, cutoff);
        this.positions = system.positions();
        this.lattice = Lattice.vectors(system);
        this.limit = cutoff * cutoff;
        this.begin = new int[grid.bins() + 1];
        this.order = new int[system.size()];
        this.wrapped = new double[3 * system.size()];
        sort();
    }

    /** All pairs of a system within a cutoff, every periodic image counted, sorted. */
    static PairBuffer allImages(AtomicSystem system, double cutoff) {
        PairBuffer pairs = new PairBuffer(32 * system.size());
        new PairSearch(system, cutoff).collect(pairs);
        return pairs.sorted(system.size());
    }

    private void sort() {
        for (int atom = 0; atom < order.length; atom++) {
            begin[grid.bin(atom) + 1]++;
        }
        for (int bin = 1; bin < begin.length; bin++) {
            begin[bin] += begin[bin - 1];
        }
        int[] next = begin.clone();
        for (int atom = 0; atom < order.length; atom++) {
            int slot = next[grid.bin(atom)]++;
            order[slot] = atom;
            long home = grid.home(atom);
            for (int axis = 0; axis < 3; axis++) {
                wrapped[3 * slot + axis] = positions[3 * atom + axis] - translation(home, axis);
            }
        }
    }

    private double translation(long shift, int axis) {
        return shift == Shift.NONE
                ? 0
                : Shift.along(shift, 0) * lattice[axis]
                        + Shift.along(shift, 1) * lattice[3 + axis]
                        + Shift.along(shift, 2) * lattice[6 + axis];
    }

    private void collect(PairBuffer pairs) {
        for (int slot = 0; slot < order.length; slot++) {
            int atom = order[slot];
            for (int a = grid.low(atom, 0); a <= grid.high(atom, 0); a++) {
                int cellA = Math.floorDiv(a, grid.bins(0));
                for (int b = grid.low(atom, 1); b <= grid.high(atom, 1); b++) {
                    int cellB = Math.floorDiv(b, grid.bins(1));
                    int row = grid.bin(a - cellA * grid.bins(0), b - cellB * grid.bins(1), 0);
                    int end = grid.high(atom, 2) + 1;
                    int c = grid.low(atom, 2);
                    while (c < end && begin[row] <= slot) {
                        int cellC = Math.floorDiv(c, grid.bins(2));
                        int next = Math.min(end, (cellC + 1) * grid.bins(2));
                        int from = begin[row + c - cellC * grid.bins(2)];
                        int to = Math.min(slot + 1, begin[row + next - cellC * grid.bins(2)]);
                        if (from < to) {
                            compare(pairs, slot, Shift.of(cellA, cellB, cellC), from, to);
                        }
                        c = next;
                    }
                }
            }
        }
    }

    /** Compares one atom with a run of others, seen as many cells away from the home cell as the shift says. */
    private void compare(PairBuffer pairs, int slot, long cell, int from, int to) {
        double x = wrapped[3 * slot] - translation(cell, 0);
        double y = wrapped[3 * slot + 1] - translation(cell, 1);
        double z = wrapped[3 * slot + 2] - translation(cell, 2);
        for (int other = from; other < to; other++) {
            double dx = x - wrapped[3 * other];
            double dy = y - wrapped[3 * other + 1];
            double dz = z - wrapped[3 * other + 2];
            double squared = dx * dx + dy * dy + dz * dz;
            if (squared < limit * CellGrid.SLACK) {
                accept(pairs, order[other], order[slot], cell, squared);
            }
        }
    }

    private void accept(PairBuffer pairs, int one, int other, long cell, double squared) {
        long shift = Shift.minus(Shift.minus(grid.home(one), grid.home(other)), cell);
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        long forward = one <= other ? shift : Shift.minus(Shift.NONE, shift);
        boolean counts = first < second || forward > Shift.NONE;
        if (counts && (squared * CellGrid.SLACK < limit || isWithin(first, second, forward))) {
            pairs.add(first, second, forward);
        }
    }

    private boolean isWithin(int first, int second, long shift) {
        return Lattice.squaredDistance(positions, lattice, first, second, shift, scratch) < limit;
    }
}
