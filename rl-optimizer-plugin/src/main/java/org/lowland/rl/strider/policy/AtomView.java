package org.lowland.rl.strider.policy;

import org.lowland.rl.strider.episode.Situation;

/**
 * What every atom sees: numbers that do not change when the structure is turned, moved or renumbered, and that mean the
 * same for any number of atoms. Logarithms keep them of order one from a melt full of overlaps to a cold glass.
 */
final class AtomView {
    /** Those of the atom and of the episode; one and two more for each kind of atoms follow. */
    private static final int COMMON = 9;

    private static final double FORCES = 0.25;
    private static final double DISPLACEMENTS = 0.33;
    private static final double NEIGHBOURS = 0.33;
    private static final double HUNDREDTH = 100;
    private static final double TINY = 1e-12;

    private final Architecture architecture;
    private final Situation state;
    private final int[] kinds;
    private final Surroundings surroundings;
    private final double commonDisplacement;
    private final double commonForce;

    AtomView(Architecture architecture, Situation state) {
        this.architecture = architecture;
        this.state = state;
        this.kinds = architecture.kinds(state.system());
        this.surroundings = new Surroundings(
                state.system(), kinds, architecture.kinds(), architecture.cutoff() * architecture.length());
        this.commonDisplacement = Math.log1p(HUNDREDTH * rootMeanSquare(state.displacement()) / architecture.length());
        this.commonForce = Math.log1p(rootMeanSquare(state.forces()) * perForce());
    }

    /** How many numbers an atom sees. */
    static int count(Architecture architecture) {
        return COMMON + 3 * architecture.kinds();
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
        numbers[0] = FORCES * Math.log1p(Math.sqrt(forceForce) * perForce());
        numbers[1] = DISPLACEMENTS * Math.log1p(HUNDREDTH * Math.sqrt(movedMoved) / architecture.length());
        numbers[2] = forceMoved / (Math.sqrt(forceForce * movedMoved) + TINY);
        numbers[3] = FORCES * Math.log1p(Math.sqrt(changeChange) * perForce());
        numbers[4] = forceChange / (Math.sqrt(forceForce * changeChange) + TINY);
        numbers[5] = left;
        numbers[6] = left * left;
        numbers[7] = DISPLACEMENTS * commonDisplacement;
        numbers[8] = FORCES * commonForce;
        int all = architecture.kinds();
        for (int kind = 0; kind < all; kind++) {
            numbers[COMMON + kind] = kinds[atom] == kind ? 1 : 0;
            numbers[COMMON + all + kind] = NEIGHBOURS * Math.log1p(surroundings.count(atom, kind));
            numbers[COMMON + 2 * all + kind] = FORCES * Math.log1p(surroundings.closeness(atom, kind));
        }
    }
}
