package org.lowland.io.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The comment line of extended XYZ, by the rules of ASE's reader: {@code key=value} pairs between white space; a value
 * with white space stands in quotes, braces or brackets; a backslash takes the next character as it is; a bare key means
 * true.
 */
final class KeyValues {
    private static final String OPEN = "\"'{[";
    private static final String CLOSE = "\"'}]";

    private KeyValues() {}

    /**
     * Reads the pairs in their order; of a key given twice the last value counts.
     *
     * @param bare the value of a key without one
     */
    static Map<String, String> parse(String line, String bare) {
        Map<String, String> pairs = new LinkedHashMap<>();
        StringBuilder word = new StringBuilder();
        String key = null;
        int at = skipSpace(line, 0);
        while (at < line.length()) {
            word.setLength(0);
            if (line.charAt(at) == '=') {
                at = word(line, skipSpace(line, at + 1), word, false);
                if (key != null) {
                    pairs.put(key, word.toString());
                }
                key = null;
            } else {
                at = word(line, at, word, true);
                key = word.toString();
                pairs.put(key, bare);
            }
            at = skipSpace(line, at);
        }
        return pairs;
    }

    /** Whether a comment line is one of extended XYZ: it says how the atoms' lines or the cell are made. */
    static boolean isExtended(String line) {
        return line.contains("Properties=") || line.contains("Lattice=");
    }

    /** Writes one pair so that {@link #parse} and ASE read it back. */
    static void append(StringBuilder line, String key, String value) {
        if (line.length() > 0) {
            line.append(' ');
        }
        line.append(key).append('=');
        if (!needsQuotes(value)) {
            line.append(value);
            return;
        }
        line.append('"');
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            if (c == '"' || c == '\\') {
                line.append('\\');
            }
            line.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        line.append('"');
    }

    private static boolean needsQuotes(String value) {
        if (value.isEmpty()) {
            return true;
        }
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            if (c <= ' ' || c == '=' || c == '\\' || OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int skipSpace(String line, int at) {
        int k = at;
        while (k < line.length() && line.charAt(k) <= ' ') {
            k++;
        }
        return k;
    }

    /** Reads one key or value from a position; returns the position behind it. */
    private static int word(String line, int from, StringBuilder word, boolean key) {
        int k = from;
        char closing = 0;
        while (k < line.length()) {
            char c = line.charAt(k);
            if (c == '\\' && k + 1 < line.length()) {
                k++;
                word.append(line.charAt(k));
            } else if (closing != 0) {
                if (c == closing) {
                    closing = 0;
                } else {
                    word.append(c);
                }
            } else if (c <= ' ' || key && c == '=') {
                return k;
            } else if (OPEN.indexOf(c) >= 0) {
                closing = CLOSE.charAt(OPEN.indexOf(c));
            } else {
                word.append(c);
            }
            k++;
        }
        return k;
    }
}
