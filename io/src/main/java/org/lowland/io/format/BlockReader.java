package org.lowland.io.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.io.file.LimitedText;
import org.lowland.io.file.TextFiles;

/**
 * Reads formats whose records are blocks of lines: cuts the text into blocks and has each of them parsed, so that a broken
 * one is named and the others are read. Holds one block at a time. Confined to one thread.
 */
public final class BlockReader implements RecordReader<Structure> {
    private final String name;
    private final LimitedText text;
    private final Cut cut;
    private final Parser parser;
    private List<String> block = List.of();
    private long firstLine = 1;
    private String ahead;
    private final Deque<Structure> ready = new ArrayDeque<>();
    private final Set<String> said = new LinkedHashSet<>();
    private List<String> remarks = List.of();
    private int index;
    private String title = "";
    private InputException failure;
    private boolean ended;

    /** Where one block ends and the next one begins. */
    @FunctionalInterface
    public interface Cut {
        /** All of the text is one block. */
        Cut NEVER = (line, block) -> false;

        /**
         * Whether a line is the first of a new block.
         *
         * @param line that was read
         * @param block the lines of the present block, at least one of them not blank
         * @return true when the block is complete without this line
         */
        boolean before(String line, List<String> block);
    }

    /** Makes structures of a block. */
    @FunctionalInterface
    public interface Parser {
        /**
         * Reads a block.
         *
         * @param lines of the block
         * @return its structures; none for a block that is passed over
         * @throws InputException when it is broken; numbers of lines in the message count within the block
         */
        List<Structure> parse(Block lines);
    }

    /**
     * Reads blocks.
     *
     * @param name for messages
     * @param text closed with the reader
     * @param cut where blocks begin
     * @param parser makes structures of them
     */
    public BlockReader(String name, BufferedReader text, Cut cut, Parser parser) {
        this.name = name;
        this.text = LimitedText.of(text);
        this.cut = cut;
        this.parser = parser;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && failure == null && !ended) {
            readBlock();
            if (failure == null && !block.isEmpty()) {
                parse();
            }
        }
        return !ready.isEmpty() || failure != null;
    }

    @Override
    public Structure next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more records");
        }
        index++;
        if (ready.isEmpty()) {
            InputException known = failure;
            failure = null;
            title = "";
            throw new InputException(name + ", record " + index + ": " + known.getMessage(), known);
        }
        Structure structure = ready.remove();
        remarks = List.copyOf(said);
        title = structure.title();
        return structure;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public String title() {
        return title;
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

    private void parse() {
        try {
            said.clear();
            List<Structure> structures = parser.parse(new Block(block, firstLine, said::add));
            structures.forEach(structure -> text.limits().requireAtoms(structure.atoms()));
            ready.addAll(structures);
        } catch (InputException e) {
            failure = e;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            failure = new InputException("the record is damaged (" + e.getMessage() + "); correct it", e);
        }
        firstLine += block.size();
        block = List.of();
    }

    private void readBlock() {
        List<String> lines = new ArrayList<>();
        boolean anything = false;
        text.nextRecord();
        try {
            String line = ahead == null ? text.readLine() : ahead;
            ahead = null;
            while (line != null) {
                if (anything && cut.before(line, lines)) {
                    ahead = line;
                    break;
                }
                lines.add(line);
                anything |= !line.isBlank();
                line = text.readLine();
            }
            ended = line == null;
        } catch (IOException e) {
            ended = true;
            failure = TextFiles.unreadable("", e);
        }
        block = anything ? lines : List.of();
        if (!anything) {
            firstLine += lines.size();
        }
    }
}
