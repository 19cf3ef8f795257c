package org.lowland.io.jmol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/**
 * Has Jmol read a file and hands its models out one after the other. The whole file is in memory. Symmetry is applied,
 * each atom of a crystal comes once. Confined to one thread.
 */
final class JmolFileReader implements RecordReader<Structure> {
    private final String name;
    private final Viewer viewer;
    private int index;
    private String title = "";

    private JmolFileReader(String name, Viewer viewer) {
        this.name = name;
        this.viewer = viewer;
    }

    /** Reads all of a text as a type of Jmol's. */
    static JmolFileReader of(String name, BufferedReader text, String type) {
        Viewer viewer =
                (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "jmol", null, null, "-n -i", null);
        Logger.setLogLevel(Logger.LEVEL_FATAL);
        try (text) {
            Path copy = Files.createTempFile("lowland", ".txt");
            try {
                try (Writer out = Files.newBufferedWriter(copy)) {
                    text.transferTo(out);
                }
                String path = copy.toString().replace('\\', '/');
                String answer = String.valueOf(viewer.scriptWait("load '" + type + "::" + path + "' {1 1 1}"));
                if (viewer.ms.ac == 0) {
                    throw new InputException(name + ": Jmol finds no structure in it as " + type + reason(answer)
                            + "; check that the file is whole and of that kind");
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw TextFiles.unreadable(name, e);
        }
        return new JmolFileReader(name, viewer);
    }

    @Override
    public boolean hasNext() {
        return index < viewer.ms.mc;
    }

    @Override
    public Structure next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more models");
        }
        index++;
        title = "";
        try {
            JmolModel model = JmolModel.read(viewer, index - 1);
            title = model.title();
            return model.structure();
        } catch (InputException e) {
            throw new InputException(name + ", record " + index + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void close() {
        viewer.dispose();
    }

    private static String reason(String answer) {
        return answer.lines()
                .filter(line -> line.contains("rror"))
                .findFirst()
                .map(line -> " (" + line.strip() + ")")
                .orElse("");
    }
}
