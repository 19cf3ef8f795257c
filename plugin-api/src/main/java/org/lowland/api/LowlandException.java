package org.lowland.api;

/**
 * The root of every failure that Lowland reports on purpose. Its message is meant for the person who typed the input:
 * it says what is wrong, where, and what to do about it.
 */
public abstract class LowlandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected LowlandException(String message) {
        super(message);
    }

    protected LowlandException(String message, Throwable cause) {
        super(message, cause);
    }
}
