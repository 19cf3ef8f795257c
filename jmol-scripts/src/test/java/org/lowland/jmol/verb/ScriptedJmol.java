package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jmol.c.CBK;
import org.jmol.viewer.Viewer;
import org.lowland.jmol.headless.HeadlessViewer;
import org.lowland.jmol.session.JmolSession;

/** A Jmol without a window that runs scripts, with all that its console said. */
final class ScriptedJmol implements AutoCloseable {
    static final Path EXAMPLES = Path.of("src/main/examples").toAbsolutePath();

    private final Viewer viewer;
    private final JmolSession session;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private ScriptedJmol() {
        viewer = HeadlessViewer.open(EnumSet.of(CBK.ECHO), (event, data) -> said.add(String.valueOf(data[1])));
        viewer.setScreenDimension(480, 360);
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
        return HeadlessViewer.coordinates(viewer);
    }

    @Override
    public void close() {
        session.close();
    }
}
