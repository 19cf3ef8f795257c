package org.lowland.cli.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.io.file.WholeFile;

/** JSON objects, one a line: to standard output as they come, or to a file that appears when it is whole. */
public final class JsonLines implements AutoCloseable {
    private static final String STANDARD_OUTPUT = "-";

    private final Optional<JsonFactory> factory;
    private final Optional<WholeFile> file;
    private final Writer out;

    private JsonLines(Optional<JsonFactory> factory, Optional<WholeFile> file, Writer out) {
        this.factory = factory;
        this.file = file;
        this.out = out;
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    public interface Fields {
        /**
         * Writes the fields.
         *
         * @param json inside of the object
         * @throws IOException when the disk refuses
         */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Begins the lines.
     *
     * @param name of the file, or {@code -}; when null, nothing is written
     * @param standardOutput used for {@code -}
     * @return the lines
     * @throws InputException when the folder cannot be written
     */
    public static JsonLines to(String name, PrintWriter standardOutput) {
        if (name == null) {
            return new JsonLines(Optional.empty(), Optional.empty(), Writer.nullWriter());
        }
        if (name.equals(STANDARD_OUTPUT)) {
            return new JsonLines(Optional.of(new JsonFactory()), Optional.empty(), standardOutput);
        }
        WholeFile whole = WholeFile.create(Path.of(name));
        return new JsonLines(Optional.of(new JsonFactory()), Optional.of(whole), whole.writer());
    }

    /**
     * Writes a line.
     *
     * @param fields writes the fields of its object
     * @throws InputException when the disk refuses
     */
    public void line(Fields fields) {
        if (factory.isEmpty()) {
            return;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.get().createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        try {
            out.append(text.append('\n').getBuffer());
            if (file.isEmpty()) {
                out.flush();
            }
        } catch (IOException e) {
            throw new InputException("The JSON lines cannot be written (" + TextFiles.reason(e) + ")", e);
        }
    }

    /**
     * Writes a number, or null where there is none: JSON has no NaN.
     *
     * @param json inside of an object
     * @param name of the field
     * @param value any
     * @throws IOException when the disk refuses
     */
    public static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    /** Makes the file appear. */
    public void commit() {
        file.ifPresent(WholeFile::commit);
    }

    @Override
    public void close() {
        file.ifPresent(WholeFile::close);
    }
}
