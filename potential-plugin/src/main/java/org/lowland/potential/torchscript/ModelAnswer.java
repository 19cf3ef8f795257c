package org.lowland.potential.torchscript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchGradients;
import org.lowland.potential.torch.TorchOutputs;

/** What a model returned for some structures, checked and in eV and Å. Used once. */
final class ModelAnswer {
    private final Declaration declaration;
    private final List<AtomicSystem> systems;
    private final Map<ModelOutput, double[]> outputs = new EnumMap<>(ModelOutput.class);
    /** In eV/Å. */
    private final double[] forces;
    /** In eV/Å³, nine components for each structure; null where it is not known. */
    private final double[] stress;

    /** Of a model that gives its forces. */
    ModelAnswer(Declaration declaration, List<AtomicSystem> systems, TorchOutputs results) {
        this.declaration = declaration;
        this.systems = systems;
        read(results);
        this.forces =
                scaled(outputs.get(ModelOutput.FORCES), declaration.units().force());
        this.stress = givenStress();
    }

    /**
     * Of a model that gives an energy.
     *
     * @param batch what it was asked
     * @param geometry the inputs by which its energy was differentiated
     */
    ModelAnswer(
            Declaration declaration,
            List<AtomicSystem> systems,
            ModelBatch batch,
            List<ModelInput> geometry,
            TorchGradients results) {
        this.declaration = declaration;
        this.systems = systems;
        read(results.outputs());
        Map<ModelInput, double[]> gradients = new EnumMap<>(ModelInput.class);
        for (int k = 0; k < geometry.size(); k++) {
            Optional<HostTensor> gradient = results.gradients().get(k);
            if (gradient.isPresent()) {
                gradients.put(geometry.get(k), gradient.get().toDoubles());
            }
        }
        double[] byPositions = gradients.get(ModelInput.POSITIONS);
        if (byPositions == null && batch.atoms() > systems.size()) {
            throw new BackendException("its energy does not depend on the positions, as far as libtorch can see; let"
                    + " forward compute it without detach() and no_grad(), or return the forces as well");
        }
        this.forces = byPositions == null
                ? new double[3 * batch.atoms()]
                : scaled(
                        byPositions,
                        -declaration.units().energy() / declaration.units().length());
        this.stress = outputs.containsKey(ModelOutput.STRESS) ? givenStress() : stressOf(batch, gradients);
    }

    List<Evaluation> evaluations() {
        double unit = declaration.units().energy();
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        int begin = 0;
        for (int s = 0; s < systems.size(); s++) {
            AtomicSystem system = systems.get(s);
            int end = begin + 3 * system.size();
            double energy = unit * outputs.get(ModelOutput.ENERGY)[s] + declaration.selfEnergy(system);
            Evaluation evaluation = Evaluation.of(energy, Arrays.copyOfRange(forces, begin, end));
            requireFinite(system, evaluation);
            if (system.isPeriodic() && stress != null) {
                evaluation = evaluation.withStress(symmetric(stress, 9 * s));
            }
            if (outputs.containsKey(ModelOutput.UNCERTAINTY)) {
                evaluation = evaluation.withUncertainty(
                        Uncertainty.ofEnergy(unit * outputs.get(ModelOutput.UNCERTAINTY)[s]));
            }
            evaluations.add(evaluation);
            begin = end;
        }
        return evaluations;
    }

    private void read(TorchOutputs results) {
        List<ModelOutput> declared = declaration.outputs();
        if (results.tensors().size() != declared.size()) {
            throw new BackendException("forward returns " + results.tensors().size() + " tensors, but the declaration"
                    + " lists " + declared.size() + " outputs, " + declared
                    + "; correct it ('ignored' stands for what is"
                    + " not needed)");
        }
        int atoms = systems.stream().mapToInt(AtomicSystem::size).sum();
        for (int k = 0; k < declared.size(); k++) {
            int structures = systems.size();
            switch (declared.get(k)) {
                case ENERGY, UNCERTAINTY -> take(declared.get(k), results.get(k), structures, 1);
                case FORCES -> take(declared.get(k), results.get(k), atoms, 3);
                case STRESS -> take(declared.get(k), results.get(k), 3 * structures, 3);
                case IGNORED -> {}
            }
        }
    }

    private void take(ModelOutput output, HostTensor result, int rows, int columns) {
        long[] shape = result.shape();
        boolean fits = result.size() == rows * columns && (columns == 1 || shape[shape.length - 1] == columns);
        if (!fits) {
            throw new BackendException("the output '" + output + "' has the shape " + Arrays.toString(shape) + " for "
                    + systems.size() + " structures of "
                    + systems.stream().mapToInt(AtomicSystem::size).sum()
                    + " atoms in all; " + (columns == 1 ? "one number for each structure" : "three numbers in a row")
                    + " are needed, " + rows * columns + " in all");
        }
        outputs.put(output, result.toDoubles());
    }

    private double[] givenStress() {
        double length = declaration.units().length();
        double[] given = outputs.get(ModelOutput.STRESS);
        return given == null ? null : scaled(given, declaration.units().energy() / (length * length * length));
    }

    /**
     * The derivative by a strain of all that is a length, over the volume. A model that is given lattice vectors and whose
     * energy does not depend on them takes the images from elsewhere, so that the derivative is not known.
     */
    private double[] stressOf(ModelBatch batch, Map<ModelInput, double[]> gradients) {
        boolean complete =
                declaration.inputs().contains(ModelInput.EDGE_SHIFTS) || gradients.containsKey(ModelInput.CELL);
        if (!complete) {
            return null;
        }
        double[] sum = new double[9 * systems.size()];
        gradients.forEach((input, gradient) -> {
            double[][] virials = batch.virials(input, gradient);
            for (int k = 0; k < sum.length; k++) {
                sum[k] += virials[k / 9][k % 9];
            }
        });
        for (int k = 0; k < sum.length; k++) {
            double volume = systems.get(k / 9)
                    .cell()
                    .map(cell -> Math.abs(cell.volume()))
                    .orElse(1.0);
            sum[k] *= declaration.units().energy() / volume;
        }
        return sum;
    }

    private static double[] symmetric(double[] tensors, int at) {
        double[] tensor = new double[9];
        for (int k = 0; k < 9; k++) {
            tensor[k] = (tensors[at + k] + tensors[at + 3 * (k % 3) + k / 3]) / 2;
        }
        return tensor;
    }

    private static void requireFinite(AtomicSystem system, Evaluation evaluation) {
        if (!Double.isFinite(evaluation.energy())) {
            throw new BackendException("the energy of " + system.size() + " atoms is " + evaluation.energy()
                    + "; the model cannot be used for this structure");
        }
        for (int atom = 0; atom < system.size(); atom++) {
            for (int axis = 0; axis < 3; axis++) {
                if (!Double.isFinite(evaluation.force(atom, axis))) {
                    throw new BackendException("the " + "xyz".charAt(axis) + " force on " + system.describe(atom)
                            + " is " + evaluation.force(atom, axis) + "; the model cannot be used for this structure");
                }
            }
        }
    }

    /** Zeros come out positive. */
    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> factor * value + 0.0).toArray();
    }
}
