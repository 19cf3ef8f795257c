package org.lowland.test;

import java.util.Arrays;
import java.util.Random;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/**
 * Structures for tests, built from usual bond lengths and angles: near a minimum of any sensible potential, at one of
 * none. Molecules carry their bonds.
 */
public final class Structures {
    private static final double CH = 1.09;
    private static final double CC = 1.53;
    private static final double TETRAHEDRAL = Math.acos(-1.0 / 3);
    private static final int ARGON = 18;
    private static final int NICKEL = 28;
    private static final int PHOSPHORUS = 15;

    private Structures() {}

    /** {@return H2O} */
    public static AtomicSystem water() {
        double r = 0.96;
        double half = Math.toRadians(104.5) / 2;
        double x = r * Math.sin(half);
        double y = r * Math.cos(half);
        return molecule(new int[] {8, 1, 1}, new double[] {0, 0, 0, x, y, 0, -x, y, 0}, 0, 1, 0, 2);
    }

    /** {@return CH4} */
    public static AtomicSystem methane() {
        double c = CH / Math.sqrt(3);
        return molecule(
                new int[] {6, 1, 1, 1, 1},
                new double[] {0, 0, 0, c, c, c, c, -c, -c, -c, c, -c, -c, -c, c},
                0,
                1,
                0,
                2,
                0,
                3,
                0,
                4);
    }

    /** {@return CH3CH2OH, staggered} */
    public static AtomicSystem ethanol() {
        double[] positions = {
            0.000, 0.000, 0.000, 1.520, 0.000, 0.000, 1.962, 1.360, 0.000, -0.373, 0.512, 0.887, -0.373, -1.024, 0.000,
            -0.373, 0.512, -0.887, 1.893, -0.512, -0.887, 1.893, -0.512, 0.887, 2.922, 1.360, 0.000
        };
        return molecule(
                new int[] {6, 6, 8, 1, 1, 1, 1, 1, 1}, positions, 0, 1, 1, 2, 0, 3, 0, 4, 0, 5, 1, 6, 1, 7, 2, 8);
    }

    /** {@return C9H8O4, a conformation of aspirin} */
    public static AtomicSystem aspirin() {
        double[] positions = {
            -1.2889, 1.2085, -3.1058, -0.3685, 0.6848, -2.0049, -0.3894, -0.4939, -1.7110, 0.4654, 1.5454, -1.3653,
            1.2223, 0.9282, -0.4101, 1.1587, -0.4372, -0.1109, 2.0002, -0.9801, 0.8965, 2.8959, -0.1575, 1.5899, 2.9714,
            1.2069, 1.2974, 2.1387, 1.7575, 0.3017, 2.2348, 3.1994, -0.0004, 3.0236, 3.8993, 0.6043, 1.4361, 3.7411,
            -0.9639, -0.9594, 2.1723, -3.4218, -1.2660, 0.5357, -3.9391, -2.2906, 1.2770, -2.7381, 0.5694, -1.0374,
            -0.5541, 1.9550, -1.9070, 1.1032, 3.4606, -0.5172, 2.2667, 3.5756, 1.7780, 1.7583, 1.5855, 4.6828, -1.0764
        };
        int[] numbers = {6, 6, 8, 8, 6, 6, 6, 6, 6, 6, 6, 8, 8, 1, 1, 1, 1, 1, 1, 1, 1};
        int[] bonds = {
            0, 1, 1, 2, 1, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 4, 9, 9, 10, 10, 11, 10, 12, 0, 13, 0, 14, 0, 15, 5,
            16, 6, 17, 7, 18, 8, 19, 12, 20
        };
        return molecule(numbers, positions, bonds);
    }

    /** {@return CH3CONH2} */
    public static AtomicSystem acetamide() {
        double[] positions = {
            0.000, 0.000, 0.000, 1.510, 0.000, 0.000, 2.157, 1.035, 0.000, 2.085, -1.233, 0.000, -0.373, 1.024, 0.000,
            -0.373, -0.512, 0.887, -0.373, -0.512, -0.887, 3.091, -1.321, 0.000, 1.505, -2.060, 0.000
        };
        return molecule(
                new int[] {6, 6, 8, 7, 1, 1, 1, 1, 1}, positions, 0, 1, 1, 2, 1, 3, 0, 4, 0, 5, 0, 6, 3, 7, 3, 8);
    }

