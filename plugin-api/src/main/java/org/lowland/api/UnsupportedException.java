package org.lowland.api;

/** The input is sound, but the chosen backend does not cover it. The message names the element, charge or cell. */
public final class UnsupportedException extends LowlandException {
    private static final long serialVersionUID = 1L;

    public UnsupportedException(String message) {
        super(message);
    }
}
