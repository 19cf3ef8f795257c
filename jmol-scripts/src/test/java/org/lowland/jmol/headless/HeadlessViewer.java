package org.lowland.jmol.headless;

import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolStatusListener;
import org.jmol.api.JmolViewer;
import org.jmol.c.CBK;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.lowland.io.jmol.Precision;

/** Viewers without a window, with a listener that all releases of Jmol accept. */
public final class HeadlessViewer {
    private HeadlessViewer() {}

    /** A viewer that tells what happens in it. */
    public static Viewer open(Set<CBK> events, BiConsumer<CBK, Object[]> heard) {
        JmolStatusListener listener = (JmolStatusListener) Proxy.newProxyInstance(
                HeadlessViewer.class.getClassLoader(),
                new Class<?>[] {JmolStatusListener.class},
                (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "notifyEnabled":
                            return events.contains((CBK) arguments[0]);
                        case "notifyCallback":
                            heard.accept((CBK) arguments[0], (Object[]) arguments[1]);
                            return null;
                        case "hashCode":
                            return 1;
                        case "equals":
                            return self == arguments[0];
                        default:
                            return null;
                    }
                });
        Viewer viewer =
                (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "jmol", null, null, "-n -i", null);
        viewer.setJmolStatusListener(listener);
        Logger.setLogLevel(Logger.LEVEL_INFO);
        return viewer;
    }

    /** The 3N coordinates of all atoms in Å. */
    public static double[] coordinates(Viewer viewer) {
        double[] all = new double[3 * viewer.ms.ac];
        for (int atom = 0; atom < viewer.ms.ac; atom++) {
            Precision.read(viewer.ms.at[atom], all, 3 * atom);
        }
        return all;
    }
}
