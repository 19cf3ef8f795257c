package org.lowland.rl.strider.policy;

import java.util.Arrays;
import org.lowland.api.UnsupportedException;
import org.lowland.rl.strider.episode.Situation;

/**
 * What every atom sees: numbers that do not change when the structure is turned, moved or renumbered, and that mean the
 * same for any number of atoms. Logarithms keep them of order one from a melt full of overlaps to a cold glass.
 */
final class AtomView {
    /** Those of the atom and of the episode; one and two more for each kind of atoms follow, then energies. */
    private static final int COMMON = 9;

    private static final double FORCES = 0.25;
    private static final double DISPLACEMENTS = 0.33;
    private static final double NEIGHBOURS = 0.33;
    private static final double ENERGIES = 0.4;
    private static final double HUNDREDTH = 100;
    private static final double TINY = 1e-12;

    private final Architecture architecture;
    private final Situation state;
    private final int[] kinds;
    private final Surroundings surroundings;
    private final double commonDisplacement;
    private final double commonForce;
    private final double meanEnergy;

    AtomView(Architecture architecture, Situation state) {
        this.architecture = architecture;
        this.state = state;
        this.kinds = architecture.kinds(state.system());
        this.surroundings = new Surroundings(
                state.system(), kinds, architecture.kinds(), architecture.cutoff() * architecture.length());
        this.commonDisplacement =
                logOfOneMore(HUNDREDTH * rootMeanSquare(state.displacement()) / architecture.length());
        this.commonForce = logOfOneMore(rootMeanSquare(state.forces()) * perForce());
        this.meanEnergy = meanEnergy();
    }

    /** How many numbers an atom sees. */
    static int count(Architecture architecture) {
        return COMMON + 3 * architecture.kinds() + (architecture.energies() ? 2 : 0);
    }

    /** The mean share in the energy; refuses potentials that do not tell the shares. */
    private double meanEnergy() {
        double[] shares = state.atomEnergies();
        if (!architecture.energies()) {
            return 0;
        }
        if (shares.length != state.atoms()) {
            throw new UnsupportedException("This policy looks at the energy of each atom, which the potential does not"
                    + " tell; use a sum of pair energies such as 'kob-andersen', or a policy without 'energies'");
        }
        return Arrays.stream(shares).average().orElse(0);
    }

    /** Not Math.log1p, which is many times slower and more exact than small numbers beside one need. */
    private static double logOfOneMore(double x) {
        return Math.log(1 + x);
    }

    /** Of order one from the depth of a pair to a melt full of overlaps, odd. */
    private double compressed(double energy) {
        double reduced = energy / architecture.energy();
        return ENERGIES * Math.copySign(logOfOneMore(Math.abs(reduced)), reduced);
    }

    private double perForce() {
        return architecture.length() / architecture.energy();
    }

