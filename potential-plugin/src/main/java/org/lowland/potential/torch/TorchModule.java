package org.lowland.potential.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.lowland.api.BackendException;

/**
 * A TorchScript module in libtorch.
 *
 * <p>Thread-safe: calls of {@link #call} run side by side; what changes parameters or gradients, and {@link #close},
 * waits for them and keeps them out. Each call frees its own tensors before it returns.
 */
public final class TorchModule implements AutoCloseable {
    private static final String METHOD_PREFIX = "module_method:";

    private final PtNDManager manager;
    private final PtSymbolBlock block;
    private final List<Parameter> parameters = new ArrayList<>();
    private final TensorCopy copy;
    private final ResultGradient gradient;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private record Parameter(String name, PtNDArray array) {}

    private TorchModule(PtNDManager manager, PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
        this.copy = new TensorCopy(manager);
        this.gradient = new ResultGradient(manager);
        for (NDArray array : JniUtils.moduleGetParams(block, manager)) {
            parameters.add(new Parameter(array.getName(), (PtNDArray) array));
        }
    }

    /**
     * Loads an archive written by {@link TorchScriptArchive} or {@code torch.jit.save}.
     *
     * @throws BackendException if the engine cannot start, the device is absent, or the archive cannot be read
     */
    public static TorchModule load(byte[] archive, Device device) {
        PtNDManager manager = TorchRuntime.newScope(device);
        try {
            return new TorchModule(manager, loadBlock(manager, archive));
        } catch (RuntimeException | IOException failure) {
            manager.close();
            throw new BackendException(
                    "libtorch cannot read the TorchScript archive of " + archive.length + " bytes: "
                            + firstLine(failure),
                    failure);
        }
    }

    static PtSymbolBlock loadBlock(PtNDManager manager, byte[] archive) throws IOException {
        return JniUtils.loadModule(
                manager, new ByteArrayInputStream(archive), manager.getDevice().isGpu(), false);
    }

    /**
     * Calls a method of the module.
     *
     * @param method its name, {@code "forward"} for the default one
     * @throws BackendException if there is no such method or it fails
     */
    public TorchOutputs call(String method, TorchInputs inputs) {
        return within(lock.readLock(), () -> {
            TorchRuntime.enableGradients(true);
            try (NDManager scope = manager.newSubManager()) {
                return copyOut(run(scope, method, copyIn(scope, inputs)));
            }
        });
    }

    /**
     * Calls a method and differentiates the sum of its first result by some of its arguments. The gradients that
     * parameters hold stay as they are.
     *
     * @param method its name
     * @param inputs its arguments
     * @param by places of the arguments, from 0, all of floating-point numbers
     * @return results and gradients
     * @throws BackendException if there is no such method or it fails
     */
    public TorchGradients callWithGradients(String method, TorchInputs inputs, List<Integer> by) {
        return within(lock.readLock(), () -> {
            TorchRuntime.enableGradients(true);
            try (NDManager scope = manager.newSubManager()) {
                NDList arguments = copyIn(scope, inputs);
                List<NDArray> leaves = by.stream().map(arguments::get).toList();
                leaves.forEach(leaf -> leaf.setRequiresGradient(true));
                NDList results = run(scope, method, arguments);
                NDList found = gradient.of(scope, results.get(0), leaves);
                return new TorchGradients(
                        copyOut(results),
                        found.stream()
                                .map(array -> Optional.of(copyOut(array)))
                                .map(tensor -> tensor.filter(any -> any.size() > 0))
                                .toList());
            }
        });
    }

    /**
     * Calls a method whose first result is a scalar loss, and adds the loss's gradient to those that the parameters
     * hold.
     *
     * @return all results of the method
     * @throws BackendException if there is no such method or it fails
     */
    public TorchOutputs addGradients(String method, TorchInputs inputs) {
        return within(lock.writeLock(), () -> {
            TorchRuntime.enableGradients(true);
            try (NDManager scope = manager.newSubManager()) {
                NDList results = run(scope, method, copyIn(scope, inputs));
                PtNDArray loss = (PtNDArray) results.get(0);
                NDArray one = scope.ones(new Shape(), loss.getDataType());
                JniUtils.backward(loss, (PtNDArray) one, false, false);
                return copyOut(results);
            }
        });
    }

    /** The accumulated gradients of the parameters, in the order of {@link #parameters}; zeros where there is none. */
    public List<NamedTensor> gradients() {
        return within(lock.writeLock(), () -> {
            List<NamedTensor> gradients = new ArrayList<>();
            for (Parameter parameter : parameters) {
                try (NDArray gradient = JniUtils.getGradient(parameter.array())) {
                    gradients.add(NamedTensor.parameter(
                            parameter.name(), gradient == null ? zerosLike(parameter.array()) : copyOut(gradient)));
                }
            }
            return gradients;
        });
    }

