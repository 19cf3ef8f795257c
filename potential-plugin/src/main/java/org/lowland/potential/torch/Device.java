package org.lowland.potential.torch;

/** Where a module's tensors live. A device that is asked for and absent is an error, never replaced by another. */
public enum Device {
    /** The processor. */
    CPU,
    /** The first CUDA device. */
    GPU
}
