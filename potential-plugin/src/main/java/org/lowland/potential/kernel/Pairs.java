package org.lowland.potential.kernel;

import java.util.Arrays;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/** The pairs of one structure within the cutoff, each once, and the radial basis of each. Grows, and is used again. */
final class Pairs {
    /** Molecules up to this size are searched pair by pair, without the detour of a neighbour list. */
    private static final int LARGEST_BRUTE_FORCE = 150;

    private final double cutoff;
    private final RadialBasis basis;
    private final boolean tabulated;

    int count;
    int[] first = new int[0];
    int[] second = new int[0];
    /** Four of each pair: distance, and the unit vector from the first atom to the second. */
    double[] geometry = new double[0];
    /** With tables: the segment that each distance falls into, and the fraction of the segment. */
    int[] segments = new int[0];

    float[] fractions = new float[0];
    /** Without tables: the basis of each pair, and after each its derivative by the distance. */
    float[] radial = new float[0];

    private double[] positions = new double[0];

    Pairs(double cutoff, RadialBasis basis, boolean tabulated) {
        this.tabulated = tabulated;
        this.cutoff = cutoff;
        this.basis = basis;
    }

    void find(AtomicSystem system) {
        count = 0;
        if (system.isPeriodic() || system.size() > LARGEST_BRUTE_FORCE) {
            list(NeighborList.allImages(system, cutoff));
        } else {
            search(system);
        }
        if (tabulated) {
            locate();
        } else {
            for (int pair = 0; pair < count; pair++) {
                basis.fill(geometry[4 * pair], radial, 2 * pair * basis.size());
            }
        }
    }

    private void locate() {
        double scale = 1 / basis.segment();
        for (int pair = 0; pair < count; pair++) {
            double place = geometry[4 * pair] * scale;
            // a distance that rounds up to the cutoff belongs to the last segment
            segments[pair] = Math.min((int) place, basis.segments() - 1);
            fractions[pair] = (float) (place - segments[pair]);
        }
    }

    private void list(NeighborList list) {
        reserve(list.size());
        for (int pair = 0; pair < list.size(); pair++) {
            add(list.first(pair), list.second(pair), list.x(pair), list.y(pair), list.z(pair));
        }
    }

    private void search(AtomicSystem system) {
        int atoms = system.size();
        if (positions.length < 3 * atoms) {
            positions = new double[3 * atoms];
        }
        for (int atom = 0; atom < atoms; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = system.position(atom, axis);
            }
        }
        double limit = cutoff * cutoff;
        for (int i = 0; i < atoms; i++) {
            reserve(count + atoms);
            for (int j = i + 1; j < atoms; j++) {
                double x = positions[3 * j] - positions[3 * i];
                double y = positions[3 * j + 1] - positions[3 * i + 1];
                double z = positions[3 * j + 2] - positions[3 * i + 2];
                if (x * x + y * y + z * z < limit) {
                    add(i, j, x, y, z);
                }
            }
        }
    }

    private void add(int i, int j, double x, double y, double z) {
        double distance = Math.sqrt(x * x + y * y + z * z);
        first[count] = i;
        second[count] = j;
        geometry[4 * count] = distance;
        geometry[4 * count + 1] = x / distance;
        geometry[4 * count + 2] = y / distance;
        geometry[4 * count + 3] = z / distance;
        count++;
    }

    private void reserve(int pairs) {
        if (first.length < pairs) {
            int room = Math.max(pairs, first.length + first.length / 2);
            first = Arrays.copyOf(first, room);
            second = Arrays.copyOf(second, room);
            geometry = Arrays.copyOf(geometry, 4 * room);
            if (tabulated) {
                segments = new int[room];
                fractions = new float[room];
            } else {
                radial = new float[2 * room * basis.size()];
            }
        }
    }
}
