package org.lowland.potential.kernel;

import java.util.Arrays;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.Painn;

/** Energy and forces of one structure after another. Allocates only to grow. Confined to one thread. */
final class Evaluator {
    private final int[] speciesOf = new int[119];
    private final Workspace space;
    private final ForwardPass forward;
    private final BackwardPass backward;
    /** Takes the virial where nobody asks for it. */
    private final double[] unwanted = new double[9];

    Evaluator(Parameters parameters) {
        this(parameters, new Workspace(parameters));
    }

    /** The same over memory that others use as well. */
    Evaluator(Parameters parameters, Workspace space) {
        Painn painn = parameters.painn;
        for (int species = 0; species < painn.elements().size(); species++) {
            speciesOf[painn.elements().get(species)] = species;
        }
        this.space = space;
        this.forward = new ForwardPass(parameters, space);
        this.backward = new BackwardPass(parameters, space);
    }

    double evaluate(AtomicSystem system, double[] forces) {
        return evaluate(system, forces, unwanted);
    }

    /** The same with the derivative of the energy by a strain, nine components. */
    double evaluate(AtomicSystem system, double[] forces, double[] virial) {
        double energy = energy(system);
        int atoms = system.size();
        backward.run(atoms, 1f);
        space.core.addSlopes(space.pairGradient);
        Arrays.fill(forces, 0, 3 * atoms, 0.0);
        Arrays.fill(virial, 0.0);
        for (int pair = 0; pair < space.pairs.count; pair++) {
            addForce(pair, forces, virial);
        }
        return energy;
    }

    /** The energy alone; leaves in the workspace what a way back needs. */
    double energy(AtomicSystem system) {
        int atoms = system.size();
        space.pairs.find(system);
        space.reserve(atoms);
        for (int atom = 0; atom < atoms; atom++) {
            space.species[atom] = speciesOf[system.atomicNumber(atom)];
        }
        double repulsion = space.core.find(space.pairs, space.species);
        return repulsion + forward.run(atoms);
    }

    /** The derivative by r = d u is g_d u + (g_u - (g_u · u) u)/d. */
    private void addForce(int pair, double[] forces, double[] virial) {
        double[] geometry = space.pairs.geometry;
        float[] gradient = space.pairGradient;
        int at = 4 * pair;
        double along = gradient[at + 1] * geometry[at + 1]
                + gradient[at + 2] * geometry[at + 2]
                + gradient[at + 3] * geometry[at + 3];
        int i = 3 * space.pairs.first[pair];
        int j = 3 * space.pairs.second[pair];
        for (int axis = 0; axis < 3; axis++) {
            double unit = geometry[at + 1 + axis];
            double force = gradient[at] * unit + (gradient[at + 1 + axis] - along * unit) / geometry[at];
            forces[i + axis] += force;
            forces[j + axis] -= force;
            for (int other = 0; other < 3; other++) {
                virial[3 * other + axis] += geometry[at] * geometry[at + 1 + other] * force;
            }
        }
    }
}
