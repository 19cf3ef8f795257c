package org.lowland.potential.torch;

import java.util.ArrayList;
import java.util.List;

/**
 * Trains a single-precision module: gradients from libtorch, {@link AdamW} in Java, an exponential moving average of
 * the weights.
 *
 * <p>One step is any number of {@link #accumulate} calls (parts of a batch, whose losses add up), then {@link #update}.
 * Given the same module, state, inputs and number of threads, steps are repeated bit for bit. Confined to one thread but for {@link #accumulate(int, String, TorchInputs)};
 * the modules stay the caller's to close.
 */
public final class TorchTrainer {
    private final List<TorchModule> replicas;
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
        this(List.of(module), options);
    }

    /**
     * A trainer over several copies of one module, so that as many threads can work on the parts of a batch. The
     * gradients of the copies are added in their order.
     *
     * @param replicas modules of the same archive, at least one; the first one's parameters count
     * @throws IllegalArgumentException if the module has no single-precision parameters
     */
    public TorchTrainer(List<TorchModule> replicas, Options options) {
        this.replicas = List.copyOf(replicas);
        this.options = options;
        this.layout = replicas.get(0).parameters();
        this.weights = flatten(layout);
        if (weights.length == 0) {
            throw new IllegalArgumentException("the module has no parameters to train");
        }
        this.average = weights.clone();
        this.adam = new AdamW(weights.length, options.adam());
        distribute();
    }

    /**
     * Adds the gradient of a loss to the step that is being prepared.
     *
     * @param lossMethod a method whose first result is the scalar loss
     * @return all results of the method
     */
    public TorchOutputs accumulate(String lossMethod, TorchInputs inputs) {
        return accumulate(0, lossMethod, inputs);
    }

    /**
     * The same on one of the replicas; different replicas may be given to different threads at a time.
     *
     * @param replica index from 0
     */
    public TorchOutputs accumulate(int replica, String lossMethod, TorchInputs inputs) {
        return replicas.get(replica).addGradients(lossMethod, inputs);
    }

    /**
     * Moves the parameters by the accumulated gradient and forgets it. A gradient that is not finite moves nothing.
     *
     * @return the gradient's norm before clipping, NaN if it was not finite and the step was left out
     */
    public double update(double learningRate) {
        float[] gradient = flatten(replicas.get(0).gradients());
        for (TorchModule replica : replicas.subList(1, replicas.size())) {
            float[] part = flatten(replica.gradients());
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part[i];
            }
        }
        replicas.forEach(TorchModule::zeroGradients);
        double norm = AdamW.clip(gradient, options.clip());
        if (Double.isNaN(norm)) {
            return norm;
        }
        adam.update(weights, gradient, learningRate);
        distribute();
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
        distribute();
    }

    private void distribute() {
        List<NamedTensor> values = unflatten(weights);
        for (TorchModule replica : replicas) {
            replica.setParameters(values);
            replica.zeroGradients();
        }
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
