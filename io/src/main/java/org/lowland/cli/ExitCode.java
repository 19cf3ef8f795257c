package org.lowland.cli;

import org.lowland.cli.batch.Tally;

/** What a command's exit code says. */
public enum ExitCode {
    /** All is well. */
    OK(0),
    /** Some structures did not converge. */
    NOT_CONVERGED(3),
    /** Some records failed or are another molecule than before. */
    FAILED(4),
    /** Bad usage, or nothing that could be used. */
    UNUSABLE(2);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** {@return the number for the shell} */
    public int code() {
        return code;
    }

    /**
     * What a run of many structures means.
     *
     * @param tally what became of them
     * @return UNUSABLE when no record could be read, else what the worst of them means
     */
    public static ExitCode of(Tally tally) {
        if (tally.readable() == 0) {
            return UNUSABLE;
        }
        if (tally.failed() + tally.changed() > 0) {
            return FAILED;
        }
        return tally.notConverged() > 0 ? NOT_CONVERGED : OK;
    }
}
