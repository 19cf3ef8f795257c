package org.lowland.io.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.lowland.api.InputException;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.file.LimitedText;
import org.lowland.io.file.TextFiles;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Reads SMILES files: one molecule a line, its title behind the SMILES; blank lines and lines that begin with {@code #}
 * are passed over. The molecules have all hydrogens and no coordinates; valences that brackets
 * leave open, as in {@code [CH3]}, are unpaired electrons.
 */
public final class SmilesReader implements RecordReader<MoleculeRecord> {
    private final String name;
    private final LimitedText text;
    private String waiting;
    private long line;
    private int index;
    private String title = "";
    private InputException failure;
    private boolean ended;

    private SmilesReader(String name, BufferedReader text) {
        this.name = name;
        this.text = LimitedText.of(text);
    }

    /**
     * Opens a file.
     *
     * @param file SMILES, plain or compressed
     * @return a reader before the first line
     * @throws InputException when the file is not there, cannot be read or is empty
     */
    public static SmilesReader open(Path file) {
        return new SmilesReader(file.toString(), TextFiles.reader(file));
    }

    /**
     * Reads from text.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader before the first line
     */
    public static SmilesReader of(String name, BufferedReader text) {
        return new SmilesReader(name, text);
    }

    @Override
    public boolean hasNext() {
        if (waiting == null) {
            text.nextRecord();
        }
        while (waiting == null && failure == null && !ended) {
            try {
                String read = text.readLine();
                line++;
                ended = read == null;
                waiting = read == null || read.isBlank() || read.startsWith("#") ? null : read.strip();
            } catch (IOException e) {
                ended = true;
                failure = TextFiles.unreadable(name, e);
            }
        }
        return waiting != null || failure != null;
    }

    @Override
    public MoleculeRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more lines");
        }
        index++;
        title = "";
        if (failure != null) {
            InputException known = failure;
            failure = null;
            throw known;
        }
        String read = waiting;
        waiting = null;
        String[] parts = read.split("\\s+", 2);
        title = parts.length == 2 ? parts[1] : "";
        try {
            IAtomContainer molecule = Smiles.parse(parts[0]);
            molecule.setTitle(title);
            text.limits().requireAtoms(molecule.getAtomCount());
            Radicals.mark(molecule);
            return MoleculeRecord.of(title, molecule);
        } catch (InputException e) {
            String titled = title.isEmpty() ? "" : " (" + title + ")";
            throw new InputException(name + ", record " + index + titled + ": line " + line + ": " + e.getMessage(), e);
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
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