    /** {@return CH2ClSH} */
    public static AtomicSystem chloromethanethiol() {
        double[] positions = {
            0.000, 0.000, 0.000, 1.820, 0.000, 0.000, 1.960, 1.333, 0.000, -0.373, 0.512, 0.887, -0.373, -1.024, 0.000,
            -0.605, 0.832, -1.440
        };
        return molecule(new int[] {6, 16, 1, 1, 1, 17}, positions, 0, 1, 1, 2, 0, 3, 0, 4, 0, 5);
    }

    /**
     * The unit cell of the crystal of urea, CO(NH2)2, two molecules, as S. Swaminathan, B. M. Craven, R. K. McMullan,
     * Acta Cryst. B40, 300 (1984) found it by neutrons at 12 K.
     *
     * @return 16 atoms in a tetragonal cell
     */
    public static AtomicSystem urea() {
        double a = 5.565;
        double c = 4.684;
        int[] numbers = new int[16];
        double[] positions = new double[48];
        int[] elements = {6, 8, 7, 7, 1, 1, 1, 1};
        double[] x = {0, 0, 0.1447, -0.1447, 0.2552, -0.2552, 0.1428, -0.1428};
        double[] z = {0.3280, 0.5963, 0.1785, 0.1785, 0.2841, 0.2841, -0.0339, -0.0339};
        for (int atom = 0; atom < 8; atom++) {
            numbers[atom] = elements[atom];
            numbers[8 + atom] = elements[atom];
            double[] first = {x[atom], x[atom] + 0.5, z[atom]};
            double[] second = {x[atom] + 0.5, -x[atom], -z[atom]};
            for (int axis = 0; axis < 3; axis++) {
                double edge = axis < 2 ? a : c;
                positions[3 * atom + axis] = edge * first[axis];
                positions[3 * (8 + atom) + axis] = edge * second[axis];
            }
        }
        return AtomicSystem.builder(numbers, positions)
                .bonds(new int[] {
                    0, 1, 0, 2, 0, 3, 2, 4, 2, 6, 3, 5, 3, 7, 8, 9, 8, 10, 8, 11, 10, 12, 10, 14, 11, 13, 11, 15
                })
                .cell(Cell.orthorhombic(a, a, c))
                .build();
    }

    /** {@return C6H6} */
    public static AtomicSystem benzene() {
        int[] numbers = new int[12];
        double[] positions = new double[36];
        int[] bonds = new int[24];
        for (int k = 0; k < 6; k++) {
            numbers[k] = 6;
            numbers[6 + k] = 1;
            for (int ring = 0; ring < 2; ring++) {
                double radius = ring == 0 ? 1.39 : 1.39 + CH;
                positions[3 * (6 * ring + k)] = radius * Math.cos(k * Math.PI / 3);
                positions[3 * (6 * ring + k) + 1] = radius * Math.sin(k * Math.PI / 3);
            }
            bonds[2 * k] = k;
            bonds[2 * k + 1] = (k + 1) % 6;
            bonds[12 + 2 * k] = k;
            bonds[12 + 2 * k + 1] = 6 + k;
        }
        return molecule(numbers, positions, bonds);
    }

    /**
     * A straight alkane, all anti.
     *
     * @param carbons 2 or more
     * @return the molecule, carbons first
     */
    public static AtomicSystem alkane(int carbons) {
        int atoms = 3 * carbons + 2;
        int[] numbers = new int[atoms];
        Arrays.fill(numbers, 1);
        Arrays.fill(numbers, 0, carbons, 6);
        double[] positions = new double[3 * atoms];
        int[] bonds = new int[2 * (atoms - 1)];
        double dx = CC * Math.sin(TETRAHEDRAL / 2);
        double dy = CC * Math.cos(TETRAHEDRAL / 2);
        int hydrogen = carbons;
        int bond = 0;
        for (int c = 0; c < carbons; c++) {
            double up = c % 2 == 0 ? -1 : 1;
            positions[3 * c] = c * dx;
            positions[3 * c + 1] = up * dy / 2;
            if (c > 0) {
                bonds[bond++] = c - 1;
                bonds[bond++] = c;
            }
            for (int side = -1; side <= 1; side++) {
                boolean end = c == 0 || c == carbons - 1;
                if (side != 0 || end) {
                    double[] direction = side == 0
                            ? new double[] {c == 0 ? -dx : dx, -up * dy, 0}
                            : new double[] {0, up * dy, side * dx};
                    for (int axis = 0; axis < 3; axis++) {
                        positions[3 * hydrogen + axis] = positions[3 * c + axis] + direction[axis] * CH / CC;
                    }
                    bonds[bond++] = c;
                    bonds[bond++] = hydrogen++;
                }
            }
        }
        return molecule(numbers, positions, bonds);
    }

