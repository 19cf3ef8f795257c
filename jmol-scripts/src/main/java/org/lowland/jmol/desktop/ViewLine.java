package org.lowland.jmol.desktop;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Point;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * One small line at the bottom of the view that tells how a run goes and vanishes soon after its end. It lies above the
 * view as a part of the window, not of the model: the echoes of a script stay as they are, and pictures and saved states
 * do not show it. Confined to the event thread.
 */
final class ViewLine {
    private static final int STAYS_MILLISECONDS = 6000;
    private static final int MARGIN = 6;
    private static final Color TEXT = new Color(235, 235, 235);
    private static final Color GROUND = new Color(40, 40, 40, 170);

    private final Component view;
    private final JLabel label = new Pane();
    private final Timer vanishing = new Timer(STAYS_MILLISECONDS, event -> label.setVisible(false));
    private boolean wanted = true;

    /**
     * Prepares the line, which is not yet visible.
     *
     * @param view where the molecule is drawn
     */
    ViewLine(Component view) {
        this.view = view;
        vanishing.setRepeats(false);
        label.setName("lowland.line");
        label.setVisible(false);
    }

    /** Switches the line on or off. */
    void setWanted(boolean wanted) {
        this.wanted = wanted;
        if (!wanted) {
            label.setVisible(false);
        }
    }

    void show(RunLine.Line line) {
        JRootPane root = SwingUtilities.getRootPane(view);
        if (!wanted || root == null) {
            return;
        }
        JLayeredPane layers = root.getLayeredPane();
        if (label.getParent() != layers) {
            layers.add(label, JLayeredPane.PALETTE_LAYER);
        }
        label.setText(line.text());
        Dimension size = label.getPreferredSize();
        int width = Math.min(size.width, view.getWidth() - 2 * MARGIN);
        Point corner = SwingUtilities.convertPoint(view, MARGIN, view.getHeight() - size.height - MARGIN, layers);
        label.setBounds(corner.x, corner.y, width, size.height);
        label.setVisible(true);
        if (line.running()) {
            vanishing.stop();
        } else {
            vanishing.restart();
        }
    }

    /** Text on a ground that lets the molecule through, readable on any colour of the view. */
    private static final class Pane extends JLabel {
        private static final long serialVersionUID = 1;

        private Pane() {
            setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            setForeground(TEXT);
            setBorder(BorderFactory.createEmptyBorder(3, 7, 3, 7));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.setColor(GROUND);
            graphics.fillRoundRect(0, 0, getWidth(), getHeight(), 8, 8);
            super.paintComponent(graphics);
        }
    }
}
