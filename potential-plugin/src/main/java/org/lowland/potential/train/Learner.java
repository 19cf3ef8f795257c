package org.lowland.potential.train;

import java.util.List;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.TrainerState;

/** A network that learns step by step. Given the same state and frames, a step is repeated bit for bit. */
interface Learner extends AutoCloseable {

    /** Takes the gradient of the loss over the frames of a step and returns the loss. */
    double accumulate(List<Frame> frames);

    /**
     * Moves the parameters by that gradient and forgets it.
     *
     * @return the gradient's norm before clipping, NaN if it was not finite and the step was left out
     */
    double update(double learningRate);

    /** {@return the moving average of the parameters} */
    List<NamedTensor> averagedParameters();

    /** {@return the state to put into a checkpoint, between steps} */
    TrainerState state();

    /** Goes back to a state. */
    void restore(TrainerState state);

    @Override
    void close();
}
