package org.lowland.io.file;

import java.io.IOException;

/** A file is larger than what is taken of one. The message names the limit and how it is raised. */
public final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Describes it.
     *
     * @param message what is too large, its limit and how it is raised
     */
    public LimitException(String message) {
        super(message);
    }
}
