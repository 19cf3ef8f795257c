package org.lowland.potential.torch;

import java.util.List;

/**
 * The positional arguments of a script method.
 *
 * @param tensors in the order of the method's parameters, at least one
 */
public record TorchInputs(List<HostTensor> tensors) {
    /** Copies the list. */
    public TorchInputs {
        tensors = List.copyOf(tensors);
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("a script method needs at least one tensor");
        }
    }

    /** The arguments in order. */
    public static TorchInputs of(HostTensor... tensors) {
        return new TorchInputs(List.of(tensors));
    }
}
