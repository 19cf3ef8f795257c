package org.lowland.jmol.desktop;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import org.jmol.dialog.Dialog;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.openscience.jmol.app.JmolApp;

/** Starts Jmol with Lowland in its menu bar. */
public final class Desktop {
    private Desktop() {}

    /**
     * Opens a window and has it run commands. Returns when the window is there; Jmol ends the process when the last one is
     * closed.
     *
     * @param options of Jmol's own command line
     * @param commands scripts that run in the window one after the other
     * @param javaConsole whether what is written to standard output goes to Jmol's Java console
     * @throws InputException when no window can be opened here, or the Jmol at hand lacks a library
     */
    public static void open(List<String> options, List<String> commands, boolean javaConsole)
            throws InterruptedException {
        Screen.require();
        try {
            SwingUtilities.invokeAndWait(() -> window(options, commands, javaConsole));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError missing) {
                throw new InputException(
                        "This Jmol cannot open its window: " + missing
                                + "; let LOWLAND_CLASSPATH name the library that it lacks (on Debian and Ubuntu:"
                                + " libcommons-cli-java and libnaga-java, in /usr/share/java)",
                        missing);
            }
            throw new BackendException("Jmol's window cannot be opened: " + e.getCause(), e.getCause());
        }
    }

    private static void window(List<String> options, List<String> commands, boolean javaConsole) {
        Dialog.setupUIManager();
        useJmolsOwnLook();
        JmolApp app = new JmolApp(options.toArray(String[]::new));
        DesktopWindow window = new DesktopWindow(app, new JFrame(), null);
        app.startViewer(window.viewer(), null, false);
        if (javaConsole) {
            window.getJavaConsole();
        }
        commands.forEach(window.viewer()::script);
    }

    private static void useJmolsOwnLook() {
        try {
            UIManager.setLookAndFeel(UIManager.getCrossPlatformLookAndFeelClassName());
        } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
            throw new IllegalStateException(e);
        }
    }
}
