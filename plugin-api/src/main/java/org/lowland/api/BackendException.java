package org.lowland.api;

/** A backend could not be created or broke while working: a missing model or device, a numerical failure. */
public final class BackendException extends LowlandException {
    private static final long serialVersionUID = 1L;

    public BackendException(String message) {
        super(message);
    }

    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
