package org.lowland.jmol.verb;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.io.file.WholeFile;

/** Writes animated GIFs (the GIF89a specification, with Netscape's extension for endless repetition). Stateless. */
final class AnimatedGif {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private AnimatedGif() {}

    /**
     * Joins pictures.
     *
     * @param target the file, which appears when it is whole
     * @param frames files of pictures of one size, read one after the other
     * @param seconds how long each is shown
     * @param rest how long the last one is shown in addition
     * @throws InputException when a picture cannot be read, has another size, or the file cannot be written
     */
    static void write(Path target, List<Path> frames, double seconds, double rest) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (WholeFile whole = WholeFile.create(target);
                ImageOutputStream out = ImageIO.createImageOutputStream(whole.bytes())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage first = read(frames.get(0));
            for (int k = 0; k < frames.size(); k++) {
                BufferedImage frame = k == 0 ? first : read(frames.get(k));
                if (frame.getWidth() != first.getWidth() || frame.getHeight() != first.getHeight()) {
                    throw new InputException(frames.get(k) + ": this picture has another size than the first one");
                }
                double shown = k == frames.size() - 1 ? seconds + rest : seconds;
                writer.writeToSequence(new IIOImage(frame, null, metadata(writer, frame, shown)), null);
            }
            writer.endWriteSequence();
            out.flush();
            whole.commit();
        } catch (IOException e) {
            throw new InputException(target + ": cannot be written (" + TextFiles.reason(e) + ")", e);
        } finally {
            writer.dispose();
        }
    }

    /** Deletes the pictures. */
    static void delete(List<Path> frames) {
        for (Path frame : frames) {
            try {
                Files.deleteIfExists(frame);
            } catch (IOException e) {
                throw new InputException(frame + ": cannot be deleted (" + TextFiles.reason(e) + ")", e);
            }
        }
    }

    private static BufferedImage read(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture == null) {
                throw new InputException(file + ": this is no picture; give PNG files");
            }
            return opaque(picture);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }

    /** Without an alpha channel, which would cost GIF its finer colours. */
    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.createGraphics().drawImage(picture, 0, 0, null);
        return copy;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage frame, double seconds)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(Math.max(1, Math.round(100 * seconds))));
        IIOMetadataNode repeat = new IIOMetadataNode("ApplicationExtension");
        repeat.setAttribute("applicationID", "NETSCAPE");
        repeat.setAttribute("authenticationCode", "2.0");
        repeat.setUserObject(new byte[] {1, 0, 0});
        child(root, "ApplicationExtensions").appendChild(repeat);
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int k = 0; k < root.getLength(); k++) {
            if (root.item(k).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(k);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
