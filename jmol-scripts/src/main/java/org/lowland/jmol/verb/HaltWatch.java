package org.lowland.jmol.verb;

import java.util.function.Supplier;
import org.jmol.api.JmolScriptEvaluator;
import org.lowland.jmol.minimize.RunListener;
import org.lowland.jmol.minimize.RunProgress;
import org.lowland.jmol.session.JmolSession;

/**
 * Stops an optimization when the script that waits for it is halted, as by Jmol's {@code !halt} or its Halt button: the
 * structure of that moment is kept, and the script ends.
 */
final class HaltWatch implements RunListener {
    private final JmolSession session;
    private final JmolScriptEvaluator script;
    private final Thread thread = Thread.currentThread();
    private final boolean wasStopped;

    private HaltWatch(JmolSession session) {
        this.session = session;
        this.script = session.viewer().eval;
        this.wasStopped = script == null || script.isStopped();
    }

    /** Does something on the thread of the script, watched. */
    static <T> T during(JmolSession session, Supplier<T> work) {
        HaltWatch watch = new HaltWatch(session);
        session.addListener(watch);
        try {
            return work.get();
        } finally {
            session.removeListener(watch);
        }
    }

    /** Jmol takes every thread but the script's own for one that it has stopped. */
    @Override
    public void progressed(RunProgress progress) {
        if (!wasStopped && Thread.currentThread() == thread && script.isStopped()) {
            session.stop();
        }
    }
}
