package org.lowland.jmol.desktop;

import java.awt.Component;
import java.awt.Window;
import java.util.List;
import java.util.Optional;
import javax.swing.ButtonModel;
import javax.swing.JOptionPane;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import org.jmol.modelset.ModelSet;
import org.jmol.viewer.Viewer;
import org.lowland.api.Lowland;
import org.lowland.jmol.minimize.RunListener;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.plot.PlotWindow;
import org.lowland.jmol.session.JmolSession;

/**
 * What menu and panel do: send to Jmol the commands that a user could type. Confined to the event thread, but for the
 * commands themselves, which Jmol runs on a thread of its own.
 */
final class Steering {
    /** A colour that stands out from every element's and from a dark view. */
    private static final String FORCES = "forces --colour gold";

    private final JmolSession session;
    private final Component view;
    private final RunLine line = new RunLine();
    private final ViewLine viewLine;
    private final ButtonModel progressInView = new JToggleButton.ToggleButtonModel();
    private final RunListener renewal = new Renewal();
    private String choice = Lowland.DEFAULT_BACKEND;
    private PlotWindow plot;
    /** The models that arrows were asked for; null where none are. */
    private volatile ModelSet showsForces;

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
        progressInView.setSelected(true);
        progressInView.addItemListener(event -> viewLine.setWanted(progressInView.isSelected()));
        session.addListener(line);
        session.addListener(renewal);
    }

    RunLine line() {
        return line;
    }

    /** Whether the line in the view is wanted, shared by all that switch it. */
    ButtonModel progressInView() {
        return progressInView;
    }

    /** What {@link #optimize} will run: what a script has chosen, else what was chosen here; blank for Jmol's own. */
    String choice() {
        return session.backends().chosen().orElse(choice);
    }

    /** Not for the event thread. */
    List<String> findBackends() {
        return BackendChoices.find(session.backends());
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
        Background.run(session::stop);
    }

    void showForces() {
        choose(choice());
        showsForces = viewer().ms;
        Background.run(() -> ask(FORCES));
    }

    void hideForces() {
        showsForces = null;
        Background.run(() -> ask("forces off"));
    }

    /** Has the script verb do something, after the scripts that wait already; what goes wrong is shown as of a run. */
    private void ask(String words) {
        viewer().scriptWait("javascript \"lowland " + words + "\"");
        String error = String.valueOf(viewer().evaluateExpression("lowlandResult.error"));
        if (!error.isBlank()) {
            line.refused(error);
        }
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
        session.removeListener(renewal);
        if (plot != null) {
            plot.dispose();
        }
    }

    /** Arrows of the structure before a run would lie about the one after it. */
    private final class Renewal implements RunListener {
        @Override
        public void ended(RunRecord record) {
            if (showsForces == viewer().ms) {
                Background.run(() -> ask(FORCES));
            }
        }
    }

    private Viewer viewer() {
        return session.viewer();
    }
}
