package org.lowland.potential.torch;

import java.util.ArrayList;
import java.util.List;

/**
 * Trains a single-precision module: gradients from libtorch, {@link AdamW} in Java, an exponential moving average of
 * the weights.
 *
 * <p>One step is any number of {@link #accumulate} calls (parts of a batch, whose losses add up), then {@link #update}.
 * Given the same module, state, inputs and number of threads, steps are repeated bit for bit. Confined to one thread;
 * the module stays the caller's to close.
 */
public final class TorchTrainer {
    private final TorchModule module;
    private final Options options;
    private final AdamW adam;
    private final List<NamedTensor> layout;
    private float[] weights;
    private float[] average;

    /**
     * What stays the same during a run.
     *
     * @param adam of the optimizer
     * @param clip largest Euclidean norm of the whole gradient; infinity for none
     * @param averageDecay of the moving average of the weights per step; early steps decay faster, by (1 + t)/(10 + t)
     */
    public record Options(AdamW.Options adam, double clip, double averageDecay) {
        /** AdamW as published, clipping at 10, average decay 0.999. */
        public static final Options DEFAULT = new Options(AdamW.Options.DEFAULT, 10.0, 0.999);

        /** Checks the ranges. */
        public Options {
            if (!(clip > 0 && averageDecay >= 0 && averageDecay < 1)) {
                throw new IllegalArgumentException("training needs clip > 0 and 0 <= average decay < 1");
            }
        }
    }

    /**
     * A trainer at step 0 of the module's present parameters.
     *
     * @throws IllegalArgumentException if the module has no single-precision parameters
     */
    public TorchTrainer(TorchModule module, Options options) {
        this.module = module;
        this.options = options;
        this.layout = module.parameters();
        this.weights = flatten(layout);
        if (weights.length == 0) {
            throw new IllegalArgumentException("the module has no parameters to train");
        }
        this.average = weights.clone();
        this.adam = new AdamW(weights.length, options.adam());
        module.zeroGradients();
    }

    /**
     * Adds the gradient of a loss to the step that is being prepared.
     *
     * @param lossMethod a method whose first result is the scalar loss
     * @return all results of the method
     */
    public TorchOutputs accumulate(String lossMethod, TorchInputs inputs) {
        return module.addGradients(lossMethod, inputs);
    }

    /**
     * Moves the parameters by the accumulated gradient and forgets it. A gradient that is not finite moves nothing.
     *
     * @return the gradient's norm before clipping, NaN if it was not finite and the step was left out
     */
    public double update(double learningRate) {
        float[] gradient = flatten(module.gradients());
        module.zeroGradients();
        double norm = AdamW.clip(gradient, options.clip());
        if (Double.isNaN(norm)) {
            return norm;
        }
        adam.update(weights, gradient, learningRate);
        module.setParameters(unflatten(weights));
        float decay = (float) Math.min(options.averageDecay(), (1.0 + adam.step()) / (10.0 + adam.step()));
        for (int i = 0; i < weights.length; i++) {
            average[i] = decay * average[i] + (1 - decay) * weights[i];
        }
        return norm;
    }

    /**
     * One {@link #accumulate} and one {@link #update}.
     *
     * @return the loss before the step
     */
    public double step(String lossMethod, TorchInputs inputs, double learningRate) {
        double loss = accumulate(lossMethod, inputs).get(0).item();
        update(learningRate);
        return loss;
    }

    /** The parameters that gradients are taken at. */
    public List<NamedTensor> parameters() {
        return unflatten(weights.clone());
    }

    /** The moving average of the parameters: what to evaluate and keep. */
    public List<NamedTensor> averagedParameters() {
        return unflatten(average.clone());
    }

    /** The state to put into a checkpoint, between steps. */
    public TrainerState state() {
        return new TrainerState(adam.step(), weights.clone(), adam.firstMoment(), adam.secondMoment(), average.clone());
    }

    /**
     * Goes back to a state; a gradient accumulated so far is forgotten.
     *
     * @throws IllegalArgumentException if the state is of a module with another number of parameters
     */
    public void restore(TrainerState state) {
        adam.restore(state.step(), state.firstMoment(), state.secondMoment());
        weights = state.weights().clone();
        average = state.average().clone();
        module.setParameters(unflatten(weights));
        module.zeroGradients();
    }

    private static float[] flatten(List<NamedTensor> tensors) {
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
