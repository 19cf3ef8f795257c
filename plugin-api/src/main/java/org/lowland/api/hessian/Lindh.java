package org.lowland.api.hessian;

import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Torsion;

/**
 * R. Lindh, A. Bernhardsson, G. Karlström and P.-Å. Malmqvist, Chem. Phys. Lett. 241, 423 (1995): products of Gaussians
 * of the distances, with parameters by the rows of the periodic table.
 */
final class Lindh extends ModelHessian {
    private static final double STRETCH = 0.45;
    private static final double BEND = 0.15;
    private static final double TORSION = 0.005;
    private static final double OUT_OF_PLANE = 0.045;
    private static final double[][] EXPONENT = {{1.0, 0.3949, 0.3949}, {0.3949, 0.28, 0.28}, {0.3949, 0.28, 0.28}};
    private static final double[][] LENGTH = {{1.35, 2.10, 2.53}, {2.10, 2.87, 3.40}, {2.53, 3.40, 3.40}};

    Lindh() {
        super("lindh");
    }

    private static double decay(Surroundings atoms, int i, int j) {
        double length = LENGTH[atoms.row(i)][atoms.row(j)];
        double r = atoms.distance(i, j);
        return Math.exp(EXPONENT[atoms.row(i)][atoms.row(j)] * (length * length - r * r));
    }

    @Override
    double stretch(Surroundings atoms, Distance d) {
        return STRETCH * decay(atoms, d.first(), d.second());
    }

    @Override
    double bend(Surroundings atoms, Angle a, double sine) {
        return BEND * decay(atoms, a.first(), a.centre()) * decay(atoms, a.centre(), a.second());
    }

    @Override
    double torsion(Surroundings atoms, Torsion t) {
        return TORSION
                * decay(atoms, t.first(), t.second())
                * decay(atoms, t.second(), t.third())
                * decay(atoms, t.third(), t.fourth());
    }

    @Override
    double outOfPlane(Surroundings atoms, OutOfPlane o) {
        return OUT_OF_PLANE
                * decay(atoms, o.centre(), o.first())
                * decay(atoms, o.centre(), o.second())
                * decay(atoms, o.centre(), o.third());
    }
}
