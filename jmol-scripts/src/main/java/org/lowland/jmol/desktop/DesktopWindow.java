package org.lowland.jmol.desktop;

import java.awt.event.ActionEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import org.jmol.viewer.Viewer;
import org.lowland.jmol.session.JmolSession;
import org.openscience.jmol.app.Jmol;
import org.openscience.jmol.app.JmolApp;

/**
 * The window of Jmol with a menu "Lowland" in its menu bar, and the same in windows that are opened from it. Jmol builds
 * its window within its constructor, which calls the methods below; so the fields are filled by them.
 */
final class DesktopWindow extends Jmol {
    private static final long serialVersionUID = 1;

    /** What Jmol calls its own action that opens one more window. */
    private static final String NEW_WINDOW = "newwin";

    private transient JmolSession session;

    /**
     * Opens a window.
     *
     * @param app what was asked for on the command line
     * @param frame the empty window
     * @param parent from which it is opened, or null for the first
     */
    DesktopWindow(JmolApp app, JFrame frame, DesktopWindow parent) {
        super(app, null, frame, parent, app.startupWidth, app.startupHeight, app.info, null);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                Background.run(session::close);
            }
        });
        frame.setVisible(true);
    }

    Viewer viewer() {
        return vwr;
    }

    @Override
    protected void setupModelAdapterAndViewer() {
        super.setupModelAdapterAndViewer();
        session = JmolSession.install(vwr);
    }

    @Override
    protected void addPluginMenu(JMenuBar bar) {
        ControlPanel panel = ControlPanel.of(session);
        bar.add(new LowlandMenu(panel.steering(), panel).menu());
        super.addPluginMenu(bar);
    }

    @Override
    protected List<Action> getFrameActions() {
        List<Action> actions = super.getFrameActions();
        actions.replaceAll(
                action -> action != null && NEW_WINDOW.equals(action.getValue(Action.NAME)) ? new NewWindow() : action);
        return actions;
    }

    /** There is no splash screen on which Jmol could tell of its start. */
    @Override
    public void showStatus(String message) {}

    @Override
    protected void say(String message) {}

    private final class NewWindow extends AbstractAction {
        private static final long serialVersionUID = 1;

        private NewWindow() {
            super(NEW_WINDOW);
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            new DesktopWindow(jmolApp, new JFrame(), DesktopWindow.this);
        }
    }
}
