package org.lowland.potential.network;

import java.util.List;
import org.lowland.potential.torch.NamedTensor;

/**
 * The loss of a {@link Painn} and its gradient by the parameters, computed by Java itself on the processor: the {@code
 * loss} of the TorchScript, w_E Σ √(e² + ε)/structures + w_F Σ √(|f|² + ε)/atoms.
 *
 * <p>The gradient needs no second derivative. With v = ∂L/∂F, v · ∂F/∂θ is minus the derivative of ∂E/∂θ along v, taken
 * as the central difference of two displaced structures. Its error is of the second order in the displacement, where the
 * network is smooth on that length: {@link Painn#normEpsilon} must not be tiny (1e-2 is enough).
 *
 * <p>{@link #add} may be called from several threads at a time, but not while {@link #setParameters} runs.
 */
public interface PainnLoss {

    /**
     * Takes over the parameters of the next step.
     *
     * @param parameters all of them, as {@link Painn#module} names them
     */
    void setParameters(List<NamedTensor> parameters);

    /**
     * Adds a part of a step.
     *
     * @param structures of the part
     * @param weights of energies and forces
     * @param structuresInStep by which the energy term is divided
     * @param atomsInStep by which the force term is divided
     * @param gradient receives the gradient of the part's loss by the trainable parameters, in their order, what was there
     *     is overwritten
     * @return the part's loss
     */
    double add(
            List<LabelledStructure> structures,
            LossWeights weights,
            int structuresInStep,
            int atomsInStep,
            float[] gradient);
}
