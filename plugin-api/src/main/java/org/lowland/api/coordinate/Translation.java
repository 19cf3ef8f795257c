package org.lowland.api.coordinate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a fragment is along one axis: the mean position of its atoms, in Å (L.-P. Wang and C. Song, J. Chem. Phys. 144,
 * 214108 (2016)). Of a single atom it is its Cartesian coordinate.
 *
 * @param fragment indices of its atoms
 * @param axis 0, 1, 2 for x, y, z
 */
public record Translation(List<Integer> fragment, int axis) implements Primitive {
    /** Copies the list. */
    public Translation {
        fragment = List.copyOf(fragment);
    }

    @Override
    public int[] atoms() {
        return fragment.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int atom : fragment) {
            sum += x[3 * atom + axis];
        }
        return sum / fragment.size();
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
        IntStream.range(0, 3 * fragment.size()).forEach(k -> gradient[k] = k % 3 == axis ? 1.0 / fragment.size() : 0);
        return value(x);
    }
}
