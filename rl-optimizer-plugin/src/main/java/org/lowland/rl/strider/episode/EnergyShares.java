package org.lowland.rl.strider.episode;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/**
 * How the shares of the atoms in a sum of pair energies change with the positions. A potential does not tell that, but of a
 * sum of pairs every pair can be evaluated alone.
 */
final class EnergyShares {
    /** Relative; beyond it the potential is no sum of pairs of nearest images. */
    private static final double TOLERANCE = 1e-6;

    private EnergyShares() {}

    /**
     * The gradient of the shares.
     *
     * @param potential that gave the shares
     * @param at where they are
     * @param gradient by all coordinates of the situation, those by the shares last
     * @return 3N components by the positions; zeros where the shares do not count
     * @throws UnsupportedException when the potential is no sum of pairs of nearest images
     */
    static double[] gradient(Potential potential, Situation at, double[] gradient) {
        double[] sum = new double[3 * at.atoms()];
        int shares = Situation.SHARES_AFTER * at.atoms();
        boolean counts = false;
        for (int k = shares; k < gradient.length; k++) {
            counts |= gradient[k] != 0;
        }
        if (!counts) {
            return sum;
        }
        double energy = 0;
        for (int first = 0; first + 1 < at.atoms(); first++) {
            List<Evaluation> pairs = potential.evaluate(pairs(at.system(), first));
            for (int k = 0; k < pairs.size(); k++) {
                int second = first + 1 + k;
                double weight = (gradient[shares + first] + gradient[shares + second]) / 2;
                energy += pairs.get(k).energy();
                for (int axis = 0; axis < 3; axis++) {
                    sum[3 * first + axis] -= weight * pairs.get(k).force(0, axis);
                    sum[3 * second + axis] -= weight * pairs.get(k).force(1, axis);
                }
            }
        }
        if (Math.abs(energy - at.energy()) > TOLERANCE * Math.max(1, Math.abs(at.energy()))) {
            throw new UnsupportedException("The energy of '" + potential.id() + "' is not that of its pairs of nearest"
                    + " images, so the shares of the atoms have no derivative here; stop the gradient at the state"
                    + " (through-states: false)");
        }
        return sum;
    }

    /** An atom with the nearest image of each that follows it, pair by pair in free space. */
    private static List<AtomicSystem> pairs(AtomicSystem system, int first) {
        List<AtomicSystem> pairs = new ArrayList<>();
        for (int second = first + 1; second < system.size(); second++) {
            double[] positions = new double[6];
            for (int axis = 0; axis < 3; axis++) {
                double d = system.position(second, axis) - system.position(first, axis);
                positions[3 + axis] = d - image(system, axis, d);
            }
            pairs.add(AtomicSystem.of(new int[] {system.atomicNumber(first), system.atomicNumber(second)}, positions));
        }
        return pairs;
    }

    /** Only boxes along the axes: in others the energy does not agree, which is told. */
    private static double image(AtomicSystem system, int axis, double d) {
        if (!system.isPeriodic()) {
            return 0;
        }
        Cell cell = system.cell().orElseThrow();
        double edge = cell.component(axis, axis);
        return cell.isPeriodic(axis) ? edge * Math.rint(d / edge) : 0;
    }
}
