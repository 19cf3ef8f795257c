package org.lowland.jmol.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.lowland.io.file.WholeFile;
import org.lowland.jmol.minimize.RunRecord;

/** Writes the plot of a run as a picture. Needs no window system. */
public final class EnergyPlot {
    static final int WIDTH = 900;
    static final int HEIGHT = 640;

    private EnergyPlot() {}

    /**
     * Writes the plot of a run.
     *
     * @param run what is plotted
     * @param file a PNG file, which appears only when it is whole
     * @throws org.lowland.api.InputException when the run has no step, or the file cannot be written
     */
    public static void write(RunRecord run, Path file) {
        WholeFile.write(file, png(EnergyCurves.of(run)));
    }

    private static byte[] png(EnergyCurves curves) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        curves.energyChart().paint(graphics, WIDTH, HEIGHT / 2);
        graphics.translate(0, HEIGHT / 2);
        curves.forceChart().paint(graphics, WIDTH, HEIGHT - HEIGHT / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
