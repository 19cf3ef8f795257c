package org.lowland.io.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;

/**
 * The beginning of a file, by which its format is told.
 *
 * @param lines the first lines without their ends; the last one may be cut off
 */
public record Head(List<String> lines) {
    private static final int LENGTH = 1 << 15;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Head {
        lines = List.copyOf(lines);
    }

    /**
     * Looks at text without taking anything from it.
     *
     * @param text at its beginning
     * @param name for messages
     * @return what stands there
     * @throws InputException when it cannot be read
     */
    public static Head of(BufferedReader text, String name) {
        char[] buffer = new char[LENGTH];
        try {
            text.mark(LENGTH + 1);
            int length = 0;
            int read = text.read(buffer, 0, LENGTH);
            while (read > 0) {
                length += read;
                read = length < LENGTH ? text.read(buffer, length, LENGTH - length) : 0;
            }
            text.reset();
            return new Head(new String(buffer, 0, length).lines().toList());
        } catch (IOException e) {
            throw TextFiles.unreadable(name, e);
        }
    }

    /** {@return a line, from 0; empty behind the last} */
    public String line(int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    /** {@return the first line with anything in it, without white space around; empty when there is none} */
    public String firstLine() {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Whether some line begins so.
     *
     * @param beginning in lower case
     * @return true when one does, in capitals or not
     */
    public boolean anyLineBegins(String beginning) {
        return lines.stream()
                .anyMatch(line -> line.strip().toLowerCase(Locale.ROOT).startsWith(beginning));
    }

    /**
     * Whether some line holds a text.
     *
     * @param text as it must stand there
     * @return true when one does
     */
    public boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /**
     * Whether a line is made of so many numbers, or begins with them.
     *
     * @param number of the line, from 0
     * @param skipped words before the numbers
     * @param count of numbers
     * @return true when they stand there
     */
    public boolean isNumbers(int number, int skipped, int count) {
        String line = line(number).strip();
        String[] words = SPACE.split(line, skipped + count + 2);
        if (line.isEmpty() || words.length < skipped + count) {
            return false;
        }
        for (int k = skipped; k < skipped + count; k++) {
            if (!words[k].matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][-+]?\\d+)?")) {
                return false;
            }
        }
        return true;
    }
}
