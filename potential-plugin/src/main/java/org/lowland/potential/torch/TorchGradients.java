package org.lowland.potential.torch;

import java.util.List;
import java.util.Optional;

/**
 * The results of a script method and the gradients of the sum of the first one, copied to Java memory.
 *
 * @param outputs the results
 * @param gradients one for each argument that was asked about; empty where the result does not depend on it, or it has no
 *     elements
 */
public record TorchGradients(TorchOutputs outputs, List<Optional<HostTensor>> gradients) {
    /** Copies the list. */
    public TorchGradients {
        gradients = List.copyOf(gradients);
    }
}
