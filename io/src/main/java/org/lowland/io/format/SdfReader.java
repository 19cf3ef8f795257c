package org.lowland.io.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.file.LimitedText;
import org.lowland.io.file.TextFiles;

/**
 * Reads SDF and MOL files, V2000 and V3000, record by record. Records are told apart by their {@code $$$$} lines, so that
 * a broken one is named and the others are read. Where the text shows a flat drawing, the molecule has 2D coordinates;
 * stereo is that of the coordinates, as CDK perceives it.
 */
public final class SdfReader implements RecordReader<MoleculeRecord> {
    private static final String END = "$$$$";

    private final String name;
    private final LimitedText text;
    private List<String> record = List.of();
    private boolean terminated;
    private long firstLine;
    private long line;
    private int index;
    private String title = "";
    private InputException failure;
    private boolean ended;

    private SdfReader(String name, BufferedReader text) {
        this.name = name;
        this.text = LimitedText.of(text);
    }

    /**
     * Opens a file.
     *
     * @param file SDF or MOL, plain or compressed
     * @return a reader before the first record
     * @throws InputException when the file is not there, cannot be read or is empty
     */
    public static SdfReader open(Path file) {
        return new SdfReader(file.toString(), TextFiles.reader(file));
    }

    /**
     * Reads from text.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader before the first record
     */
    public static SdfReader of(String name, BufferedReader text) {
        return new SdfReader(name, text);
    }

    @Override
    public boolean hasNext() {
        if (record.isEmpty() && !ended) {
            readRecord();
        }
        return !record.isEmpty() || failure != null;
    }

    @Override
    public MoleculeRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more records");
        }
        if (failure != null) {
            InputException known = failure;
            failure = null;
            index++;
            title = "";
            throw known;
        }
        List<String> lines = record;
        record = List.of();
        index++;
        title = lines.get(0).strip();
        try {
            Ctab table = CtabText.parse(lines, firstLine, text.limits());
            List<String> rest = lines.subList(table.lines().size(), lines.size());
            requireWhole(rest);
            return new MoleculeRecord(title, table.molecule(), SdfTag.parse(rest), Optional.of(table));
        } catch (InputException e) {
            boolean cut = !terminated && lines.stream().noneMatch(read -> read.startsWith(CtabText.END));
            String end = cut ? "; the file ends within this record: it was cut off, get it anew" : "";
            throw new InputException(where() + ": " + e.getMessage() + end, e);
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

    /** A MOL file is one molecule without an end line; whatever else lacks it was cut off. */
    private void requireWhole(List<String> rest) {
        boolean molFile = index == 1 && rest.stream().allMatch(String::isBlank);
        if (!terminated && !molFile) {
            throw new InputException(
                    "the file ends before the record's line '$$$$': it was cut off; get it anew, or add"
                            + " the line when the record is whole");
        }
    }

    private void readRecord() {
        List<String> lines = new ArrayList<>();
        boolean blank = true;
        terminated = false;
        firstLine = line + 1;
        text.nextRecord();
        try {
            for (String read = text.readLine(); read != null; read = text.readLine()) {
                line++;
                if (read.startsWith(END)) {
                    terminated = true;
                    break;
                }
                blank &= read.isBlank();
                lines.add(read);
            }
        } catch (IOException e) {
            ended = true;
            String record = name + ", record " + (index + 1);
            failure = TextFiles.unreadable(record, e);
            return;
        }
        ended = !terminated;
        if (terminated && lines.isEmpty()) {
            lines.add("");
        }
        record = blank && !terminated ? List.of() : lines;
    }

    private String where() {
        return name + ", record " + index + (title.isEmpty() ? "" : " (" + title + ")");
    }
}
