package org.lowland.api.hessian;

import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

/**
 * A guess of the second derivatives of the energy by internal coordinates: diagonal, from the elements and the geometry
 * alone. Stateless and thread-safe.
 */
public abstract class ModelHessian {
    /** Of a fragment's place and direction, in Hartree and bohr, as in geomeTRIC: a soft contact. */
    private static final double OF_FRAGMENTS = 0.05;

    private final String id;

    /**
     * A model.
     *
     * @param id its name among the options of optimizers
     */
    protected ModelHessian(String id) {
        this.id = id;
    }

    /** {@return the names of the models} */
    public static List<String> ids() {
        return List.of("lindh", "swart", "fischer");
    }

    /**
     * A model by its name.
     *
     * @param id one of {@link #ids()}
     * @return the model
     * @throws InputException when there is none of that name
     */
    public static ModelHessian byId(String id) {
        return switch (id) {
            case "lindh" -> new Lindh();
            case "swart" -> new Swart();
            case "fischer" -> new FischerAlmlof();
            default -> throw new InputException("There is no model Hessian '" + id + "'; known: " + ids());
        };
    }

    /** {@return its name among the options of optimizers} */
    public final String id() {
        return id;
    }

    /**
     * The force constants of coordinates.
     *
     * @param system the atoms, where the constants are wanted
     * @param coordinates of these atoms
     * @return one positive constant for each: in eV/Å² for lengths, eV/rad² for angles, eV for numbers without unit
     */
    public final double[] forceConstants(AtomicSystem system, List<? extends Primitive> coordinates) {
        Surroundings atoms = new Surroundings(system, coordinates);
        double[] constants = new double[coordinates.size()];
        for (int k = 0; k < constants.length; k++) {
            constants[k] = forceConstant(atoms, coordinates.get(k));
        }
        return constants;
    }

    private double forceConstant(Surroundings atoms, Primitive coordinate) {
        if (coordinate instanceof Distance d) {
            return stretch(atoms, d) * Units.HARTREE / (Units.BOHR * Units.BOHR);
        }
        if (coordinate instanceof Angle a) {
            return bend(atoms, a, atoms.sine(a)) * Units.HARTREE;
        }
        if (coordinate instanceof LinearBend b) {
            return bend(atoms, new Angle(b.first(), b.centre(), b.second()), 1) * Units.HARTREE;
        }
        if (coordinate instanceof Torsion t) {
            return torsion(atoms, t) * Units.HARTREE;
        }
        if (coordinate instanceof OutOfPlane o) {
            return outOfPlane(atoms, o) * Units.HARTREE;
        }
        return OF_FRAGMENTS * Units.HARTREE / (Units.BOHR * Units.BOHR);
    }

    /**
     * The constant of a distance.
     *
     * @param atoms distances and radii
     * @param d the distance
     * @return in Hartree/bohr²
     */
    abstract double stretch(Surroundings atoms, Distance d);

    /**
     * The constant of an angle.
     *
     * @param atoms distances and radii
     * @param a the angle
     * @param sine of the angle, 1 for the bends of a line
     * @return in Hartree/rad²
     */
    abstract double bend(Surroundings atoms, Angle a, double sine);

    /**
     * The constant of a torsion.
     *
     * @param atoms distances and radii
     * @param t the torsion
     * @return in Hartree/rad²
     */
    abstract double torsion(Surroundings atoms, Torsion t);

    /**
     * The constant of a flat centre.
     *
     * @param atoms distances and radii
     * @param o the centre and its neighbours
     * @return in Hartree
     */
    abstract double outOfPlane(Surroundings atoms, OutOfPlane o);

    @Override
    public final boolean equals(Object other) {
        return other instanceof ModelHessian that && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    @Override
    public final String toString() {
        return id;
    }
}
