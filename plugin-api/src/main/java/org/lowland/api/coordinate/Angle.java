package org.lowland.api.coordinate;

/**
 * The angle between the vectors from a centre to two atoms, in radians from 0 to π.
 *
 * @param first index of an atom
 * @param centre index of the atom at the vertex
 * @param second index of another atom
 */
public record Angle(int first, int centre, int second) implements Primitive {
    /** Below this sine the direction in which the angle grows is lost in rounding. */
    private static final double SMALLEST_SINE = 1e-9;

    @Override
    public int[] atoms() {
        return new int[] {first, centre, second};
    }

    @Override
    public double value(double[] x) {
        double[] u = Space.between(x, centre, first);
        double[] v = Space.between(x, centre, second);
        return Math.atan2(Space.norm(Space.cross(u, v)), Space.dot(u, v));
    }

    /** {@inheritDoc} The gradient is zero where the three atoms lie on a line, since it is undefined there. */
    @Override
    public double evaluate(double[] x, double[] gradient) {
        double[] u = Space.between(x, centre, first);
        double[] v = Space.between(x, centre, second);
        double angle = Math.atan2(Space.norm(Space.cross(u, v)), Space.dot(u, v));
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        double nu = Space.norm(u);
        double nv = Space.norm(v);
        boolean defined = sine > SMALLEST_SINE && nu > 0 && nv > 0;
        double alongFirst = defined ? 1 / (nu * sine) : 0;
        double alongSecond = defined ? 1 / (nv * sine) : 0;
        for (int axis = 0; axis < 3; axis++) {
            double a = u[axis] / (nu == 0 ? 1 : nu);
            double b = v[axis] / (nv == 0 ? 1 : nv);
            gradient[axis] = (cosine * a - b) * alongFirst;
            gradient[6 + axis] = (cosine * b - a) * alongSecond;
            gradient[3 + axis] = -gradient[axis] - gradient[6 + axis];
        }
        return angle;
    }
}
