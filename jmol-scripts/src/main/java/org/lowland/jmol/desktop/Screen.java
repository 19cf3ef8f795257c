package org.lowland.jmol.desktop;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import org.lowland.api.InputException;

/** Tells before anything is opened whether a window can be. */
final class Screen {
    private static final String INSTEAD = "; 'lowland jmol -n' runs scripts without a window";

    private Screen() {}

    /**
     * Requires a screen and a Java that can draw on it.
     *
     * @throws InputException telling which of them is missing and what to do
     */
    static void require() {
        String display = System.getenv("DISPLAY");
        try {
            if (GraphicsEnvironment.isHeadless()) {
                throw display == null || display.isBlank() ? noScreen(null) : noToolkit(null);
            }
            Toolkit.getDefaultToolkit().getScreenSize();
        } catch (HeadlessException e) {
            throw noScreen(e);
        } catch (LinkageError e) {
            throw noToolkit(e);
        } catch (AWTError e) {
            throw new InputException(
                    "No window can be opened: " + e.getMessage().replaceFirst("\\.$", "")
                            + "; check DISPLAY and the access to that screen" + INSTEAD,
                    e);
        }
    }

    private static InputException noScreen(Throwable cause) {
        return new InputException(
                "There is no screen to open a window on (DISPLAY is not set); start it on a desktop or through"
                        + " 'ssh -X'" + INSTEAD,
                cause);
    }

    private static InputException noToolkit(Throwable cause) {
        return new InputException(
                "This Java (" + System.getProperty("java.home")
                        + ") is a headless one and opens no windows; install a full runtime (on Debian and Ubuntu:"
                        + " openjdk-17-jre, beside openjdk-17-jre-headless)" + INSTEAD,
                cause);
    }
}
