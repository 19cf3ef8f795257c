package org.lowland.api.quadratic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Direction;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Rotation;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.coordinate.Translation;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.lowland.api.topology.InternalCoordinates;

/**
 * What stays the same from structure to structure: the internal coordinates of a system, their force constants by a
 * model, how large a change of each counts in a step, and which atoms may move. Immutable and thread-safe.
 */
public final class InternalSpace {
    private static final int KINDS = 4;

    /** How much stiffer a coordinate is that is held, so that no step tries to change it. */
    private static final double HELD = 1000;

    private static final int ATOMS_THAT_INTERACT = 60;

    private final InternalCoordinates coordinates;
    private final int[] columns;
    private final int[] ends;
    private final double[] stiffness;
    private final double[] weights;
    private final int[] kinds;
    private final boolean floating;

    private InternalSpace(AtomicSystem system, InternalCoordinates coordinates, ModelHessian model) {
        List<Primitive> primitives = coordinates.primitives();
        this.coordinates = coordinates;
        this.columns = BandOrder.columns(system, primitives);
        this.ends = coordinates.wilson(system.positions(), columns).ends(3 * system.freeAtoms());
        this.stiffness = model.forceConstants(system, primitives);
        for (Constraint constraint : system.constraints()) {
            stiffness[primitives.indexOf(constraint.coordinate())] *= HELD;
        }
        this.weights = weights(primitives);
        this.floating =
                system.freeAtoms() == system.size() && primitives.stream().noneMatch(InternalSpace::isOfFragment);
        this.kinds = primitives.stream().mapToInt(InternalSpace::kind).toArray();
    }

    /**
     * The space of a system.
     *
     * @param system the atoms where they start
     * @param model of the force constants
     * @return the space; where the usual internal coordinates do not span all motions, with Cartesian ones beside them;
     *     nothing when even those do not
     */
    public static Optional<InternalSpace> of(AtomicSystem system, ModelHessian model) {
        InternalCoordinates coordinates = InternalCoordinates.of(system);
        InternalSpace usual = new InternalSpace(system, coordinates, model);
        if (usual.spans(system)) {
            return Optional.of(usual);
        }
        InternalSpace larger = new InternalSpace(system, coordinates.withCartesians(system), model);
        return Optional.of(larger).filter(space -> space.spans(system));
    }

    private boolean spans(AtomicSystem system) {
        double[] still = new double[3 * system.size()];
        return InternalPoint.of(this, system.positions(), still).isPresent();
    }

    /** Lengths in bohr, angles in radians; the torsions about one axis share its weight. */
    private static double[] weights(List<Primitive> primitives) {
        Map<Long, Integer> abouts = new HashMap<>();
        for (Primitive primitive : primitives) {
            if (primitive instanceof Torsion torsion) {
                abouts.merge(axis(torsion), 1, Integer::sum);
            }
        }
        double[] weights = new double[primitives.size()];
        for (int k = 0; k < weights.length; k++) {
            Primitive primitive = primitives.get(k);
            if (primitive instanceof Torsion torsion) {
                weights[k] = 1.0 / abouts.get(axis(torsion));
            } else {
                weights[k] = isLength(primitive) ? 1 / (Units.BOHR * Units.BOHR) : 1;
            }
        }
        return weights;
    }

    private static long axis(Torsion torsion) {
        long low = Math.min(torsion.second(), torsion.third());
        return low << Integer.SIZE | Math.max(torsion.second(), torsion.third());
    }

    private static boolean isLength(Primitive primitive) {
        return primitive instanceof Distance || isOfFragment(primitive);
    }

    private static boolean isOfFragment(Primitive primitive) {
        return primitive instanceof Translation || primitive instanceof Rotation || primitive instanceof Direction;
    }

    /** Coordinates of one kind are wrong in the model by much the same factor. */
    private static int kind(Primitive primitive) {
        if (primitive instanceof Distance) {
            return 0;
        }
        if (primitive instanceof Angle || primitive instanceof LinearBend) {
            return 1;
        }
        return primitive instanceof Torsion ? 2 : KINDS - 1;
    }

    /**
     * Whether another set of coordinates is needed at a structure, because angles have become straight or fragments have
     * turned.
     *
     * @param positions 3N coordinates in Å
     * @return true when it is
     */
    public boolean isOutgrown(double[] positions) {
        return coordinates.isOutgrown(positions);
    }

    /** {@return the coordinates} */
    public InternalCoordinates coordinates() {
        return coordinates;
    }

    /** Whether neither a fixed atom nor a coordinate holds the atoms in space. */
    boolean isFloating() {
        return floating;
    }

    /** For each atom its place among the free ones, or -1. */
    int[] columns() {
        return columns;
    }

    /** The number of Cartesian coordinates of the free atoms. */
    int cartesians() {
        return ends.length;
    }

    /** Where the rows of matrices BᵀDB end; not to be changed. */
    int[] ends() {
        return ends;
    }

    /** How many times larger a system is than one in which all coordinates have to do with each other. */
    double extent() {
        return Math.max(1, cartesians() / (3.0 * ATOMS_THAT_INTERACT));
    }

    /** The force constants by the model; not to be changed. */
    double[] stiffness() {
        return stiffness;
    }

    /** The weight of the square of each coordinate's change in the square of a step's length; not to be changed. */
    double[] weights() {
        return weights;
    }

    /** The number of kinds of coordinates. */
    int kinds() {
        return KINDS;
    }

    /** The kind of a coordinate: stretch, bend, torsion, other. */
    int kind(int coordinate) {
        return kinds[coordinate];
    }

    /** The components of the free atoms out of those of all. */
    double[] free(double[] all) {
        double[] result = new double[cartesians()];
        for (int k = 0; k < all.length; k++) {
            if (columns[k / 3] >= 0) {
                result[3 * columns[k / 3] + k % 3] = all[k];
            }
        }
        return result;
    }

    /** Positions with displacements of the free atoms added. */
    double[] moved(double[] positions, double[] displacement) {
        double[] result = positions.clone();
        for (int k = 0; k < result.length; k++) {
            if (columns[k / 3] >= 0) {
                result[k] += displacement[3 * columns[k / 3] + k % 3];
            }
        }
        return result;
    }

    @Override
    public String toString() {
        return "InternalSpace[" + coordinates.size() + " coordinates, " + cartesians() + " Cartesian, columns "
                + Arrays.toString(columns) + "]";
    }
}
