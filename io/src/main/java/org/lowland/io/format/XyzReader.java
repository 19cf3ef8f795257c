package org.lowland.io.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lowland.api.InputException;
import org.lowland.io.file.LimitedText;
import org.lowland.io.file.TextFiles;

/**
 * Reads XYZ and extended XYZ files frame by frame, also compressed ones, as ASE reads them. Holds one frame at a time.
 *
 * <p>{@link #next()} throws an {@link InputException} for a broken frame, which names the file, the frame (from 1), its
 * title and the line; the call after it reads the next frame. A file whose frames can no longer be told apart (a number
 * of atoms that is none, an end in the middle of a frame) ends there. Confined to one thread.
 */
public final class XyzReader implements RecordReader<LabelledFrame> {
    private final String name;
    private final LimitedText text;
    private final FrameParser parser = new FrameParser();
    private String countLine;
    private int frame;
    private long line;
    private boolean ended;
    private String title = "";
    private InputException failure;

    private XyzReader(String name, BufferedReader text) {
        this.name = name;
        this.text = LimitedText.of(text);
    }

    /**
     * Opens a file.
     *
     * @param file extended or plain XYZ
     * @return a reader before the first frame
     * @throws InputException when the file is not there, cannot be read or is empty
     */
    public static XyzReader open(Path file) {
        return new XyzReader(file.toString(), TextFiles.reader(file));
    }

    /**
     * Reads from text.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader before the first frame
     */
    public static XyzReader of(String name, BufferedReader text) {
        return new XyzReader(name, text);
    }

    /** {@return whether there is another frame, be it a broken one} */
    @Override
    public boolean hasNext() {
        if (countLine == null) {
            text.nextRecord();
        }
        while (!ended && countLine == null) {
            String read;
            try {
                read = readLine();
            } catch (InputException e) {
                failure = e;
                return true;
            }
            if (read == null) {
                ended = true;
            } else if (!read.isBlank()) {
                countLine = read;
            }
        }
        return !ended || failure != null;
    }

    /**
     * Reads the next frame.
     *
     * @return the frame
     * @throws InputException when it is broken
     * @throws NoSuchElementException when there is none
     */
    @Override
    public LabelledFrame next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more frames");
        }
        frame++;
        title = "";
        if (failure != null) {
            InputException known = failure;
            failure = null;
            throw known;
        }
        long first = line;
        int atoms = count();
        String comment = readLine();
        if (comment == null) {
            throw truncated(atoms, 0);
        }
        title = FrameParser.title(comment);
        requireFew(atoms);
        List<String> lines = new ArrayList<>();
        while (lines.size() < atoms) {
            String read = readLine();
            if (read == null) {
                throw truncated(atoms, lines.size());
            }
            lines.add(read);
        }
        try {
            return parser.parse(comment, lines, first + 1);
        } catch (InputException e) {
            throw new InputException(where() + titled() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int index() {
        return frame;
    }

    @Override
    public String title() {
        return title;
    }

    /** {@return the remaining frames; closing the stream closes the reader} */
    public Stream<LabelledFrame> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        ended = true;
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A frame of too many atoms is passed over, line by line. */
    private void requireFew(int atoms) {
        try {
            text.limits().requireAtoms(atoms);
        } catch (InputException e) {
            for (int passed = 0; passed < atoms && readLine() != null; passed++) {
                text.nextRecord();
            }
            throw new InputException(where() + titled() + ": " + e.getMessage(), e);
        }
    }

    private int count() {
        String given = countLine.strip();
        countLine = null;
        try {
            int atoms = Integer.parseInt(given);
            if (atoms >= 0) {
                return atoms;
            }
        } catch (NumberFormatException e) {
            ended = true;
            throw notACount(given, e);
        }
        ended = true;
        throw notACount(given, null);
    }

    private InputException notACount(String given, Exception cause) {
        String shown = given.length() > 40 ? given.substring(0, 40) + "..." : given;
        return new InputException(
                where() + ", line " + line + ": expected the number of atoms, found '" + shown
                        + "'; nothing after it can be read: correct the frame before it",
                cause);
    }

    private InputException truncated(int expected, int found) {
        ended = true;
        return new InputException(where() + titled() + ": the file ends after " + found + " of " + expected
                + " atoms; it was cut off, get it anew");
    }

    private String where() {
        return name + ", frame " + frame;
    }

    private String titled() {
        return title.isEmpty() ? "" : " (" + title + ")";
    }

    private String readLine() {
        try {
            line++;
            return text.readLine();
        } catch (IOException e) {
            ended = true;
            throw TextFiles.unreadable(where(), e);
        }
    }
}
