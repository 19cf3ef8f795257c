package org.lowland.api.hessian;

import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Torsion;

/**
 * M. Swart and F. M. Bickelhaupt, Int. J. Quantum Chem. 106, 2536 (2006): products of exponentials of the distances over
 * the sums of covalent radii; bends and torsions at nearly straight angles are softer.
 */
final class Swart extends ModelHessian {
    private static final double STRETCH = 0.35;
    private static final double BEND = 0.075;
    private static final double TORSION = 0.001;
    private static final double OUT_OF_PLANE = 0.045;
    private static final double STRAIGHT = 0.12;

    Swart() {
        super("swart");
    }

    private static double decay(Surroundings atoms, int i, int j) {
        return Math.exp(1 - atoms.distance(i, j) / atoms.radii(i, j));
    }

    private static double bent(double sine) {
        double factor = STRAIGHT + (1 - STRAIGHT) * sine;
        return factor * factor;
    }

    @Override
    double stretch(Surroundings atoms, Distance d) {
        return STRETCH * decay(atoms, d.first(), d.second());
    }

    @Override
    double bend(Surroundings atoms, Angle a, double sine) {
        return BEND * decay(atoms, a.first(), a.centre()) * decay(atoms, a.centre(), a.second()) * bent(sine);
    }

    @Override
    double torsion(Surroundings atoms, Torsion t) {
        return TORSION
                * decay(atoms, t.first(), t.second())
                * decay(atoms, t.second(), t.third())
                * decay(atoms, t.third(), t.fourth())
                * bent(atoms.sine(new Angle(t.first(), t.second(), t.third())))
                * bent(atoms.sine(new Angle(t.second(), t.third(), t.fourth())));
    }

    @Override
    double outOfPlane(Surroundings atoms, OutOfPlane o) {
        return OUT_OF_PLANE
                * decay(atoms, o.centre(), o.first())
                * decay(atoms, o.centre(), o.second())
                * decay(atoms, o.centre(), o.third());
    }
}
