package org.lowland.io.jmol;

import java.util.Optional;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;

/** Jmol as a converter: loads a text and writes it as its script function {@code write} does. */
public final class JmolWriter {
    private final Viewer viewer;

    public JmolWriter() {
        viewer =
                (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "writer", null, null, "-n -i", null);
        Logger.setLogLevel(Logger.LEVEL_FATAL);
    }

    /**
     * Converts.
     *
     * @param text of a file, whose type Jmol finds out
     * @param to the type that its {@code write} knows
     * @return what it writes; nothing when it cannot read that
     */
    public Optional<String> convert(String text, String to) {
        viewer.zap(false, false, false);
        String problem = viewer.loadInline(text);
        if (problem != null || viewer.ms.ac == 0) {
            return Optional.empty();
        }
        String written = String.valueOf(viewer.evaluateExpression("write('" + to + "')"));
        return written.isBlank() ? Optional.empty() : Optional.of(written);
    }
}
