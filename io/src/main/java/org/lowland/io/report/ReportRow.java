package org.lowland.io.report;

import java.util.Optional;

/**
 * One line of the table of results.
 *
 * @param index of the structure over all inputs, from 1
 * @param title of the structure; any text
 * @param formula of the structure; empty when it could not be used
 * @param atoms the number of atoms; 0 when it could not be used
 * @param seed of the random numbers, where there are several
 * @param energy at the end in eV; NaN when nothing was evaluated
 * @param fmax at the end in eV/Å; NaN when nothing was evaluated
 * @param steps the number of steps
 * @param evaluations the number of evaluations
 * @param seconds that it took; NaN when it could not be used
 * @param verdict how it ended
 * @param remark that in a word, for example what ended the run
 * @param problem what went wrong, located
 */
public record ReportRow(
        int index,
        String title,
        String formula,
        int atoms,
        Optional<Long> seed,
        double energy,
        double fmax,
        int steps,
        long evaluations,
        double seconds,
        Verdict verdict,
        String remark,
        Optional<String> problem) {

    /** How an optimization ended, as the exit code sees it. */
    public enum Verdict {
        /** All is well. */
        CONVERGED("converged"),
        /** The structure does not meet the threshold. */
        NOT_CONVERGED("not converged"),
        /** It is another molecule than before. */
        CHANGED("another molecule"),
        /** There is no structure. */
        FAILED("failed");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
