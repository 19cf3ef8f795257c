package org.lowland.api.coordinate;

/**
 * The distance between two atoms, in Å.
 *
 * @param first index of an atom
 * @param second index of another
 */
public record Distance(int first, int second) implements Primitive {
    @Override
    public int[] atoms() {
        return new int[] {first, second};
    }

    @Override
    public double value(double[] x) {
        double dx = x[3 * second] - x[3 * first];
        double dy = x[3 * second + 1] - x[3 * first + 1];
        double dz = x[3 * second + 2] - x[3 * first + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** {@inheritDoc} The gradient is zero where the atoms coincide. */
    @Override
    public double evaluate(double[] x, double[] gradient) {
        double distance = value(x);
        double inverse = distance == 0 ? 0 : 1 / distance;
        for (int axis = 0; axis < 3; axis++) {
            double component = (x[3 * second + axis] - x[3 * first + axis]) * inverse;
            gradient[axis] = -component;
            gradient[3 + axis] = component;
        }
        return distance;
    }
}
