package org.lowland.api.coordinate;

/**
 * One of the two bends of three atoms that lie nearly on a line, where the angle itself has no gradient: the sum of the
 * unit vectors from the centre to the two ends, along a direction across the line. It is zero on the line and there
 * grows as the angle in radians.
 *
 * <p>The direction is the cross product of the line through the two ends with a reference vector, or, for the second
 * bend, that of the line with the first direction; so it follows the line as the molecule turns.
 *
 * @param first index of an atom
 * @param centre index of the atom in the middle
 * @param second index of another atom
 * @param reference the axis 0, 1 or 2 for x, y, z that is the reference vector, far from the line
 * @param component 0 or 1
 */
public record LinearBend(int first, int centre, int second, int reference, int component) implements Primitive {

    /**
     * The two bends of three atoms.
     *
     * @param first index of an atom
     * @param centre index of the atom in the middle
     * @param second index of another atom
     * @param positions 3N coordinates in Å, where the reference is chosen: the axis farthest from the line
     * @return both components
     */
    public static LinearBend[] pair(int first, int centre, int second, double[] positions) {
        double[] line = Space.between(positions, first, second);
        int reference = 0;
        for (int axis = 1; axis < 3; axis++) {
            if (Math.abs(line[axis]) < Math.abs(line[reference])) {
                reference = axis;
            }
        }
        return new LinearBend[] {
            new LinearBend(first, centre, second, reference, 0), new LinearBend(first, centre, second, reference, 1)
        };
    }

    @Override
    public int[] atoms() {
        return new int[] {first, centre, second};
    }

    @Override
    public double value(double[] x) {
        double[] line = Space.unit(Space.between(x, first, second));
        double[] across = Space.unit(Space.cross(line, axis()));
        double[] bend =
                Space.sum(Space.unit(Space.between(x, centre, first)), Space.unit(Space.between(x, centre, second)));
        return Space.dot(bend, component == 0 ? across : Space.cross(line, across));
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
        double[] ends = Space.between(x, first, second);
        double[] line = Space.unit(ends);
        double[] perpendicular = Space.cross(line, axis());
        double[] across = Space.unit(perpendicular);
        double[] direction = component == 0 ? across : Space.cross(line, across);
        double[] u = Space.between(x, centre, first);
        double[] v = Space.between(x, centre, second);
        double[] bend = Space.sum(Space.unit(u), Space.unit(v));
        double[] byAcross = component == 0 ? bend : Space.cross(bend, line);
        double[] byLine = component == 0 ? new double[3] : Space.cross(across, bend);
        double[] byPerpendicular = Space.throughUnit(byAcross, across, Space.norm(perpendicular));
        byLine = Space.sum(byLine, Space.cross(axis(), byPerpendicular));
        double[] byEnds = Space.throughUnit(byLine, line, Space.norm(ends));
        double[] byFirst = Space.throughUnit(direction, Space.unit(u), Space.norm(u));
        double[] bySecond = Space.throughUnit(direction, Space.unit(v), Space.norm(v));
        Space.put(gradient, 0, 1, byFirst);
        Space.add(gradient, 0, -1, byEnds);
        Space.put(gradient, 1, -1, Space.sum(byFirst, bySecond));
        Space.put(gradient, 2, 1, bySecond);
        Space.add(gradient, 2, 1, byEnds);
        return Space.dot(bend, direction);
    }

    private double[] axis() {
        double[] axis = new double[3];
        axis[reference] = 1;
        return axis;
    }
}
