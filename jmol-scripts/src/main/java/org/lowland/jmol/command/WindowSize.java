package org.lowland.jmol.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;

/**
 * The size of the picture of the molecule.
 *
 * @param width in pixels
 * @param height in pixels
 */
record WindowSize(int width, int height) {
    /** What holds when none is given, as in Jmol. */
    static final WindowSize USUAL = new WindowSize(500, 500);

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,4})(?:x([1-9]\\d{0,4}))?");

    /**
     * Reads a size.
     *
     * @param text {@code 800x600}, or one number for a square
     * @return the size
     * @throws InputException when it is none
     */
    static WindowSize parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InputException("'" + text + "' is no size of a window; write it as 800x600");
        }
        String height = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return new WindowSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(height));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
