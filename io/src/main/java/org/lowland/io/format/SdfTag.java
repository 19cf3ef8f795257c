package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One data item of an SDF record.
 *
 * @param header the line that names it, as written: {@code >  <melting.point>  (25)}
 * @param lines its value
 */
public record SdfTag(String header, List<String> lines) {

    public SdfTag {
        Objects.requireNonNull(header);
        lines = List.copyOf(lines);
    }

    /**
     * A data item.
     *
     * @param name without angle brackets and line breaks
     * @param value any text; an empty line in it, which would end the item, becomes a blank
     * @return the item
     */
    public static SdfTag of(String name, String value) {
        List<String> lines =
                value.lines().map(line -> line.isEmpty() ? " " : line).toList();
        return new SdfTag(">  <" + name.replaceAll("[<>\\r\\n]", "_") + ">", lines);
    }

    /** {@return what stands in angle brackets; without them, what follows the sign} */
    public String name() {
        int open = header.indexOf('<');
        int close = header.indexOf('>', open + 1);
        return open >= 0 && close > open
                ? header.substring(open + 1, close)
                : header.substring(1).strip();
    }

    /** {@return the value, its lines joined} */
    public String value() {
        return String.join("\n", lines);
    }

    /** Reads the lines between a molecule and the end of its record. */
    static List<SdfTag> parse(List<String> text) {
        List<SdfTag> tags = new ArrayList<>();
        int k = 0;
        while (k < text.size()) {
            String header = text.get(k);
            k++;
            if (!header.startsWith(">")) {
                continue;
            }
            List<String> lines = new ArrayList<>();
            while (k < text.size() && !text.get(k).isEmpty()) {
                lines.add(text.get(k));
                k++;
            }
            tags.add(new SdfTag(header, lines));
        }
        return tags;
    }
}
