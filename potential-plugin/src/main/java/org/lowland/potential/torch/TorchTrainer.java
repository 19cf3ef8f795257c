package org.lowland.potential.torch;

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
    private final TrainedParameters trained;

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
        this.trained = new TrainedParameters(replicas.get(0).parameters(), options);
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
        float[] gradient = TrainedParameters.flatten(replicas.get(0).gradients());
        for (TorchModule replica : replicas.subList(1, replicas.size())) {
            float[] part = TrainedParameters.flatten(replica.gradients());
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part[i];
            }
        }
        replicas.forEach(TorchModule::zeroGradients);
        double norm = trained.update(gradient, learningRate);
        if (!Double.isNaN(norm)) {
            distribute();
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
        return trained.parameters();
    }

    /** The moving average of the parameters: what to evaluate and keep. */
    public List<NamedTensor> averagedParameters() {
        return trained.averagedParameters();
    }

    /** The state to put into a checkpoint, between steps. */
    public TrainerState state() {
        return trained.state();
    }

    /**
     * Goes back to a state; a gradient accumulated so far is forgotten.
     *
     * @throws IllegalArgumentException if the state is of a module with another number of parameters
     */
    public void restore(TrainerState state) {
        trained.restore(state);
        distribute();
    }

    private void distribute() {
        List<NamedTensor> values = trained.parameters();
        for (TorchModule replica : replicas) {
            replica.setParameters(values);
            replica.zeroGradients();
        }
    }
}