    private static double rootMeanSquare(double[] vectors) {
        double sum = 0;
        for (double component : vectors) {
            sum += component * component;
        }
        return Math.sqrt(3 * sum / vectors.length);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /**
     * Adds the gradient by the coordinates of the situation.
     *
     * @param by what each atom sees, atom by atom
     * @param around what is around each atom beside that, to which what the atoms see is added
     * @param sum the gradient by positions, forces, forces before and displacement
     */
    void pullback(double[][] by, Surroundings.Gradient around, double[] sum) {
        int size = 3 * state.atoms();
        double byCommonDisplacement = 0;
        double byCommonForce = 0;
        double byMeanEnergy = 0;
        for (int atom = 0; atom < by.length; atom++) {
            byCommonDisplacement += DISPLACEMENTS * by[atom][7];
            byCommonForce += FORCES * by[atom][8];
            int all = architecture.kinds();
            for (int kind = 0; kind < all; kind++) {
                int place = atom * all + kind;
                around.count()[place] +=
                        NEIGHBOURS * by[atom][COMMON + all + kind] / (1 + surroundings.count(atom, kind));
                around.closeness()[place] +=
                        FORCES * by[atom][COMMON + 2 * all + kind] / (1 + surroundings.closeness(atom, kind));
            }
            if (architecture.energies()) {
                double own = by[atom][COMMON + 3 * all] * slopeOfCompressed(state.atomEnergies()[atom] - meanEnergy);
                sum[Situation.SHARES_AFTER * state.atoms() + atom] += own;
                byMeanEnergy += by[atom][COMMON + 3 * all + 1] * slopeOfCompressed(meanEnergy) - own;
            }
            pullback(atom, by[atom], sum);
        }
        for (int k = Situation.SHARES_AFTER * state.atoms(); k < sum.length; k++) {
            sum[k] += byMeanEnergy / state.atoms();
        }
        addRootMeanSquare(state.displacement(), HUNDREDTH / architecture.length(), byCommonDisplacement, sum, 3 * size);
        addRootMeanSquare(state.forces(), perForce(), byCommonForce, sum, size);
        surroundings.pullback(state.system(), around, sum);
    }

    /** Adds the gradient of log(1 + scale · root mean square). */
    private static void addRootMeanSquare(double[] vectors, double scale, double weight, double[] sum, int offset) {
        double root = rootMeanSquare(vectors);
        double factor = weight * scale / (1 + scale * root) / (root + TINY) * 3 / vectors.length;
        for (int k = 0; k < vectors.length; k++) {
            sum[offset + k] += factor * vectors[k];
        }
    }

    /** Adds what an atom sees of its own force, change of force and displacement. */
    private void pullback(int atom, double[] by, double[] sum) {
        int size = 3 * state.atoms();
        double[] force = new double[3];
        double[] moved = new double[3];
        double[] change = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int k = 3 * atom + axis;
            force[axis] = state.forces()[k];
            moved[axis] = state.displacement()[k];
            change[axis] = force[axis] - state.forcesBefore()[k];
        }
        double[] byForce = new double[3];
        double[] byMoved = new double[3];
        double[] byChange = new double[3];
        addLength(force, perForce(), FORCES * by[0], byForce);
        addLength(moved, HUNDREDTH / architecture.length(), DISPLACEMENTS * by[1], byMoved);
        addLength(change, perForce(), FORCES * by[3], byChange);
        addAngle(force, moved, by[2], byForce, byMoved);
        addAngle(force, change, by[4], byForce, byChange);
        for (int axis = 0; axis < 3; axis++) {
            int k = 3 * atom + axis;
            sum[size + k] += byForce[axis] + byChange[axis];
            sum[2 * size + k] -= byChange[axis];
            sum[3 * size + k] += byMoved[axis];
        }
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Adds the gradient of log(1 + scale · length). */
    private static void addLength(double[] vector, double scale, double weight, double[] by) {
        double length = Math.sqrt(dot(vector, vector));
        double factor = weight * scale / (1 + scale * length) / (length + TINY);
        for (int axis = 0; axis < 3; axis++) {
            by[axis] += factor * vector[axis];
        }
    }

    /** Adds the gradient of the cosine of the angle between two vectors. */
    private static void addAngle(double[] a, double[] b, double weight, double[] byA, double[] byB) {
        double aa = dot(a, a);
        double bb = dot(b, b);
        double lengths = Math.sqrt(aa * bb);
        if (lengths == 0) {
            return;
        }
        double below = lengths + TINY;
        double factor = dot(a, b) / (below * below * lengths);
        for (int axis = 0; axis < 3; axis++) {
            byA[axis] += weight * (b[axis] / below - factor * bb * a[axis]);
            byB[axis] += weight * (a[axis] / below - factor * aa * b[axis]);
        }
    }

    private double slopeOfCompressed(double energy) {
        return ENERGIES / (architecture.energy() + Math.abs(energy));
    }

    /** Writes down what an atom sees. */
    void see(int atom, double[] numbers) {
        double[] force = state.forces();
        double[] before = state.forcesBefore();
        double[] moved = state.displacement();
        double forceForce = 0;
        double movedMoved = 0;
        double forceMoved = 0;
        double changeChange = 0;
        double forceChange = 0;
        for (int k = 3 * atom; k < 3 * atom + 3; k++) {
            double change = force[k] - before[k];
            forceForce += force[k] * force[k];
            movedMoved += moved[k] * moved[k];
            forceMoved += force[k] * moved[k];
            changeChange += change * change;
            forceChange += force[k] * change;
        }
        double left = state.left();
        numbers[0] = FORCES * logOfOneMore(Math.sqrt(forceForce) * perForce());
        numbers[1] = DISPLACEMENTS * logOfOneMore(HUNDREDTH * Math.sqrt(movedMoved) / architecture.length());
        numbers[2] = forceMoved / (Math.sqrt(forceForce * movedMoved) + TINY);
        numbers[3] = FORCES * logOfOneMore(Math.sqrt(changeChange) * perForce());
        numbers[4] = forceChange / (Math.sqrt(forceForce * changeChange) + TINY);
        numbers[5] = left;
        numbers[6] = left * left;
        numbers[7] = DISPLACEMENTS * commonDisplacement;
        numbers[8] = FORCES * commonForce;
        int all = architecture.kinds();
        for (int kind = 0; kind < all; kind++) {
            numbers[COMMON + kind] = kinds[atom] == kind ? 1 : 0;
            numbers[COMMON + all + kind] = NEIGHBOURS * logOfOneMore(surroundings.count(atom, kind));
            numbers[COMMON + 2 * all + kind] = FORCES * logOfOneMore(surroundings.closeness(atom, kind));
        }
        if (architecture.energies()) {
            numbers[COMMON + 3 * all] = compressed(state.atomEnergies()[atom] - meanEnergy);
            numbers[COMMON + 3 * all + 1] = compressed(meanEnergy);
        }
    }
}
