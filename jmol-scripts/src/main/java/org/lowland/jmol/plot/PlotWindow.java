package org.lowland.jmol.plot;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.io.File;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.knowm.xchart.XChartPanel;
import org.lowland.api.LowlandException;
import org.lowland.jmol.minimize.RunRecord;

/** The plot of a run in a window beside Jmol's, which can save it. Confined to the event thread. */
public final class PlotWindow {
    private static final Dimension SIZE = new Dimension(500, 460);

    /** Leaves the control panel visible, which stands in the same corner. */
    private static final int BELOW = 210;

    private final JDialog window;
    private RunRecord shown;

    /**
     * Makes the window, which is not yet visible, beside its owner where the screen is wide enough.
     *
     * @param owner with which it is closed
     */
    public PlotWindow(Window owner) {
        window = new JDialog(owner, "Lowland: energy of the last run");
        window.setSize(SIZE);
        Rectangle screen = owner.getGraphicsConfiguration().getBounds();
        window.setLocation(
                Math.min(owner.getX() + owner.getWidth(), screen.x + screen.width - SIZE.width),
                Math.max(screen.y, Math.min(owner.getY() + BELOW, screen.y + screen.height - SIZE.height)));
        window.setName("lowland.plot");
    }

    /**
     * Shows a run in the place of the last one.
     *
     * @param run what is shown
     * @throws org.lowland.api.InputException when the run has no step
     */
    public void show(RunRecord run) {
        shown = run;
        EnergyCurves curves = EnergyCurves.of(run);
        JPanel charts = new JPanel(new GridLayout(2, 1));
        charts.add(new XChartPanel<>(curves.energyChart()));
        charts.add(new XChartPanel<>(curves.forceChart()));
        JButton save = new JButton("Save as PNG...");
        save.addActionListener(event -> save(save));
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
        buttons.add(save);
        window.getContentPane().removeAll();
        window.add(charts, BorderLayout.CENTER);
        window.add(buttons, BorderLayout.SOUTH);
        window.revalidate();
        window.setVisible(true);
    }

    /** Closes the window for good. */
    public void dispose() {
        window.dispose();
    }

    private void save(Component near) {
        JFileChooser chooser = new JFileChooser(new File(".").getAbsoluteFile());
        chooser.setFileFilter(new FileNameExtensionFilter("PNG picture", "png"));
        chooser.setSelectedFile(new File("energy.png"));
        if (chooser.showSaveDialog(near) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        Path file = chooser.getSelectedFile().toPath();
        try {
            EnergyPlot.write(shown, file);
        } catch (LowlandException e) {
            JOptionPane.showMessageDialog(near, e.getMessage(), "Lowland", JOptionPane.ERROR_MESSAGE);
        }
    }
}
