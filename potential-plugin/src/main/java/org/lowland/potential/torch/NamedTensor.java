package org.lowland.potential.torch;

import java.util.Objects;

/**
 * A tensor that belongs to a module.
 *
 * @param name the attribute's name in the script, a plain identifier
 * @param tensor shape and values
 * @param trainable true: a parameter, which gradients reach; false: a buffer, a constant of the module
 */
public record NamedTensor(String name, HostTensor tensor, boolean trainable) {
    /** Checks that the name is an identifier and that only floating-point numbers are trainable. */
    public NamedTensor {
        Objects.requireNonNull(tensor, "tensor");
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("not an identifier: '" + name + "'");
        }
        if (trainable && tensor.type() != HostTensor.Type.FLOAT32 && tensor.type() != HostTensor.Type.FLOAT64) {
            throw new IllegalArgumentException("an integer or boolean tensor cannot be trained: " + name);
        }
    }

    /** A trainable tensor. */
    public static NamedTensor parameter(String name, HostTensor tensor) {
        return new NamedTensor(name, tensor, true);
    }

    /** A constant tensor. */
    public static NamedTensor buffer(String name, HostTensor tensor) {
        return new NamedTensor(name, tensor, false);
    }
}
