package org.lowland.jmol.backend;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jmol.script.SV;
import org.jmol.viewer.Viewer;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendId;

/**
 * The backends of one viewer: the variable that chooses one, and the loaded potentials, each loaded once and kept.
 * Thread-safe.
 */
public final class Backends implements AutoCloseable {
    /** The variable of Jmol's scripts that holds {@code optimizer@potential}; blank means Jmol's own force fields. */
    public static final String VARIABLE = "lowlandBackend";

    private final Viewer viewer;
    private final Map<String, Potential> potentials = new HashMap<>();
    private boolean closed;

    /**
     * Backends of which none is loaded yet.
     *
     * @param viewer whose scripts choose
     */
    public Backends(Viewer viewer) {
        this.viewer = viewer;
    }

    /** {@return what the variable says now, be it known or not; empty where Jmol's own force fields are to be used} */
    public Optional<String> chosen() {
        return Optional.ofNullable(viewer.getP(VARIABLE))
                .map(value -> value.toString().strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * Sets the variable, as a script would.
     *
     * @param backend {@code optimizer@potential}, or nothing for Jmol's own force fields
     */
    public void choose(String backend) {
        viewer.g.setUserVariable(VARIABLE.toLowerCase(Locale.ROOT), SV.newS(backend));
    }

    /**
     * A backend, loaded where it was not yet.
     *
     * @param id {@code optimizer@potential}, each with its options
     * @return the backend, which the caller does not close
     * @throws InputException when the optimizer, the potential or an option is not known, with the list of the known
     * @throws BackendException when the potential cannot be loaded, a native library that is missing among the reasons
     */
    public synchronized Backend open(String id) {
        if (closed) {
            throw new BackendException("this session of Jmol has ended; nothing can be computed any more");
        }
        BackendId backend = BackendId.parse(id);
        GeometryOptimizer optimizer = Lowland.optimizer(backend.optimizer());
        Potential potential = potentials.get(backend.potential().toString());
        if (potential == null) {
            potential = load(backend);
            potentials.put(backend.potential().toString(), potential);
        }
        return new Backend(id, optimizer, potential);
    }

    private static Potential load(BackendId backend) {
        try {
            return Lowland.potential(backend.potential());
        } catch (LinkageError e) {
            throw new BackendException(
                    "'" + backend.potential().id() + "' cannot be loaded: a library is missing or does not fit this"
                            + " machine (" + e + ")",
                    e);
        }
    }

    /** Releases all potentials; nothing can be opened afterwards. */
    @Override
    public synchronized void close() {
        closed = true;
        potentials.values().forEach(Potential::close);
        potentials.clear();
    }
}
