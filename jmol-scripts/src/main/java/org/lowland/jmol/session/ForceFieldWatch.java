package org.lowland.jmol.session;

import java.lang.reflect.Field;
import java.util.Hashtable;
import java.util.Map;
import org.jmol.viewer.GlobalSettings;
import org.jmol.viewer.Viewer;

/**
 * Hears of {@code set forcefield}, with which Jmol throws its minimizer away without telling anybody, and after which
 * {@code minimize} would be Jmol's own whatever backend is chosen. Jmol keeps its parameters in a table; this one tells.
 */
final class ForceFieldWatch {
    private static final String FORCE_FIELD = "forcefield";
    private static final Field PARAMETERS = field();

    private ForceFieldWatch() {}

    /** Has something done after each change, until {@link #remove}. Jmol's parameters are made anew when it is reset. */
    @SuppressWarnings("unchecked")
    static void put(Viewer viewer, Runnable changed) {
        try {
            Object there = PARAMETERS.get(viewer.g);
            if (!(there instanceof Watched)) {
                PARAMETERS.set(viewer.g, new Watched((Map<String, Object>) there, changed));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void remove(Viewer viewer) {
        try {
            if (PARAMETERS.get(viewer.g) instanceof Watched watched) {
                PARAMETERS.set(viewer.g, new Hashtable<>(watched));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field() {
        try {
            Field field = GlobalSettings.class.getDeclaredField("htNonbooleanParameterValues");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Jmol's own kind of table. */
    private static final class Watched extends Hashtable<String, Object> {
        private static final long serialVersionUID = 1;

        private final transient Runnable changed;

        Watched(Map<String, Object> parameters, Runnable changed) {
            super(parameters);
            this.changed = changed;
        }

        /** The table is filled by its constructor, when there is nobody to tell yet. */
        @Override
        public Object put(String name, Object value) {
            Object before = super.put(name, value);
            if (name.equals(FORCE_FIELD) && changed != null) {
                changed.run();
            }
            return before;
        }
    }
}
