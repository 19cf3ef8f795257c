package org.lowland.api.coordinate;

/**
 * How far a centre with three neighbours is from flat: the triple product of the unit vectors from the centre to the
 * three. It is 0 for a flat centre, changes sign with an inversion and is about 0.87 times the angle out of the plane in
 * radians near a flat centre of 120°; unlike that angle it is smooth everywhere.
 *
 * @param centre index of the atom in the middle
 * @param first index of a neighbour
 * @param second index of a neighbour
 * @param third index of a neighbour
 */
public record OutOfPlane(int centre, int first, int second, int third) implements Primitive {
    @Override
    public int[] atoms() {
        return new int[] {centre, first, second, third};
    }

    @Override
    public double value(double[] x) {
        double[] u = Space.unit(Space.between(x, centre, first));
        double[] v = Space.unit(Space.between(x, centre, second));
        double[] w = Space.unit(Space.between(x, centre, third));
        return Space.dot(u, Space.cross(v, w));
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
        double[][] vectors = {
            Space.between(x, centre, first), Space.between(x, centre, second), Space.between(x, centre, third)
        };
        double[][] units = {Space.unit(vectors[0]), Space.unit(vectors[1]), Space.unit(vectors[2])};
        Space.put(gradient, 0, 0, units[0]);
        for (int k = 0; k < 3; k++) {
            double[] byUnit = Space.cross(units[(k + 1) % 3], units[(k + 2) % 3]);
            double[] derivative = Space.throughUnit(byUnit, units[k], Space.norm(vectors[k]));
            Space.put(gradient, 1 + k, 1, derivative);
            Space.add(gradient, 0, -1, derivative);
        }
        return Space.dot(units[0], Space.cross(units[1], units[2]));
    }
}
