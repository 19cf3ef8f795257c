package org.lowland.api.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Rotation;
import org.lowland.api.coordinate.Translation;
import org.lowland.api.system.AtomicSystem;

/**
 * A redundant set of internal coordinates of a system: distances of bonded atoms, angles, torsions, bends of straight
 * chains, flat centres and, where there are several fragments, where each is and how it is turned. Coordinates among
 * fixed atoms are left out. Immutable and thread-safe.
 *
 * <p>Bonds are those of the system; where it has none, atoms closer than 1.3 sums of covalent radii are bonded. Chemistry
 * with loose bonds needs no more than that: redundancy does no harm.
 */
public final class InternalCoordinates {
    /** Beyond this, in radians, an angle is too straight for its gradient. */
    private static final double STRAIGHT = Math.toRadians(172);

    /** Below this, an angle is too bent for the coordinates of a line. */
    private static final double BENT = Math.toRadians(155);

    private static final double FAR_TURN = 2;
    private static final int MOST_BONDS_PER_ATOM = 2;

    private final List<Primitive> primitives;
    private final int[][] atoms;
    private final int widest;

    private InternalCoordinates(List<Primitive> primitives) {
        this.primitives = List.copyOf(primitives);
        this.atoms = primitives.stream().map(Primitive::atoms).toArray(int[][]::new);
        this.widest = Arrays.stream(atoms).mapToInt(a -> a.length).max().orElse(0);
    }

    /**
     * Whether a system is made of molecules, so that internal coordinates say more than Cartesian ones: its atoms have
     * at most four bonds each on average, and most of them have one.
     *
     * @param system the atoms
     * @return false for clusters of atoms that attract each other from all sides, and for scattered atoms
     */
    public static boolean suit(AtomicSystem system) {
        BondGraph graph = BondGraph.of(system);
        return graph.bonds() <= MOST_BONDS_PER_ATOM * system.size()
                && 2 * graph.fragments().size() <= Math.max(2, system.size() + 1);
    }

    /**
     * The coordinates that suit a structure.
     *
     * @param system the atoms, in free space
     * @return the set; empty for a single atom
     */
    public static InternalCoordinates of(AtomicSystem system) {
        return new InternalCoordinates(new CoordinateBuilder(system).build());
    }

    /**
     * The same set with the Cartesian coordinates of all free atoms.
     *
     * @param system the atoms
     * @return a larger set, which spans every motion
     */
    public InternalCoordinates withCartesians(AtomicSystem system) {
        List<Primitive> all = new ArrayList<>(primitives);
        for (int atom = 0; atom < system.size(); atom++) {
            for (int axis = 0; axis < 3 && !system.isFixed(atom); axis++) {
                Primitive cartesian = new Translation(List.of(atom), axis);
                if (!all.contains(cartesian)) {
                    all.add(cartesian);
                }
            }
        }
        return new InternalCoordinates(all);
    }

    /** {@return the number of coordinates} */
    public int size() {
        return primitives.size();
    }

    /** {@return the coordinates, in the order of all values} */
    public List<Primitive> primitives() {
        return primitives;
    }

    /**
     * All values.
     *
     * @param positions 3N coordinates in Å
     * @return one value for each coordinate
     */
    public double[] values(double[] positions) {
        double[] values = new double[size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = primitives.get(k).value(positions);
        }
        return values;
    }

    /**
     * How far values are from others, coordinate by coordinate, the shorter way round where they are periodic.
     *
     * @param values one for each coordinate
     * @param from one for each coordinate
     * @return the differences
     */
    public double[] differences(double[] values, double[] from) {
        double[] differences = new double[size()];
        for (int k = 0; k < differences.length; k++) {
            differences[k] = primitives.get(k).difference(values[k], from[k]);
        }
        return differences;
    }

    /**
     * Values and gradients.
     *
     * @param positions 3N coordinates in Å
     * @param free the columns: for each atom its place among those that may move, or -1 when it is fixed
     * @return Wilson's B matrix there
     */
    public WilsonMatrix wilson(double[] positions, int[] free) {
        double[] values = new double[size()];
        int[] begin = new int[size() + 1];
        int[] columns = new int[capacity()];
        double[] entries = new double[columns.length];
        double[] gradient = new double[3 * widest];
        int next = 0;
        for (int k = 0; k < size(); k++) {
            values[k] = primitives.get(k).evaluate(positions, gradient);
            for (int place : byColumn(atoms[k], free)) {
                int column = free[atoms[k][place]];
                for (int axis = 0; axis < 3 && column >= 0; axis++) {
                    columns[next] = 3 * column + axis;
                    entries[next++] = gradient[3 * place + axis];
                }
            }
            begin[k + 1] = next;
        }
        return new WilsonMatrix(values, begin, columns, entries);
    }

    /** The places of atoms in the order of their columns. */
    private static int[] byColumn(int[] atoms, int[] free) {
        int[] places = new int[atoms.length];
        for (int next = 0; next < places.length; next++) {
            int hole = next;
            while (hole > 0 && free[atoms[places[hole - 1]]] > free[atoms[next]]) {
                places[hole] = places[hole - 1];
                hole--;
            }
            places[hole] = next;
        }
        return places;
    }

    private int capacity() {
        return Arrays.stream(atoms).mapToInt(a -> 3 * a.length).sum();
    }

    /**
     * Whether the set no longer suits a structure: an angle has become straight, or a straight one bent, or a fragment
     * has turned far.
     *
     * @param positions 3N coordinates in Å
     * @return true when a new set should be chosen there
     */
    public boolean isOutgrown(double[] positions) {
        for (Primitive primitive : primitives) {
            if (primitive instanceof Angle angle && angle.value(positions) > STRAIGHT) {
                return true;
            }
            if (primitive instanceof LinearBend bend
                    && new Angle(bend.first(), bend.centre(), bend.second()).value(positions) < BENT) {
                return true;
            }
            if (primitive instanceof Rotation rotation && rotation.turn(positions) > FAR_TURN) {
                return true;
            }
        }
        return false;
    }
}
