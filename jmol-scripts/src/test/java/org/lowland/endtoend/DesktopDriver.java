package org.lowland.endtoend;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.SwingUtilities;
import org.openscience.jmol.app.Jmol;

/**
 * Sits at the mouse of a Jmol in the same process: clicks what a person would click, looks at what a person would see,
 * and takes pictures of the screen. Java starts it with its windows, as a technology that assists people:
 * {@code -Djavax.accessibility.assistive_technologies}. It leaves {@code outcome.txt} and the pictures in the working
 * folder and ends the process.
 */
public final class DesktopDriver {
    private static final long PATIENCE = 100_000;

    private final long deadline = System.currentTimeMillis() + PATIENCE;
    private final StringBuilder outcome = new StringBuilder();
    private Jmol jmol;

    /** Called by Java when the first window is about to be made. */
    public DesktopDriver() {
        Thread thread = new Thread(this::drive, "driver");
        thread.setDaemon(true);
        thread.start();
    }

    private void drive() {
        int code = 1;
        try {
            jmol = await("Jmol", () -> find(Jmol.class, panel -> panel.vwr != null));
            await("a molecule", () -> Optional.of(jmol.vwr.ms).filter(model -> model.ac > 0));
            if (Boolean.getBoolean("lowland.plugin")) {
                usePlugin();
            } else {
                useMenu();
            }
            note("status", jmol.vwr.getP("_minimizationStatus"));
            note("backend", jmol.vwr.getP("lowlandBackend"));
            code = 0;
        } catch (Exception e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            note("failed", trace);
        }
        try {
            Files.writeString(Path.of("outcome.txt"), outcome);
        } catch (IOException e) {
            code = 2;
        }
        System.exit(code);
    }

    private void useMenu() throws Exception {
        JMenu menu = await("the menu", () -> find(JMenu.class, item -> "lowland.menu".equals(item.getName())));
        click(menu);
        click(await("its items", () -> button("Show forces")));
        await("arrows", () -> answered("lowlandResult.arrow_A_per_eV_per_A"));
        Thread.sleep(1000);
        picture("forces.png");
        click(menu);
        click(await("its items", () -> button("Optimize")));
        note("line", await("the end of the run", () -> ended("lowland.line")).getText());
        picture("view.png");
        click(menu);
        picture("menu.png");
        click(await("its items", () -> button("Energy plot of the last run")));
        await("the plot", () -> find(Dialog.class, window -> "lowland.plot".equals(window.getName())));
        Thread.sleep(500);
        picture("plot.png");
    }

    private void usePlugin() throws Exception {
        click(await("the menu", () -> find(JMenu.class, item -> "Plugins".equals(item.getText()))));
        click(await("its items", () -> button("Lowland...")));
        AbstractButton optimize = await("the panel", () -> button("Optimize"));
        Window panel = SwingUtilities.getWindowAncestor(optimize);
        // On a screen without a window manager Java may be wrong about where a new window is, until that is moved.
        for (int k = 1;
                onEventThread(() -> begun("lowland.line")).isEmpty() && System.currentTimeMillis() < deadline;
                k++) {
            int shift = 5 * (k % 8);
            SwingUtilities.invokeAndWait(() -> panel.setLocation(620 + shift, 20 + shift));
            Thread.sleep(300);
            click(optimize);
        }
        note("line", await("the end of the run", () -> ended("lowland.line")).getText());
        picture("plugin.png");
    }

    private void note(String what, Object value) {
        outcome.append(what).append(": ").append(value).append('\n');
    }

    /** What an expression of Jmol's scripts gives, as soon as its variables are there. */
    private Optional<String> answered(String expression) {
        return Optional.of(String.valueOf(jmol.vwr.evaluateExpression(expression)))
                .filter(text -> !text.isBlank() && !text.equals("ERROR"));
    }

    private static Optional<AbstractButton> button(String text) {
        return find(AbstractButton.class, item -> text.equals(item.getText()));
    }

    private static Optional<JLabel> begun(String name) {
        return find(
                JLabel.class,
                label -> name.equals(label.getName()) && label.getText().contains("@"));
    }

    private static Optional<JLabel> ended(String name) {
        return find(
                JLabel.class,
                label -> name.equals(label.getName()) && label.getText().contains("after"));
    }

    private <T> T await(String what, Supplier<Optional<T>> look) throws Exception {
        while (System.currentTimeMillis() < deadline) {
            Optional<T> found = onEventThread(look);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(50);
        }
        picture("waiting.png");
        throw new IllegalStateException("waited in vain for " + what);
    }

    private static <T> Optional<T> onEventThread(Supplier<Optional<T>> look)
            throws InterruptedException, InvocationTargetException {
        Object[] found = new Object[1];
        SwingUtilities.invokeAndWait(() -> found[0] = look.get());
        @SuppressWarnings("unchecked")
        Optional<T> result = (Optional<T>) found[0];
        return result;
    }

    /** What is on screen now. */
    private static <T extends Component> Optional<T> find(Class<T> kind, Predicate<T> wanted) {
        return Arrays.stream(Window.getWindows())
                .filter(Component::isShowing)
                .flatMap(DesktopDriver::inside)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(part -> part.isShowing() && wanted.test(part))
                .findFirst();
    }

    private static Stream<Component> inside(Component part) {
        Stream<Component> children = part instanceof Container container
                ? Arrays.stream(container.getComponents()).flatMap(DesktopDriver::inside)
                : Stream.empty();
        return Stream.concat(Stream.of(part), children);
    }

    private static void click(Component part) throws AWTException, InterruptedException {
        Point corner = part.getLocationOnScreen();
        Robot robot = new Robot();
        robot.setAutoDelay(60);
        robot.mouseMove(corner.x + part.getWidth() / 2, corner.y + part.getHeight() / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        Thread.sleep(250);
    }

    private static void picture(String name) throws AWTException, IOException {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(new Robot().createScreenCapture(screen), "png", new File(name));
    }
}
