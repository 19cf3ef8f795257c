package org.lowland.api.coordinate;

/**
 * The torsion angle of four atoms about the axis through the middle two, in radians from -π to π, positive where the
 * far bond is turned clockwise when looking along the axis (IUPAC). The gradient is that of A. Blondel and M. Karplus,
 * J. Comput. Chem. 17, 1132 (1996), which has no singularity at 0 and π.
 *
 * @param first index of an atom
 * @param second index of the atom where the axis begins
 * @param third index of the atom where the axis ends
 * @param fourth index of the last atom
 */
public record Torsion(int first, int second, int third, int fourth) implements Primitive {
    @Override
    public int[] atoms() {
        return new int[] {first, second, third, fourth};
    }

    @Override
    public double value(double[] x) {
        double[] axis = Space.between(x, third, second);
        double[] a = Space.cross(Space.between(x, second, first), axis);
        double[] b = Space.cross(Space.between(x, third, fourth), axis);
        return angle(axis, a, b);
    }

    private static double angle(double[] axis, double[] a, double[] b) {
        double length = Space.norm(axis);
        return length == 0 ? 0 : Math.atan2(Space.dot(Space.cross(b, a), axis) / length, Space.dot(a, b));
    }

    /** {@inheritDoc} The gradient is zero where three neighbours lie on a line, since it is undefined there. */
    @Override
    public double evaluate(double[] x, double[] gradient) {
        double[] near = Space.between(x, second, first);
        double[] axis = Space.between(x, third, second);
        double[] far = Space.between(x, third, fourth);
        double[] a = Space.cross(near, axis);
        double[] b = Space.cross(far, axis);
        double length = Space.norm(axis);
        double aa = Space.dot(a, a);
        double bb = Space.dot(b, b);
        boolean defined = aa > 0 && bb > 0 && length > 0;
        double perA = defined ? 1 / aa : 0;
        double perB = defined ? 1 / bb : 0;
        double lean = Space.dot(near, axis) / (length > 0 ? length : 1) * perA;
        double farLean = Space.dot(far, axis) / (length > 0 ? length : 1) * perB;
        for (int k = 0; k < 3; k++) {
            double twist = lean * a[k] - farLean * b[k];
            gradient[k] = -length * perA * a[k];
            gradient[9 + k] = length * perB * b[k];
            gradient[3 + k] = -gradient[k] + twist;
            gradient[6 + k] = -gradient[9 + k] - twist;
        }
        return angle(axis, a, b);
    }

    /** The shorter way round the circle, from -π to π. */
    @Override
    public double difference(double value, double from) {
        return Math.IEEEremainder(value - from, 2 * Math.PI);
    }
}
