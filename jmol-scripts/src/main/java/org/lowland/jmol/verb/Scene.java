package org.lowland.jmol.verb;

import java.nio.file.Path;
import org.jmol.viewer.Viewer;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.jmol.session.JmolSession;

/**
 * Where a verb does its work.
 *
 * @param session the session of a viewer
 */
record Scene(JmolSession session) {

    Viewer viewer() {
        return session.viewer();
    }

    /** Says something in Jmol's console. */
    void say(String message) {
        session.echo(message);
    }

    /** Says what a potential's answers are not to be taken for. */
    void warn(Potential potential, AtomicSystem system) {
        potential.domain().caveats(potential.id(), system).forEach(caveat -> say("warning: " + caveat));
    }

    /** A loaded potential, which is not closed by those who use it. */
    Potential potential(BackendSpec spec) {
        return session.backends().open(Lowland.DEFAULT_OPTIMIZER + "@" + spec).potential();
    }

    /** A file, which Jmol's default directory completes, as it does for Jmol's own commands. */
    Path file(String name) {
        String folder = viewer().getDefaultDirectory();
        return folder == null || folder.isEmpty()
                ? Path.of(name)
                : Path.of(folder).resolve(name);
    }
}
