package org.lowland.rl.landscape;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;

/**
 * Draws the structures that quenches start from. Free atoms stay in the container and keep their {@link Spacing};
 * fixed atoms stay where they are. Immutable.
 */
final class Moves {
    private static final int MOST_DRAWS = 10_000;

    private final Container container;

    Moves(Container container) {
        this.container = container;
    }

    /** The structure with every free atom anywhere in the container. */
    AtomicSystem scatter(AtomicSystem given, RandomGenerator random) {
        double[] positions = given.positions();
        Spacing spacing = new Spacing(given);
        boolean[] placed = given.fixed();
        for (int atom = 0; atom < given.size(); atom++) {
            if (!given.isFixed(atom)) {
                int draws = 0;
                do {
                    requireRoom(given, atom, draws++);
                    container.place(positions, atom, random);
                } while (!spacing.isKept(positions, atom, placed));
                placed[atom] = true;
            }
        }
        return given.withPositions(positions);
    }

    /**
     * The structure with every free atom displaced by up to a step along each axis. A cluster without fixed atoms is
     * centred before, and an atom that has left the container is put back anywhere into it.
     */
    AtomicSystem displace(AtomicSystem current, double step, RandomGenerator random) {
        double[] positions = current.positions();
        Spacing spacing = new Spacing(current);
        boolean[] placed = current.fixed();
        if (current.freeAtoms() == current.size()) {
            container.recentre(positions);
        }
        for (int atom = 0; atom < current.size(); atom++) {
            if (!current.isFixed(atom)) {
                boolean hasLeft = !container.holds(positions, atom);
                double[] from = {positions[3 * atom], positions[3 * atom + 1], positions[3 * atom + 2]};
                int draws = 0;
                do {
                    requireRoom(current, atom, draws++);
                    if (hasLeft) {
                        container.place(positions, atom, random);
                    } else {
                        push(positions, atom, from, step, random);
                    }
                } while (!container.holds(positions, atom) || !spacing.isKept(positions, atom, placed));
                placed[atom] = true;
            }
        }
        return current.withPositions(positions);
    }

    private static void push(double[] positions, int atom, double[] from, double step, RandomGenerator random) {
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * atom + axis] = from[axis] + step * (2 * random.nextDouble() - 1);
        }
    }

    private void requireRoom(AtomicSystem system, int atom, int draws) {
        if (draws == MOST_DRAWS) {
            throw new InputException("'basin-hopping' finds no room for " + system.describe(atom) + " among "
                    + system.size() + " atoms in a container of radius " + container.radius()
                    + " Å; give a larger 'radius'");
        }
    }
}
