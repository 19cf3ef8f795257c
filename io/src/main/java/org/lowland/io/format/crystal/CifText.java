package org.lowland.io.format.crystal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.format.Block;

/**
 * One data block of a CIF as its items, by the grammar of CIF 1.1: names in lower case, values without their quotes, a
 * single value as a column of one. Confined to one thread while it is read.
 */
final class CifText {
    private final Block block;
    private final Map<String, List<String>> columns = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();
    private String title = "";

    private record Token(String text, boolean quoted, int line) {
        boolean isName() {
            return !quoted && text.startsWith("_");
        }

        boolean isLoop() {
            return !quoted && text.equalsIgnoreCase("loop_");
        }

        boolean isHead() {
            String lower = text.toLowerCase(Locale.ROOT);
            return !quoted && (lower.startsWith("data_") || lower.startsWith("save_"));
        }
    }

    private CifText(Block block) {
        this.block = block;
    }

    static CifText of(Block block) {
        CifText text = new CifText(block);
        text.tokenize();
        text.collect();
        return text;
    }

    /** The name of the block. */
    String title() {
        return title;
    }

    /** The values of an item that goes by several names; empty when none of them is there. */
    List<String> column(String... names) {
        for (String name : names) {
            if (columns.containsKey(name)) {
                return columns.get(name);
            }
        }
        return List.of();
    }

    /** A single value; empty when it is missing or said to be unknown. */
    Optional<String> value(String... names) {
        List<String> column = column(names);
        return column.isEmpty() || isUnknown(column.get(0)) ? Optional.empty() : Optional.of(column.get(0));
    }

    /** Whether a value says that there is none. */
    static boolean isUnknown(String value) {
        return value.equals("?") || value.equals(".");
    }

    /** A number, with its standard uncertainty in brackets behind it. */
    static double number(String value, String what) {
        int bracket = value.indexOf('(');
        try {
            double number = Double.parseDouble(bracket < 0 ? value : value.substring(0, bracket));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InputException(what + " is '" + value + "', not a number; correct it", e);
        }
        throw new InputException(what + " is " + value + ", not a finite number; correct it");
    }

    private void tokenize() {
        int line = 0;
        while (line < block.size()) {
            String text = block.line(line);
            if (text.startsWith(";")) {
                line = textField(line);
            } else {
                words(text, line);
                line++;
            }
        }
    }

    private int textField(int first) {
        StringBuilder value = new StringBuilder(block.line(first).substring(1));
        int line = first + 1;
        while (line < block.size() && !block.line(line).startsWith(";")) {
            value.append('\n').append(block.line(line));
            line++;
        }
        if (line == block.size()) {
            throw block.broken(first, "the text that begins here has no end");
        }
        tokens.add(new Token(value.toString().strip(), true, first));
        words(block.line(line).substring(1), line);
        return line + 1;
    }

    private void words(String text, int line) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ') {
                at++;
            } else if (c == '#') {
                return;
            } else if (c == '\'' || c == '"') {
                int end = closing(text, at, c);
                tokens.add(new Token(text.substring(at + 1, end), true, line));
                at = Math.min(text.length(), end + 1);
            } else {
                int end = at;
                while (end < text.length() && text.charAt(end) > ' ') {
                    end++;
                }
                tokens.add(new Token(text.substring(at, end), false, line));
                at = end;
            }
        }
    }

    /** A quote closes only before white space. */
    private static int closing(String text, int open, char quote) {
        int at = open + 1;
        while (at < text.length()) {
            if (text.charAt(at) == quote && (at + 1 == text.length() || text.charAt(at + 1) <= ' ')) {
                return at;
            }
            at++;
        }
        return text.length();
    }

    private void collect() {
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.isLoop()) {
                at = loop(at + 1);
            } else if (token.isName() && at + 1 < tokens.size()) {
                columns.put(
                        token.text().toLowerCase(Locale.ROOT),
                        List.of(tokens.get(at + 1).text()));
                at += 2;
            } else {
                if (token.isHead() && title.isEmpty()) {
                    title = token.text().substring("data_".length());
                }
                at++;
            }
        }
        tokens.clear();
    }

    private int loop(int first) {
        List<String> names = new ArrayList<>();
        int at = first;
        while (at < tokens.size() && tokens.get(at).isName()) {
            names.add(tokens.get(at).text().toLowerCase(Locale.ROOT));
            at++;
        }
        List<List<String>> values = new ArrayList<>();
        names.forEach(name -> values.add(new ArrayList<>()));
        int count = 0;
        int last = first;
        while (at < tokens.size() && !names.isEmpty() && isValue(tokens.get(at))) {
            values.get(count % names.size()).add(tokens.get(at).text());
            last = tokens.get(at).line();
            count++;
            at++;
        }
        if (!names.isEmpty() && count % names.size() != 0) {
            throw block.broken(
                    last, "the loop of " + names.get(0) + " has " + count + " values for " + names.size() + " columns");
        }
        for (int column = 0; column < names.size(); column++) {
            columns.put(names.get(column), values.get(column));
        }
        return at;
    }

    private static boolean isValue(Token token) {
        return !token.isName() && !token.isLoop() && !token.isHead();
    }
}
