package org.lowland.potential.torch;

import java.util.List;

/**
 * The results of a script method, copied to Java memory.
 *
 * @param tensors one for a method that returns a tensor, several for a tuple or list of them
 */
public record TorchOutputs(List<HostTensor> tensors) {
    /** Copies the list. */
    public TorchOutputs {
        tensors = List.copyOf(tensors);
    }

    /** The result at a position, from 0. */
    public HostTensor get(int index) {
        return tensors.get(index);
    }
}
