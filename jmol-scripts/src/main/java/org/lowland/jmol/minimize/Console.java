package org.lowland.jmol.minimize;

import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;

/** What is said to the person at Jmol's console. Thread-safe; never called with a lock held. */
public final class Console {
    private Console() {}

    /**
     * Says something.
     *
     * @param viewer whose console
     * @param message one line or more
     */
    public static void say(Viewer viewer, String message) {
        viewer.scriptEcho(message);
    }

    /**
     * Says what went wrong, also where Jmol is told to be quiet.
     *
     * @param viewer whose console
     * @param message what, where and what to do
     */
    public static void problem(Viewer viewer, String message) {
        Logger.error(message);
        viewer.scriptEcho(message);
    }
}
