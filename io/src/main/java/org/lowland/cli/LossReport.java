package org.lowland.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Says what is lost: for the first structures one by one, for the others together at the end. Confined to one thread. */
final class LossReport {
    private static final int TOLD_SINGLY = 10;

    private final Consumer<String> notes;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int told;

    LossReport(Consumer<String> notes) {
        this.notes = notes;
    }

    /** Something is lost of the structure that a place names. */
    void lost(String located, String what) {
        counts.merge(what, 1, Integer::sum);
        if (told < TOLD_SINGLY) {
            notes.accept(located);
            told++;
            if (told == TOLD_SINGLY) {
                notes.accept("more of this is counted, and told at the end");
            }
        }
    }

    /** Says how many structures lost what, where there was more than one. */
    void summarize(int structures) {
        if (structures > 1) {
            counts.forEach((what, count) -> notes.accept(what + " (" + count + " of " + structures + " structures)"));
        }
    }
}
