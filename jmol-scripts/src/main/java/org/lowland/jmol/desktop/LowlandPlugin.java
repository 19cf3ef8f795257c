package org.lowland.jmol.desktop;

import java.util.Map;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.jmol.c.CBK;
import org.jmol.viewer.Viewer;
import org.lowland.jmol.session.JmolSession;
import org.openscience.jmol.app.JmolPlugin;

/**
 * Lowland in the menu "Plugins" of a stock Jmol, which finds it through {@code plugin.properties}. From its start on, the
 * commands of that Jmol know our backends. It has the methods that any release of Jmol asks of a plug-in; those that the
 * release lacks which this is compiled with do not name what they implement.
 */
public final class LowlandPlugin implements JmolPlugin {
    private JmolSession session;
    private ControlPanel panel;

    /** Made by Jmol. */
    public LowlandPlugin() {}

    @Override
    public void start(JFrame frame, Viewer viewer, Map<String, Object> options) {
        session = JmolSession.install(viewer);
        onEventThread(() -> panel = ControlPanel.of(session));
    }

    @Override
    public boolean isStarted() {
        return session != null;
    }

    @Override
    public void setVisible(boolean visible) {
        onEventThread(() -> {
            if (visible) {
                panel.show();
            } else {
                panel.hide();
            }
        });
    }

    /**
     * Newer releases ask.
     *
     * @return whether the panel is on screen
     */
    public boolean isVisible() {
        return panel != null && panel.isVisible();
    }

    /** Jmol closes its window; the session goes with it. */
    @Override
    public void destroy() {
        if (session != null) {
            Background.run(session::close);
            session = null;
            onEventThread(panel::dispose);
        }
    }

    @Override
    public void notifyCallback(CBK type, Object[] data) {}

    @Override
    public String getName() {
        return "Lowland";
    }

    @Override
    public String getMenuText() {
        return "Lowland...";
    }

    @Override
    public ImageIcon getMenuIcon() {
        return null;
    }

    @Override
    public String getVersion() {
        return Optional.ofNullable(LowlandPlugin.class.getPackage().getImplementationVersion())
                .orElse("");
    }

    @Override
    public String getWebSite() {
        return "";
    }

    /**
     * Newer releases ask.
     *
     * @return the licence's name
     */
    public String getLicense() {
        return "LGPL-2.1-or-later";
    }

    private static void onEventThread(Runnable action) {
        if (SwingUtilities.isEventDispatchThread()) {
            action.run();
        } else {
            SwingUtilities.invokeLater(action);
        }
    }
}
