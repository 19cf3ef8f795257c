package org.lowland.potential.torch;

import org.lowland.api.LowlandException;

/** The tensor engine could not start, load a module, reach a device, or run a method. */
public class TorchException extends LowlandException {
    private static final long serialVersionUID = 1L;

    /** @param message what failed, where, and what to do */
    public TorchException(String message) {
        super(message);
    }

    /**
     * @param message what failed, where, and what to do
     * @param cause the engine's own exception
     */
    public TorchException(String message, Throwable cause) {
        super(message, cause);
    }
}
