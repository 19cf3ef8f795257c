package org.lowland.jmol.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.viewer.Viewer;
import org.lowland.api.BackendException;
import org.lowland.api.numeric.Superposition;
import org.lowland.api.system.Cell;
import org.lowland.io.format.Structure;
import org.lowland.io.report.StructurePainter;

/** Balls and sticks by Jmol, on white, both structures from the side that shows most. Confined to one thread. */
public final class JmolPainter implements StructurePainter {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private final Viewer viewer =
            (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "painter", null, null, "-n -i", null);

    /** A painter with a Jmol of its own. */
    public JmolPainter() {
        renderWithoutScreen();
        script("set autobond false; set antialiasDisplay true; background white; frank off");
        viewer.setScreenDimension(WIDTH, HEIGHT);
    }

    /**
     * A viewer without a screen renders only while it writes a file itself, and Jmol 14.31 then writes a remark on standard
     * output, where results of the command line may go.
     */
    private void renderWithoutScreen() {
        try {
            Field mustRender = Viewer.class.getDeclaredField("mustRender");
            mustRender.setAccessible(true);
            mustRender.setBoolean(viewer, true);
        } catch (ReflectiveOperationException e) {
            throw new BackendException("This Jmol cannot draw without a screen: " + e, e);
        }
    }

    @Override
    public Pictures paint(Structure before, Structure after) {
        Scene first = Scene.of(before);
        Scene second = Scene.of(after);
        Superposition laid =
                Superposition.of(first.system().positions(), second.system().positions());
        load(viewer.loadInline(first.text()));
        if (first.cell().isPresent()) {
            load(viewer.loadInlineAppend(second.text(), true));
            script(unitCell(first.cell().get()) + "; rotate best; rotate x 12; rotate y -18");
        } else {
            load(viewer.loadInlineAppend(second.at(laid.aligned()).text(), true));
            script("frame *; rotate best");
        }
        return new Pictures(
                image("model 1.1; " + second.style()),
                image("model 2.1; " + second.style()),
                first.cell().isPresent() ? Double.NaN : laid.rmsd());
    }

    @Override
    public void close() {
        viewer.dispose();
    }

    /** The cell of both models, which their text does not hold. */
    private static String unitCell(Cell cell) {
        StringBuilder vectors = new StringBuilder("unitcell [{0 0 0}");
        for (int k = 0; k < 3; k++) {
            vectors.append(String.format(
                    Locale.ROOT,
                    " {%.4f %.4f %.4f}",
                    cell.component(k, 0),
                    cell.component(k, 1),
                    cell.component(k, 2)));
        }
        String command = vectors.append("]").toString();
        return "model 2.1; " + command + "; model 1.1; " + command + "; set axes off; frame *";
    }

    private void load(String error) {
        if (error != null) {
            throw new BackendException("Jmol does not read it: " + error.strip());
        }
    }

    private void script(String commands) {
        viewer.scriptWait(commands);
    }

    private byte[] image(String commands) {
        script(commands);
        viewer.setModelVisibility();
        BufferedImage image = (BufferedImage) viewer.getScreenImageBuffer(null, true);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new BackendException("The picture cannot be made: " + e.getMessage(), e);
        }
        return png.toByteArray();
    }
}
