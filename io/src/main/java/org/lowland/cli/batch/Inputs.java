package org.lowland.cli.batch;

import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.io.file.Limits;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.Formats;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.store.StoreLocation;
import org.lowland.io.store.StoreReader;
import org.lowland.io.store.StoredRecord;

/** The records of all input files, one after the other. A file or record that cannot be read is one broken entry. */
public final class Inputs implements Iterator<Entry>, AutoCloseable {
    private static final String STANDARD_INPUT = "-";

    private final Iterator<String> files;
    private final Optional<StructureFormat> format;
    private final InputStream in;
    private final Limits limits;
    private RecordReader<? extends Structure> reader;
    private String name = "";
    private Entry waiting;
    private int index;

    /**
     * Begins before the first file.
     *
     * @param files names, {@code -} for standard input, or places of stores
     * @param format the format of all, when their names do not count
     * @param in standard input
     */
    public Inputs(List<String> files, Optional<StructureFormat> format, InputStream in) {
        this(files, format, in, Limits.standard());
    }

    /**
     * Begins before the first file.
     *
     * @param files names, {@code -} for standard input
     * @param format the format of all, when their names do not count
     * @param in standard input
     * @param limits what is taken of a file at once
     */
    public Inputs(List<String> files, Optional<StructureFormat> format, InputStream in, Limits limits) {
        this.limits = limits;
        this.files = files.iterator();
        this.format = format;
        this.in = in;
    }

    @Override
    public boolean hasNext() {
        while (waiting == null && (reader != null || files.hasNext())) {
            if (reader == null) {
                open(files.next());
            } else if (reader.hasNext()) {
                waiting = read();
            } else {
                boolean empty = reader.index() == 0;
                shut();
                if (empty) {
                    index++;
                    waiting = Entry.broken(index, "", new InputException(name + ": the file holds no structure"));
                }
            }
        }
        return waiting != null;
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more records");
        }
        Entry entry = waiting;
        waiting = null;
        return entry;
    }

    /** Closes the file that is open. */
    @Override
    public void close() {
        if (reader != null) {
            shut();
        }
    }

    private void open(String file) {
        name = file.equals(STANDARD_INPUT) ? "standard input" : file;
        try {
            if (StoreLocation.isStore(file)) {
                StoreLocation store = StoreLocation.parse(file);
                name = store.toString();
                reader = StoreReader.open(store);
            } else if (file.equals(STANDARD_INPUT)) {
                BufferedReader text = TextFiles.reader(in, name, limits);
                reader = format.isPresent()
                        ? format.get().read(name, text)
                        : Formats.all().read(name, text);
            } else if (format.isPresent()) {
                reader = format.get().open(Path.of(file), limits);
            } else {
                reader = Formats.all().open(Path.of(file), limits);
            }
        } catch (LowlandException e) {
            index++;
            waiting = Entry.broken(index, "", e);
        }
    }

    private Entry read() {
        index++;
        try {
            if (reader instanceof StoreReader store) {
                StoredRecord record = store.nextRecord();
                return entry(record.structure()).keptAs(record);
            }
            return entry(reader.next()).saying(reader.remarks());
        } catch (LowlandException e) {
            return Entry.broken(index, reader.title(), e);
        }
    }

    private Entry entry(Structure structure) {
        String title = structure.title().isEmpty() ? "" : " (" + structure.title() + ")";
        return Entry.of(index, name + ", record " + reader.index() + title, structure);
    }

    private void shut() {
        reader.close();
        reader = null;
    }
}
