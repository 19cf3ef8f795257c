package org.lowland.cli.batch;

import java.util.HashSet;
import java.util.Set;
import org.lowland.api.potential.Potential;

/** Tells what a potential's answers are not to be taken for, each thing once in a run. Confined to one thread. */
final class Caveats {
    private final Potential potential;
    private final Reporter reporter;
    private final Set<String> told = new HashSet<>();

    Caveats(Potential potential, Reporter reporter) {
        this.potential = potential;
        this.reporter = reporter;
    }

    /** Tells what has not been told yet, naming the record that it was seen at. */
    void tell(Preparation.Prepared prepared) {
        for (String caveat : potential.domain().caveats(potential.id(), prepared.system())) {
            if (told.add(caveat)) {
                reporter.note(prepared.entry().located("warning: " + caveat));
            }
        }
    }
}
