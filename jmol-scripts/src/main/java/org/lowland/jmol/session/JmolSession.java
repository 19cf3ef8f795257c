package org.lowland.jmol.session;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jmol.c.CBK;
import org.jmol.viewer.Viewer;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.jmol.backend.Backends;
import org.lowland.jmol.minimize.Console;
import org.lowland.jmol.minimize.ModelRun;
import org.lowland.jmol.minimize.RunListener;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.minimize.Runs;

/**
 * This library in one Jmol viewer: {@code minimize} works on the backend that the variable {@code lowlandBackend} names,
 * and scripts can ask with {@code javascript("lowland ...")}. Viewers do not know of each other. Thread-safe.
 */
public final class JmolSession implements AutoCloseable {
    /** How long closing waits for an evaluation under way. */
    private static final long PATIENCE_MILLISECONDS = 30_000;

    private final Viewer viewer;
    private final Backends backends;
    private final Runs runs;
    private final SessionListener listener;
    private final EmptyViewer emptyViewer;
    private volatile boolean closed;

    private JmolSession(Viewer viewer) {
        this.viewer = viewer;
        this.backends = new Backends(viewer);
        this.runs = new Runs(viewer, this::arm);
        this.emptyViewer = new EmptyViewer(this, runs);
        this.listener = new SessionListener(this, viewer.sm.cbl);
    }

    /**
     * Installs this library in a viewer, or finds it there. The listener that the viewer has is told of everything as
     * before.
     *
     * @param viewer a viewer of Jmol 14.31 or newer, headless or in a window
     * @return the session, the same one for the same viewer until it is closed
     */
    public static JmolSession install(Viewer viewer) {
        Optional<JmolSession> there = SessionListener.sessionOf(viewer.sm.cbl);
        if (there.isPresent()) {
            return there.get();
        }
        JmolSession session = new JmolSession(viewer);
        viewer.setJmolStatusListener(session.listener.proxy());
        session.arm();
        return session;
    }

    /** {@return the viewer} */
    public Viewer viewer() {
        return viewer;
    }

    /** {@return the chosen backend and the loaded ones} */
    public Backends backends() {
        return backends;
    }

    /**
     * Has a listener watch all minimizations from now on.
     *
     * @param watcher told of them
     */
    public void addListener(RunListener watcher) {
        runs.addListener(watcher);
    }

    /**
     * Forgets a listener.
     *
     * @param watcher the same object
     */
    public void removeListener(RunListener watcher) {
        runs.removeListener(watcher);
    }

    /** {@return how the minimization that ended last went} */
    public Optional<RunRecord> lastRun() {
        return runs.last();
    }

    /** {@return whether a minimization is under way} */
    public boolean isRunning() {
        return runs.isRunning();
    }

    /**
     * Optimizes a model on the calling thread.
     *
     * @param run what is to be done
     * @return how it ended, see {@link ModelRun#on}
     * @throws org.lowland.api.LowlandException when it cannot begin
     */
    public List<OptimizationResult> run(ModelRun run) {
        return run.on(viewer, runs);
    }

    /** Ends the minimization under way, if there is one, as {@code minimize STOP} does: its structure is kept. */
    public void stop() {
        runs.stop();
    }

    /**
     * Says something at the console of Jmol.
     *
     * @param message one line or more
     */
    public void echo(String message) {
        Console.say(viewer, message);
    }

    /** Ends what is under way, gives the viewer its own minimizer and listener back and releases the potentials. */
    @Override
    public void close() {
        boolean quiet = runs.awaitQuiet(PATIENCE_MILLISECONDS);
        closed = true;
        listener.close();
        ForceFieldWatch.remove(viewer);
        MinimizerSlot.clear(viewer);
        if (quiet) {
            backends.close();
        }
    }

    /** Puts the minimizer into its place, from where Jmol removes it with every model. */
    void arm() {
        if (!closed) {
            MinimizerSlot.arm(viewer, backends, runs);
            ForceFieldWatch.put(viewer, this::arm);
        }
    }

    /** Hears of an event after which the minimizer may be gone from its place, or of a script. */
    void heard(CBK event, Object[] data) {
        arm();
        if (event == CBK.SCRIPT) {
            emptyViewer.hear(data);
        }
    }

    /** What a script's {@code javascript("lowland ...")} gives; empty when no verb knows the line. */
    Optional<String> answer(String line) {
        return ServiceLoader.load(ScriptVerb.class, JmolSession.class.getClassLoader()).stream()
                .map(provider -> provider.get().run(this, line))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