    /**
     * Tells libtorch that the module is used and not trained: no gradients of the parameters will be asked for, which
     * makes calls cheaper, and layers that behave otherwise in training do so no longer.
     */
    public void freeze() {
        within(lock.writeLock(), () -> {
            JniUtils.enableInferenceMode(block);
            parameters.forEach(parameter -> parameter.array().setRequiresGradient(false));
            return null;
        });
    }

    /** Sets all accumulated gradients to zero. */
    public void zeroGradients() {
        within(lock.writeLock(), () -> {
            parameters.forEach(parameter -> JniUtils.zeroGrad(parameter.array()));
            return null;
        });
    }

    /** Copies of the trainable parameters, in the module's order. */
    public List<NamedTensor> parameters() {
        return within(lock.readLock(), () -> {
            List<NamedTensor> values = new ArrayList<>();
            for (Parameter parameter : parameters) {
                values.add(NamedTensor.parameter(parameter.name(), copyOut(parameter.array())));
            }
            return values;
        });
    }

    /**
     * Overwrites the parameters.
     *
     * @param values all of them, in the order of {@link #parameters}
     * @throws IllegalArgumentException if names or sizes differ from the module's
     */
    public void setParameters(List<NamedTensor> values) {
        within(lock.writeLock(), () -> {
            checkSignature(values);
            try (NDManager scope = manager.newSubManager()) {
                for (int i = 0; i < values.size(); i++) {
                    copy.into(
                            parameters.get(i).array(),
                            copyIn(scope, values.get(i).tensor()));
                }
            }
            return null;
        });
    }

    /** Frees the module's native memory; later calls fail. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                manager.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static NDList copyIn(NDManager scope, TorchInputs inputs) {
        NDList arguments = new NDList();
        for (HostTensor tensor : inputs.tensors()) {
            arguments.add(copyIn(scope, tensor));
        }
        return arguments;
    }

    private NDList run(NDManager scope, String method, NDList inputs) {
        NDList arguments = new NDList(inputs);
        NDArray selector = scope.create(0f);
        selector.setName(METHOD_PREFIX + method);
        arguments.add(selector);
        NDList results;
        try {
            results = IValueUtils.forward(block, arguments, true);
        } catch (RuntimeException failure) {
            throw new BackendException("the method '" + method + "' failed: " + lastLine(failure), failure);
        }
        results.attach(scope);
        // A dictionary comes back in any order.
        if (results.size() > 1 && results.stream().anyMatch(result -> result.getName() != null)) {
            throw new BackendException("the method '" + method
                    + "' returns a dictionary, whose order is not defined; let it return a tensor or a tuple");
        }
        return results;
    }

    private <T> T within(Lock kind, Supplier<T> action) {
        kind.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the module is closed");
            }
            return action.get();
        } finally {
            kind.unlock();
        }
    }

    private void checkSignature(List<NamedTensor> values) {
        List<String> expected = parameters.stream()
                .map(parameter -> parameter.name() + parameter.array().getShape())
                .toList();
        List<String> given = values.stream()
                .map(value -> value.name() + new Shape(value.tensor().shape()))
                .toList();
        if (!expected.equals(given)) {
            throw new IllegalArgumentException("parameters " + given + " do not fit the module's " + expected);
        }
    }

    private static NDArray copyIn(NDManager scope, HostTensor tensor) {
        Shape shape = new Shape(tensor.shape());
        return switch (tensor.type()) {
            case FLOAT32 -> scope.create(tensor.floats(), shape);
            case FLOAT64 -> scope.create(tensor.doubles(), shape);
            case INT64 -> scope.create(tensor.longs(), shape);
            case BOOLEAN -> scope.create(tensor.booleans(), shape);
        };
    }

    private static TorchOutputs copyOut(NDList arrays) {
        return new TorchOutputs(arrays.stream().map(TorchModule::copyOut).toList());
    }

    private static HostTensor copyOut(NDArray array) {
        long[] shape = array.getShape().getShape();
        return switch (array.getDataType()) {
            case FLOAT32 -> HostTensor.of(array.toFloatArray(), shape);
            case FLOAT64 -> HostTensor.of(array.toDoubleArray(), shape);
            case INT64 -> HostTensor.of(array.toLongArray(), shape);
            default ->
                throw new BackendException("a result of type " + array.getDataType()
                        + " cannot be read; let the script return float32, float64 or int64");
        };
    }

    private static HostTensor zerosLike(NDArray array) {
        HostTensor.Type type =
                array.getDataType() == DataType.FLOAT64 ? HostTensor.Type.FLOAT64 : HostTensor.Type.FLOAT32;
        return HostTensor.real(
                type,
                new double[Math.toIntExact(array.size())],
                array.getShape().getShape());
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
    }

    private static String lastLine(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("no message");
    }
}
