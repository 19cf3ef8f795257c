package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolStatusListener;
import org.jmol.api.JmolViewer;
import org.jmol.c.CBK;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.lowland.io.jmol.Precision;
import org.lowland.jmol.session.JmolSession;

/** A Jmol without a window that runs scripts, with all that its console said. */
final class ScriptedJmol implements AutoCloseable {
    static final Path EXAMPLES = Path.of("src/main/examples").toAbsolutePath();

    private final Viewer viewer;
    private final JmolSession session;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private ScriptedJmol() {
        JmolStatusListener listener = (JmolStatusListener) Proxy.newProxyInstance(
                ScriptedJmol.class.getClassLoader(),
                new Class<?>[] {JmolStatusListener.class},
                (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "notifyEnabled":
                            return arguments[0] == CBK.ECHO;
                        case "notifyCallback":
                            said.add(String.valueOf(((Object[]) arguments[1])[1]));
                            return null;
                        case "hashCode":
                            return 1;
                        case "equals":
                            return self == arguments[0];
                        default:
                            return null;
                    }
                });
        viewer = (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "jmol", null, null, "-n -i", null);
        viewer.setScreenDimension(480, 360);
        viewer.setJmolStatusListener(listener);
        Logger.setLogLevel(Logger.LEVEL_INFO);
        session = JmolSession.install(viewer);
    }

    static ScriptedJmol open() {
        return new ScriptedJmol();
    }

    /** With a molecule of the examples. */
    static ScriptedJmol with(String example) {
        ScriptedJmol jmol = new ScriptedJmol();
        jmol.load(EXAMPLES.resolve(example));
        return jmol;
    }

    void load(Path file) {
        run("load '" + script(file) + "'");
        assertThat(viewer.ms.ac).as("atoms of " + file).isPositive();
    }

    /** A file's name as scripts write it. */
    static String script(Path file) {
        return file.toString().replace('\\', '/');
    }

    Viewer viewer() {
        return viewer;
    }

    JmolSession session() {
        return session;
    }

    List<String> said() {
        return said;
    }

    /** Runs commands, which must not end with an error. */
    void run(String script) {
        viewer.scriptWait(script);
        assertThat(viewer.getErrorMessage()).as(script + "\n" + said).isNull();
    }

    /** What the verb answers to a line. */
    JsonNode verb(String line) {
        run("answer = javascript(\"lowland " + line + "\")");
        try {
            return new ObjectMapper().readTree(value("answer"));
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + value("answer"), e);
        }
    }

    /** The value of an expression of Jmol's scripts, as text. */
    String value(String expression) {
        return viewer.evaluateExpressionAsVariable(expression).asString();
    }

    /** The value of an expression of Jmol's scripts, as a number. */
    double number(String expression) {
        return Double.parseDouble(value(expression));
    }

    double[] coordinates() {
        double[] all = new double[3 * viewer.ms.ac];
        for (int atom = 0; atom < viewer.ms.ac; atom++) {
            Precision.read(viewer.ms.at[atom], all, 3 * atom);
        }
        return all;
    }

    @Override
    public void close() {
        session.close();
    }
}
