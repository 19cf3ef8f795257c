package org.lowland.jmol.desktop;

import java.awt.Component;
import java.awt.Window;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import org.jmol.viewer.Viewer;
import org.lowland.api.Lowland;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.plot.PlotWindow;
import org.lowland.jmol.session.JmolSession;

/**
 * What menu and panel do: send to Jmol the commands that a user could type. Confined to the event thread, but for the
 * commands themselves, which Jmol runs on a thread of its own.
 */
final class Steering {
    private final JmolSession session;
    private final Component view;
    private final RunLine line = new RunLine();
    private final ViewLine viewLine;
    private String choice = Lowland.DEFAULT_BACKEND;
    private PlotWindow plot;

    /**
     * Steers a session.
     *
     * @param session of the viewer in the window
     */
    Steering(JmolSession session) {
        this.session = session;
        this.view = (Component) session.viewer().display;
        this.viewLine = new ViewLine(view);
        line.addReader(viewLine::show);
        session.addListener(line);
    }

    RunLine line() {
        return line;
    }

    ViewLine viewLine() {
        return viewLine;
    }

    /** What {@link #optimize} will run: what a script has chosen, else what was chosen here; blank for Jmol's own. */
    String choice() {
        return session.backends().chosen().orElse(choice);
    }

    void choose(String backend) {
        choice = backend.strip();
        session.backends().choose(choice);
    }

    void optimize() {
        choose(choice());
        viewer().script("minimize");
    }

    /** Also where a script is busy, which a command would have to wait for. */
    void stop() {
        CompletableFuture.runAsync(session::stop);
    }

    void showForces() {
        choose(choice());
        viewer().script("javascript \"lowland forces\"");
    }

    void hideForces() {
        viewer().script("vectors off");
    }

    void showPlot() {
        Optional<RunRecord> run =
                session.lastRun().filter(record -> !record.course().isEmpty());
        if (run.isEmpty()) {
            JOptionPane.showMessageDialog(
                    view, "Nothing has been optimized by Lowland yet.", "Lowland", JOptionPane.INFORMATION_MESSAGE);
            return;
        }
        if (plot == null) {
            plot = new PlotWindow(SwingUtilities.getWindowAncestor(view));
        }
        plot.show(run.get());
    }

    void showHelp() {
        HelpText.show(view);
    }

    Window window() {
        return SwingUtilities.getWindowAncestor(view);
    }

    /** Closes what belongs to the windows; the session goes on. */
    void dispose() {
        session.removeListener(line);
        if (plot != null) {
            plot.dispose();
        }
    }

    private Viewer viewer() {
        return session.viewer();
    }
}
