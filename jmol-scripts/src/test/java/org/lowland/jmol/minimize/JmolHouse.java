package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jmol.c.CBK;
import org.jmol.util.Logger;
import org.jmol.util.LoggerInterface;
import org.jmol.viewer.Viewer;
import org.lowland.jmol.headless.HeadlessViewer;
import org.lowland.jmol.session.JmolSession;

/** A headless Jmol with a session, and all that it said and called back. */
final class JmolHouse implements AutoCloseable {
    static final String ETHANOL =
            """
            9
            ethanol
            C -0.9 0.1 0.0
            C 0.5 -0.3 0.2
            O 1.3 0.9 0.1
            H -1.1 0.9 0.7
            H -1.1 0.5 -1.0
            H -1.6 -0.8 0.2
            H 0.6 -0.7 1.2
            H 0.8 -1.0 -0.6
            H 2.2 0.6 0.2
            """;

    private final Viewer viewer;
    private final JmolSession session;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> statuses = new CopyOnWriteArrayList<>();
    private final List<Integer> steps = new CopyOnWriteArrayList<>();

    private JmolHouse() {
        Logger.setLogger((LoggerInterface) Proxy.newProxyInstance(
                JmolHouse.class.getClassLoader(), new Class<?>[] {LoggerInterface.class}, (self, method, arguments) -> {
                    if (method.getName().equals("error")) {
                        errors.add(String.valueOf(arguments[0]));
                    }
                    return null;
                }));
        viewer = HeadlessViewer.open(EnumSet.of(CBK.ECHO, CBK.MINIMIZATION), this::hear);
        session = JmolSession.install(viewer);
    }

    static JmolHouse open() {
        return new JmolHouse();
    }

    private void hear(CBK event, Object[] data) {
        if (event == CBK.ECHO) {
            said.add(String.valueOf(data[1]));
        } else {
            statuses.add((String) data[1]);
            steps.add((Integer) data[2]);
        }
    }

    Viewer viewer() {
        return viewer;
    }

    JmolSession session() {
        return session;
    }

    /** All callbacks, in their order. */
    List<String> statuses() {
        return statuses;
    }

    List<Integer> steps() {
        return steps;
    }

    /** All that was said at the console. */
    List<String> said() {
        return said;
    }

    void load(String xyz) {
        assertThat(viewer.loadInline(xyz)).isNull();
    }

    void run(String script) {
        String error = viewer.scriptWait(script);
        assertThat(String.valueOf(error)).doesNotContain("script ERROR");
    }

    /** Runs a script and waits for the end of the minimization that it began. */
    RunRecord minimize(String script) {
        return minimize(script, "done");
    }

    /** The same with another status at the end. */
    RunRecord minimize(String script, String end) {
        viewer.setStringProperty("_minimizationStatus", "");
        run(script);
        awaitEnd(end);
        return session.lastRun().orElseThrow(() -> new AssertionError("nothing ran: " + said));
    }

    void awaitEnd(String end) {
        long until = System.nanoTime() + 20_000_000_000L;
        while (session.isRunning() || !variable("_minimizationStatus").equals(end)) {
            assertThat(!end.equals("failed") && variable("_minimizationStatus").equals("failed"))
                    .as("failed: %s", said)
                    .isFalse();
            assertThat(System.nanoTime())
                    .as("the minimization ends as %s: %s", end, said)
                    .isLessThan(until);
            sleep(5);
        }
    }

    static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String variable(String name) {
        return String.valueOf(viewer.getP(name));
    }

    double[] coordinates() {
        return HeadlessViewer.coordinates(viewer);
    }

    @Override
    public void close() {
        session.close();
        assertThat(errors).noneMatch(line -> line.contains("a callback failed") || line.contains("a listener failed"));
    }
}
