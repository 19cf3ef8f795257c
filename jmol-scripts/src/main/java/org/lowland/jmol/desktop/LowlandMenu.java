package org.lowland.jmol.desktop;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;

/** The menu "Lowland" in the menu bar of our own Jmol. Confined to the event thread. */
final class LowlandMenu {
    private final Steering steering;
    private final ControlPanel panel;
    private final JMenu backends = new JMenu("Backend");
    private final JMenu menu = new JMenu("Lowland");

    /**
     * Makes the menu.
     *
     * @param steering what its items do
     * @param panel which it opens
     */
    LowlandMenu(Steering steering, ControlPanel panel) {
        this.steering = steering;
        this.panel = panel;
        menu.setName("lowland.menu");
        menu.setMnemonic(KeyEvent.VK_L);
        item("Optimize", KeyEvent.VK_O, steering::optimize);
        item("Stop", KeyEvent.VK_S, steering::stop);
        menu.add(backends).setMnemonic(KeyEvent.VK_B);
        menu.addSeparator();
        item("Show forces", KeyEvent.VK_F, steering::showForces);
        item("Hide forces", KeyEvent.VK_I, steering::hideForces);
        item("Energy plot of the last run", KeyEvent.VK_E, steering::showPlot);
        menu.addSeparator();
        JCheckBoxMenuItem progress = new JCheckBoxMenuItem("Progress in the view");
        progress.setModel(steering.progressInView());
        progress.setMnemonic(KeyEvent.VK_P);
        menu.add(progress);
        item("Control panel...", KeyEvent.VK_C, panel::show);
        item("Help", KeyEvent.VK_H, steering::showHelp);
        menu.addMenuListener(new Opened());
    }

    /** {@return the menu, for a menu bar} */
    JMenu menu() {
        return menu;
    }

    private void item(String text, int key, Runnable action) {
        JMenuItem item = new JMenuItem(text, key);
        item.addActionListener(event -> action.run());
        menu.add(item);
    }

    /** Scripts may have chosen another backend, and the list of all may have come, since the menu was last seen. */
    private void fillBackends() {
        backends.removeAll();
        String chosen = steering.choice();
        List<String> all = new ArrayList<>(panel.choices());
        if (!chosen.isEmpty() && !all.contains(chosen)) {
            all.add(chosen);
        }
        ButtonGroup group = new ButtonGroup();
        all.forEach(backend -> choice(backend, backend, chosen, group));
        backends.addSeparator();
        choice("Jmol's own force field", "", chosen, group);
        backends.addSeparator();
        JMenuItem other = new JMenuItem("Other...", KeyEvent.VK_T);
        other.addActionListener(event -> panel.show());
        backends.add(other);
    }

    private void choice(String text, String backend, String chosen, ButtonGroup group) {
        JRadioButtonMenuItem item = new JRadioButtonMenuItem(text, backend.equals(chosen));
        item.addActionListener(event -> steering.choose(backend));
        group.add(item);
        backends.add(item);
    }

    private final class Opened implements MenuListener {
        @Override
        public void menuSelected(MenuEvent event) {
            fillBackends();
        }

        @Override
        public void menuDeselected(MenuEvent event) {}

        @Override
        public void menuCanceled(MenuEvent event) {}
    }
}
