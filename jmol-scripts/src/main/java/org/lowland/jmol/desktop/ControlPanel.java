package org.lowland.jmol.desktop;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.lowland.api.Lowland;
import org.lowland.jmol.session.JmolSession;

/**
 * The window beside Jmol's from which everything is steered; what a stock Jmol shows for the plug-in. Confined to the
 * event thread.
 */
final class ControlPanel {
    private static final String OWN = "Jmol's own force field";

    private final Steering steering;
    private final JComboBox<String> backends = new JComboBox<>();
    private final JTextArea line = new JTextArea("Nothing optimized yet", 3, 30);
    private JDialog dialog;
    private List<String> choices = List.of(Lowland.DEFAULT_BACKEND);
    private boolean filling;

    /**
     * The panel of a session, made where there is none: a menu of our own and a plug-in share one.
     *
     * @param session of the viewer in a window
     * @return the panel, which is not visible when it is new
     */
    static ControlPanel of(JmolSession session) {
        JComponent view = (JComponent) session.viewer().display;
        if (view.getClientProperty(ControlPanel.class) instanceof ControlPanel panel) {
            return panel;
        }
        ControlPanel panel = new ControlPanel(new Steering(session));
        view.putClientProperty(ControlPanel.class, panel);
        return panel;
    }

    private ControlPanel(Steering steering) {
        this.steering = steering;
        steering.line().addReader(news -> line.setText(news.text()));
        Background.run(() -> {
            List<String> found = steering.findBackends();
            SwingUtilities.invokeLater(() -> choices(found));
        });
    }

    /** {@return what its buttons do} */
    Steering steering() {
        return steering;
    }

    /** {@return the backends that there are, as far as they have been found} */
    List<String> choices() {
        return choices;
    }

    boolean isVisible() {
        return dialog != null && dialog.isVisible();
    }

    void show() {
        if (dialog == null) {
            dialog = dialog(steering.window());
        }
        fill();
        dialog.setVisible(true);
        dialog.toFront();
    }

    void hide() {
        if (dialog != null) {
            dialog.setVisible(false);
        }
    }

    void dispose() {
        steering.dispose();
        if (dialog != null) {
            dialog.dispose();
        }
    }

    private void choices(List<String> found) {
        if (!found.isEmpty()) {
            choices = found;
            fill();
        }
    }

    private void fill() {
        filling = true;
        String chosen = steering.choice();
        backends.removeAllItems();
        choices.forEach(backends::addItem);
        backends.addItem(OWN);
        backends.setSelectedItem(chosen.isEmpty() ? OWN : chosen);
        filling = false;
    }

    private void take() {
        Object typed = backends.getSelectedItem();
        if (!filling && typed != null) {
            steering.choose(typed.equals(OWN) ? "" : typed.toString());
        }
    }

    private JDialog dialog(Window owner) {
        JDialog made = new JDialog(owner, "Lowland");
        made.setName("lowland.panel");
        JPanel content = new JPanel();
        content.setLayout(new BoxLayout(content, BoxLayout.Y_AXIS));
        content.setBorder(BorderFactory.createEmptyBorder(10, 10, 10, 10));
        content.add(choice());
        content.add(Box.createVerticalStrut(8));
        content.add(buttons());
        content.add(Box.createVerticalStrut(8));
        content.add(status());
        made.add(content);
        made.pack();
        Rectangle screen = owner.getGraphicsConfiguration().getBounds();
        int right = screen.x + screen.width - made.getWidth();
        made.setLocation(Math.min(owner.getX() + owner.getWidth(), right), owner.getY());
        return made;
    }

    private JPanel choice() {
        backends.setEditable(true);
        backends.setName("lowland.backend");
        backends.setToolTipText("optimizer@potential, each with options as in rfo@ani-2x?path=/where/it/lies");
        backends.addActionListener(event -> take());
        JPanel row = new JPanel(new BorderLayout(8, 0));
        row.add(new JLabel("Backend"), BorderLayout.WEST);
        row.add(backends, BorderLayout.CENTER);
        return row;
    }

    private JPanel buttons() {
        JPanel grid = new JPanel(new GridLayout(2, 3, 6, 6));
        button(grid, "Optimize", () -> {
            take();
            steering.optimize();
        });
        button(grid, "Stop", steering::stop);
        button(grid, "Energy plot", steering::showPlot);
        button(grid, "Show forces", steering::showForces);
        button(grid, "Hide forces", steering::hideForces);
        button(grid, "Help", steering::showHelp);
        return grid;
    }

    private static void button(JPanel grid, String text, Runnable action) {
        JButton button = new JButton(text);
        button.addActionListener(event -> action.run());
        grid.add(button);
    }

    private JPanel status() {
        JCheckBox inView = new JCheckBox("Progress in the view");
        inView.setModel(steering.progressInView());
        line.setEditable(false);
        line.setOpaque(false);
        line.setLineWrap(true);
        line.setWrapStyleWord(true);
        line.setFont(inView.getFont().deriveFont(Font.PLAIN));
        JPanel rows = new JPanel(new BorderLayout(0, 4));
        rows.add(line, BorderLayout.NORTH);
        rows.add(inView, BorderLayout.SOUTH);
        return rows;
    }
}