    /**
     * Eight water molecules in a periodic box, turned one by one.
     *
     * @return a cubic cell of 6.3 Å
     */
    public static AtomicSystem waterBox() {
        double edge = 6.3;
        Random random = new Random(8);
        int[] numbers = new int[24];
        double[] positions = new double[72];
        for (int k = 0; k < 8; k++) {
            AtomicSystem turned = Transformations.rotated(water(), Transformations.randomRotation(random));
            for (int atom = 0; atom < 3; atom++) {
                numbers[3 * k + atom] = turned.atomicNumber(atom);
                for (int axis = 0; axis < 3; axis++) {
                    positions[9 * k + 3 * atom + axis] =
                            turned.position(atom, axis) + ((k >> axis & 1) + 0.25) * edge / 2;
                }
            }
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
    }

    /** {@return the icosahedron of 13 argon atoms with σ = 1 Å, near the lowest minimum of Lennard-Jones} */
    public static AtomicSystem icosahedron() {
        double golden = (1 + Math.sqrt(5)) / 2;
        double scale = 1.1 / Math.sqrt(1 + golden * golden);
        double[] positions = new double[39];
        int atom = 1;
        for (int axis = 0; axis < 3; axis++) {
            for (int corner = 0; corner < 4; corner++) {
                positions[3 * atom + (axis + 1) % 3] = scale * (corner % 2 == 0 ? 1 : -1);
                positions[3 * atom + (axis + 2) % 3] = scale * golden * (corner < 2 ? 1 : -1);
                atom++;
            }
        }
        return AtomicSystem.of(filled(13, ARGON), positions);
    }

    /**
     * Argon atoms at random in a ball of the density of a Lennard-Jones cluster with σ = 1 Å, none closer than 0.7 Å.
     *
     * @param atoms their number
     * @param seed the same seed gives the same cluster
     * @return a system in free space
     */
    public static AtomicSystem randomCluster(int atoms, long seed) {
        Random random = new Random(seed);
        double radius = 0.5 + Math.cbrt(3 * atoms / (4 * Math.PI * Math.sqrt(2))) * 1.3;
        double[] positions = new double[3 * atoms];
        int placed = 0;
        while (placed < atoms) {
            double[] p = random.doubles(3, -radius, radius).toArray();
            if (p[0] * p[0] + p[1] * p[1] + p[2] * p[2] < radius * radius && isFree(positions, placed, p, 0)) {
                System.arraycopy(p, 0, positions, 3 * placed++, 3);
            }
        }
        return AtomicSystem.of(filled(atoms, ARGON), positions);
    }

    /**
     * A random mixture of four A particles (Ni) to one B particle (P) in a cubic box at the density 1.2/σ³ of W. Kob and
     * H. C. Andersen, Phys. Rev. E 51, 4626 (1995), σ = 1 Å, none closer than 0.7 Å.
     *
     * @param atoms their number
     * @param seed the same seed gives the same box
     * @return a periodic system
     */
    public static AtomicSystem kobAndersenBox(int atoms, long seed) {
        Random random = new Random(seed);
        double edge = Math.cbrt(atoms / 1.2);
        double[] positions = new double[3 * atoms];
        int placed = 0;
        while (placed < atoms) {
            double[] p = random.doubles(3, 0, edge).toArray();
            if (isFree(positions, placed, p, edge)) {
                System.arraycopy(p, 0, positions, 3 * placed++, 3);
            }
        }
        int[] numbers = filled(atoms, NICKEL);
        for (int atom = 4; atom < atoms; atom += 5) {
            numbers[atom] = PHOSPHORUS;
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
    }

    private static boolean isFree(double[] positions, int placed, double[] p, double edge) {
        for (int other = 0; other < placed; other++) {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double d = p[axis] - positions[3 * other + axis];
                d -= edge == 0 ? 0 : edge * Math.rint(d / edge);
                squared += d * d;
            }
            if (squared < 0.49) {
                return false;
            }
        }
        return true;
    }

    private static int[] filled(int atoms, int number) {
        int[] numbers = new int[atoms];
        Arrays.fill(numbers, number);
        return numbers;
    }

    private static AtomicSystem molecule(int[] numbers, double[] positions, int... bonds) {
        return AtomicSystem.builder(numbers, positions).bonds(bonds).build();
    }
}
