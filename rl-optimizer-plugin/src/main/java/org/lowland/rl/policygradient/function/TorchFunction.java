package org.lowland.rl.policygradient.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.BackendException;
import org.lowland.api.UnsupportedException;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchInputs;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * A TorchScript network as a function: the path that potentials take as well. The script has two methods over the same
 * arguments: {@code forward} gives the values of all states, one after the other in one dimension, and {@code contracted}
 * has the cotangent of these values as one more argument at the end and gives the scalar product of both.
 *
 * <p>Thread-safe: there are several copies of the network, each of which works for one call at a time. Holds native memory
 * until closed; no call may be under way then.
 *
 * @param <S> states
 */
public final class TorchFunction<S> implements ParametricFunction<S>, AutoCloseable {
    private static final double SINGLE_PRECISION_STEP = 1e-3;
    private static final double DOUBLE_PRECISION_STEP = 1e-5;

    private final StateEncoding<S> encoding;
    private final List<TorchModule> modules = new ArrayList<>();
    private final BlockingQueue<Copy> idle;
    private final List<NamedTensor> layout;
    private final double[] initial;

    /** A copy of the network and the parameters that it has. */
    private static final class Copy {
        private final TorchModule module;
        private double[] parameters;

        private Copy(TorchModule module, double[] parameters) {
            this.module = module;
            this.parameters = parameters;
        }
    }

    /**
     * Loads a network.
     *
     * @param script with parameters of floating-point numbers
     * @param encoding of the states
     * @param device where it works
     * @param copies how many calls can be under way at once
     * @throws BackendException when libtorch cannot load it
     */
    public TorchFunction(ScriptModule script, StateEncoding<S> encoding, Device device, int copies) {
        this.encoding = encoding;
        this.idle = new ArrayBlockingQueue<>(copies);
        byte[] archive = TorchScriptArchive.write(script);
        for (int k = 0; k < copies; k++) {
            modules.add(TorchModule.load(archive, device));
        }
        this.layout = modules.get(0).parameters();
        this.initial = flat(layout);
        modules.forEach(module -> idle.add(new Copy(module, initial)));
    }

    private static double[] flat(List<NamedTensor> tensors) {
        return tensors.stream()
                .flatMapToDouble(tensor -> Arrays.stream(tensor.tensor().toDoubles()))
                .toArray();
    }

    @Override
    public int size() {
        return initial.length;
    }

    /** {@return the parameters that the script has, which its author drew} */
    @Override
    public double[] initial(RandomGenerator random) {
        return initial.clone();
    }

    @Override
    public double[] value(double[] parameters, S state) {
        return values(parameters, List.of(state)).get(0);
    }

    @Override
    public List<double[]> values(double[] parameters, List<S> states) {
        TorchInputs inputs = encoding.inputs(states);
        double[] all = with(parameters, module -> module.call("forward", inputs))
                .get(0)
                .toDoubles();
        List<double[]> values = new ArrayList<>(states.size());
        int begin = 0;
        for (S state : states) {
            int end = begin + encoding.outputs(state);
            values.add(Arrays.copyOfRange(all, begin, end));
            begin = end;
        }
        if (begin != all.length) {
            throw new BackendException("The network put out " + all.length + " numbers for " + states.size()
                    + " states, which should have " + begin);
        }
        return values;
    }

    @Override
    public void addGradient(double[] parameters, S state, double[] cotangent, double[] sum) {
        addGradients(parameters, List.of(state), List.of(cotangent), sum);
    }

    @Override
    public void addGradients(double[] parameters, List<S> states, List<double[]> cotangents, double[] sum) {
        if (states.isEmpty()) {
            return;
        }
        TorchInputs inputs = contracted(states, cotangents);
        double[] gradient = with(parameters, module -> {
            module.zeroGradients();
            module.addGradients("contracted", inputs);
            return flat(module.gradients());
        });
        for (int k = 0; k < gradient.length; k++) {
            sum[k] += gradient[k];
        }
    }

    @Override
    public double[] stateGradient(double[] parameters, S state, double[] cotangent) {
        if (encoding.coordinateArguments().isEmpty()) {
            throw new UnsupportedException("The network's arguments hold no coordinates of a state to differentiate by:"
                    + " stop the gradient at the state");
        }
        TorchInputs inputs = contracted(List.of(state), List.of(cotangent));
        return with(
                        parameters,
                        module -> module.callWithGradients("contracted", inputs, encoding.coordinateArguments()))
                .gradients()
                .stream()
                .flatMapToDouble(tensor ->
                        Arrays.stream(tensor.map(HostTensor::toDoubles).orElseGet(() -> new double[0])))
                .toArray();
    }

    private TorchInputs contracted(List<S> states, List<double[]> cotangents) {
        double[] all = cotangents.stream().flatMapToDouble(Arrays::stream).toArray();
        List<HostTensor> tensors = new ArrayList<>(encoding.inputs(states).tensors());
        tensors.add(HostTensor.real(type(), all, all.length));
        return new TorchInputs(tensors);
    }

    private HostTensor.Type type() {
        return layout.get(0).tensor().type();
    }

    @Override
    public double differenceStep() {
        return type() == HostTensor.Type.FLOAT32 ? SINGLE_PRECISION_STEP : DOUBLE_PRECISION_STEP;
    }

    /** Works with a copy that has the parameters. */
    private <R> R with(double[] parameters, Function<TorchModule, R> work) {
        Copy copy = take();
        try {
            if (!Arrays.equals(copy.parameters, 0, size(), parameters, 0, size())) {
                copy.module.setParameters(tensors(parameters));
                copy.parameters = Arrays.copyOf(parameters, size());
            }
            return work.apply(copy.module);
        } finally {
            idle.add(copy);
        }
    }

    private Copy take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException("The work on a network was interrupted", e);
        }
    }

    private List<NamedTensor> tensors(double[] parameters) {
        List<NamedTensor> tensors = new ArrayList<>();
        int begin = 0;
        for (NamedTensor tensor : layout) {
            int end = begin + tensor.tensor().size();
            HostTensor values = HostTensor.real(
                    tensor.tensor().type(),
                    Arrays.copyOfRange(parameters, begin, end),
                    tensor.tensor().shape());
            tensors.add(NamedTensor.parameter(tensor.name(), values));
            begin = end;
        }
        return tensors;
    }

    @Override
    public void close() {
        modules.forEach(TorchModule::close);
    }
}
