package org.lowland.io.format;

import java.io.IOException;
import java.io.Writer;
import java.util.function.BiConsumer;
import org.lowland.api.InputException;
import org.lowland.io.file.Output;
import org.lowland.io.file.TextFiles;

/** Appends the text of structures one after the other; that of one structure is complete before any of it is written. */
public final class TextAppender implements RecordAppender {
    private final Writer out;
    private final BiConsumer<Structure, StringBuilder> layout;
    private final String foot;
    private final StringBuilder text = new StringBuilder();

    /**
     * Structures without anything around them.
     *
     * @param output where they go
     * @param layout makes the text of one
     */
    public TextAppender(Output output, BiConsumer<Structure, StringBuilder> layout) {
        this(output, "", layout, "");
    }

    /**
     * Structures between a head and a foot.
     *
     * @param output where they go
     * @param head before the first
     * @param layout makes the text of one
     * @param foot behind the last
     */
    public TextAppender(Output output, String head, BiConsumer<Structure, StringBuilder> layout, String foot) {
        this.out = output.writer();
        this.layout = layout;
        this.foot = foot;
        write(head);
    }

    @Override
    public void append(Structure structure) {
        text.setLength(0);
        layout.accept(structure, text);
        write(text);
    }

    @Override
    public void finish() {
        write(foot);
    }

    private void write(CharSequence content) {
        try {
            out.append(content);
        } catch (IOException e) {
            throw new InputException(
                    "The record cannot be written (" + TextFiles.reason(e) + "); check the free space", e);
        }
    }
}
