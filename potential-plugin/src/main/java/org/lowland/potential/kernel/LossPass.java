package org.lowland.potential.kernel;

import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.network.LabelledStructure;
import org.lowland.potential.network.LossWeights;

/** The loss of one structure after another, and its gradient by the parameters. */
final class LossPass {
    /** Under the roots of the loss, as in the TorchScript. */
    private static final double EPSILON = 1e-6;
    /** By which a structure is displaced to both sides along the direction of the force errors, Å. */
    private static final double STEP = 3e-3;

    private final Evaluator evaluator;
    private final ParameterPass backward;
    private final LossWeights weights;
    private final double energyFactor;
    private final double forceFactor;

    LossPass(
            Parameters parameters,
            Workspace space,
            ParameterGradient gradient,
            LossWeights weights,
            int structuresInStep,
            int atomsInStep) {
        this.evaluator = new Evaluator(parameters, space);
        this.backward = new ParameterPass(parameters, space, gradient);
        this.weights = weights;
        this.energyFactor = weights.energy() / structuresInStep;
        this.forceFactor = weights.force() / atomsInStep;
    }

    double add(LabelledStructure structure) {
        AtomicSystem system = structure.system();
        int atoms = system.size();
        double[] direction = new double[3 * atoms];
        double error = evaluator.evaluate(system, direction) - structure.energy();
        double scale = Math.pow(atoms, -weights.sizeExponent());
        double energyRoot = Math.sqrt(error * error * scale * scale + EPSILON);
        double byEnergy = energyFactor * error * scale * scale / energyRoot;
        double loss = energyFactor * energyRoot;
        double square = 0;
        for (int atom = 0; atom < atoms; atom++) {
            double length = EPSILON;
            for (int k = 3 * atom; k < 3 * atom + 3; k++) {
                direction[k] -= structure.forces()[k];
                length += direction[k] * direction[k];
            }
            double root = Math.sqrt(length);
            loss += forceFactor * root;
            for (int k = 3 * atom; k < 3 * atom + 3; k++) {
                direction[k] *= forceFactor / root;
                square += direction[k] * direction[k];
            }
        }
        double norm = Math.sqrt(square);
        double slope = norm / (2 * STEP);
        displaced(system, direction, norm == 0 ? 0 : STEP / norm, byEnergy / 2 - slope);
        displaced(system, direction, norm == 0 ? 0 : -STEP / norm, byEnergy / 2 + slope);
        return loss;
    }

    private void displaced(AtomicSystem system, double[] direction, double step, double seed) {
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += step * direction[k];
        }
        evaluator.energy(system.withPositions(positions));
        backward.run(system.size(), (float) seed);
    }
}
