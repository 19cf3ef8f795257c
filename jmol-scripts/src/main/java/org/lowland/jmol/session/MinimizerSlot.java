package org.lowland.jmol.session;

import java.lang.reflect.Field;
import org.jmol.viewer.Viewer;
import org.lowland.jmol.backend.Backends;
import org.lowland.jmol.minimize.LowlandMinimizer;
import org.lowland.jmol.minimize.Runs;

/** The private place in a viewer where its minimizer is; Jmol has no other way to give it one. */
final class MinimizerSlot {
    private static final Field MINIMIZER = field();

    private MinimizerSlot() {}

    static void arm(Viewer viewer, Backends backends, Runs runs) {
        if (!(viewer.getMinimizer(false) instanceof LowlandMinimizer)) {
            put(viewer, new LowlandMinimizer(viewer, backends, runs));
        }
    }

    static void clear(Viewer viewer) {
        put(viewer, null);
    }

    private static void put(Viewer viewer, Object minimizer) {
        try {
            MINIMIZER.set(viewer, minimizer);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field() {
        try {
            Field field = Viewer.class.getDeclaredField("minimizer");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
