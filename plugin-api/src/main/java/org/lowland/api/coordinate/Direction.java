package org.lowland.api.coordinate;

/**
 * The direction of a fragment whose atoms lie on a line, which has no third rotation: one component of the vector of
 * given length along it, in Å.
 *
 * @param first index of the atom at one end
 * @param second index of the atom at the other end
 * @param axis 0, 1, 2 for x, y, z
 * @param length of the vector in Å, so that a change is as large as the way that the atoms move
 */
public record Direction(int first, int second, int axis, double length) implements Primitive {
    @Override
    public int[] atoms() {
        return new int[] {first, second};
    }

    @Override
    public double value(double[] x) {
        return length * Space.unit(Space.between(x, first, second))[axis];
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
        double[] line = Space.between(x, first, second);
        double[] unit = Space.unit(line);
        double[] byUnit = new double[3];
        byUnit[axis] = length;
        double[] derivative = Space.throughUnit(byUnit, unit, Space.norm(line));
        Space.put(gradient, 0, -1, derivative);
        Space.put(gradient, 1, 1, derivative);
        return length * unit[axis];
    }
}
