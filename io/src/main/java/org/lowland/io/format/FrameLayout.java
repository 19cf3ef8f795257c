package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;

/**
 * How the atoms' lines of a frame are made, from {@code Properties=species:S:1:pos:R:3:forces:R:3}.
 *
 * @param fields in their order
 */
record FrameLayout(List<Field> fields) {
    private static final int WIDEST = 10_000;

    /**
     * One property.
     *
     * @param name as written
     * @param type S, I, R or L
     * @param width the number of values
     */
    record Field(String name, char type, int width) {}

    /** Plain XYZ: a symbol and three coordinates; what follows them is not read. */
    static final FrameLayout PLAIN = new FrameLayout(List.of(new Field("species", 'S', 1), new Field("pos", 'R', 3)));

    static FrameLayout parse(String properties) {
        String[] parts = properties.split(":");
        if (parts.length % 3 != 0) {
            throw broken(properties, "triples of name, type and width");
        }
        List<Field> fields = new ArrayList<>();
        for (int k = 0; k < parts.length; k += 3) {
            String type = parts[k + 1];
            if (type.length() != 1 || "SIRL".indexOf(type.charAt(0)) < 0) {
                throw broken(properties, "a type of S, I, R or L for '" + parts[k] + "'");
            }
            fields.add(new Field(parts[k], type.charAt(0), width(properties, parts[k + 2])));
        }
        FrameLayout layout = new FrameLayout(List.copyOf(fields));
        layout.require(properties, "pos", 3);
        if (layout.find("species").isEmpty() && layout.find("Z").isEmpty()) {
            throw broken(properties, "species:S:1");
        }
        return layout;
    }

    Optional<Field> find(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private void require(String properties, String name, int width) {
        if (find(name).filter(f -> f.type() == 'R' && f.width() == width).isEmpty()) {
            throw broken(properties, name + ":R:" + width);
        }
    }

    private static int width(String properties, String text) {
        try {
            int width = Integer.parseInt(text);
            if (width >= 1 && width <= WIDEST) {
                return width;
            }
        } catch (NumberFormatException e) {
            throw broken(properties, "a whole number for a width instead of '" + text + "'");
        }
        throw broken(properties, "a width from 1 to " + WIDEST + " instead of " + text);
    }

    private static InputException broken(String properties, String wanted) {
        return new InputException("Properties=" + properties + " cannot be used; it needs " + wanted);
    }
}
