package org.lowland.api.hessian;

import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Torsion;

/** T. H. Fischer and J. Almlöf, J. Phys. Chem. 96, 9768 (1992), table 1. */
final class FischerAlmlof extends ModelHessian {
    FischerAlmlof() {
        super("fischer");
    }

    @Override
    double stretch(Surroundings atoms, Distance d) {
        double stretched = atoms.distance(d.first(), d.second()) - atoms.radii(d.first(), d.second());
        return 0.3601 * Math.exp(-1.944 * stretched);
    }

    @Override
    double bend(Surroundings atoms, Angle a, double sine) {
        double first = atoms.radii(a.first(), a.centre());
        double second = atoms.radii(a.centre(), a.second());
        double stretched =
                atoms.distance(a.first(), a.centre()) + atoms.distance(a.centre(), a.second()) - first - second;
        return 0.089 + 0.11 / Math.pow(first * second, -0.42) * Math.exp(-0.44 * stretched);
    }

    /** The published constant is that of the whole axis; each of its torsions has a share. */
    @Override
    double torsion(Surroundings atoms, Torsion t) {
        double length = atoms.distance(t.second(), t.third());
        double radii = atoms.radii(t.second(), t.third());
        return 0.0015
                + 14.0
                        * Math.pow(atoms.neighbours(t), 0.57)
                        / Math.pow(length * radii, 4.0)
                        * Math.exp(-2.85 * (length - radii));
    }

    @Override
    double outOfPlane(Surroundings atoms, OutOfPlane o) {
        double stretched = atoms.distance(o.centre(), o.first()) - atoms.radii(o.centre(), o.first());
        double product = atoms.radii(o.centre(), o.second()) * atoms.radii(o.centre(), o.third());
        return 0.0025 + 0.0061 * Math.pow(product, 0.80) * Math.exp(-3.00 * stretched);
    }
}
