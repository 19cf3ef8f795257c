package org.lowland.api;

/** The input itself is wrong: a file, a record, an atom, an option. The message names it and the remedy. */
public final class InputException extends LowlandException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
