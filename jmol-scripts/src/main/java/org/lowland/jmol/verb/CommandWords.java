package org.lowland.jmol.verb;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.InputException;

/** The words of a line, as a shell would take it apart: blanks between them, and quotes around those that hold blanks. */
final class CommandWords {
    private CommandWords() {}

    /**
     * Takes a line apart.
     *
     * @param line words between blanks; single or double quotes keep what is between them together and as it is
     * @return the words without the quotes
     * @throws InputException when a quote is not closed
     */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        int at = 0;
        while (at < line.length()) {
            char letter = line.charAt(at);
            if (letter == '\'' || letter == '"') {
                int end = line.indexOf(letter, at + 1);
                if (end < 0) {
                    throw new InputException("a quote is not closed: " + line.substring(at));
                }
                word.append(line, at + 1, end);
                inside = true;
                at = end;
            } else if (!Character.isWhitespace(letter)) {
                word.append(letter);
                inside = true;
            } else if (inside) {
                words.add(word.toString());
                word.setLength(0);
                inside = false;
            }
            at++;
        }
        if (inside) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }
}
