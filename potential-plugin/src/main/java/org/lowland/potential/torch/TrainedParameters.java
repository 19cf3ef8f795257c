package org.lowland.potential.torch;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters that follow gradients by {@link AdamW}, and their exponential moving average. Where the gradients come from
 * is not its concern. Confined to one thread.
 */
public final class TrainedParameters {
    private final TorchTrainer.Options options;
    private final AdamW adam;
    private final List<NamedTensor> layout;
    private float[] weights;
    private float[] average;

    /**
     * Parameters at step 0.
     *
     * @param initial in the order in which gradients will come
     * @param options of the optimizer
     * @throws IllegalArgumentException if there are none or they are not in single precision
     */
    public TrainedParameters(List<NamedTensor> initial, TorchTrainer.Options options) {
        this.options = options;
        this.layout = List.copyOf(initial);
        this.weights = flatten(initial);
        if (weights.length == 0) {
            throw new IllegalArgumentException("the module has no parameters to train");
        }
        this.average = weights.clone();
        this.adam = new AdamW(weights.length, options.adam());
    }

    /**
     * Moves the parameters. A gradient that is not finite moves nothing.
     *
     * @param gradient one number for each of all parameters; it is clipped in place
     * @param learningRate of this step
     * @return the gradient's norm before clipping, NaN if it was not finite and the step was left out
     */
    public double update(float[] gradient, double learningRate) {
        double norm = AdamW.clip(gradient, options.clip());
        if (Double.isNaN(norm)) {
            return norm;
        }
        adam.update(weights, gradient, learningRate);
        float decay = (float) Math.min(options.averageDecay(), (1.0 + adam.step()) / (10.0 + adam.step()));
        for (int i = 0; i < weights.length; i++) {
            average[i] = decay * average[i] + (1 - decay) * weights[i];
        }
        return norm;
    }

    /** {@return how many numbers there are} */
    public int size() {
        return weights.length;
    }

    /** {@return the parameters that gradients are taken at} */
    public List<NamedTensor> parameters() {
        return unflatten(weights);
    }

    /** {@return the moving average of the parameters: what to evaluate and keep} */
    public List<NamedTensor> averagedParameters() {
        return unflatten(average);
    }

    /** {@return the state to put into a checkpoint, between steps} */
    public TrainerState state() {
        return new TrainerState(adam.step(), weights.clone(), adam.firstMoment(), adam.secondMoment(), average.clone());
    }

    /**
     * Goes back to a state.
     *
     * @param state of the same number of parameters
     * @throws IllegalArgumentException if it is of another number
     */
    public void restore(TrainerState state) {
        adam.restore(state.step(), state.firstMoment(), state.secondMoment());
        weights = state.weights().clone();
        average = state.average().clone();
    }

    static float[] flatten(List<NamedTensor> tensors) {
        float[] flat =
                new float[tensors.stream().mapToInt(t -> t.tensor().size()).sum()];
        int offset = 0;
        for (NamedTensor tensor : tensors) {
            float[] values = tensor.tensor().floats();
            System.arraycopy(values, 0, flat, offset, values.length);
            offset += values.length;
        }
        return flat;
    }

    private List<NamedTensor> unflatten(float[] flat) {
        return unflatten(layout, flat);
    }

    /**
     * Numbers as tensors.
     *
     * @param layout names and shapes, in order
     * @param flat all numbers, one tensor after the other
     * @return tensors of these names and shapes
     */
    public static List<NamedTensor> unflatten(List<NamedTensor> layout, float[] flat) {
        List<NamedTensor> tensors = new ArrayList<>();
        int offset = 0;
        for (NamedTensor tensor : layout) {
            float[] values = new float[tensor.tensor().size()];
            System.arraycopy(flat, offset, values, 0, values.length);
            offset += values.length;
            tensors.add(NamedTensor.parameter(
                    tensor.name(), HostTensor.of(values, tensor.tensor().shape())));
        }
        return tensors;
    }
}
