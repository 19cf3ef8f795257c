package org.lowland.io.format;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lowland.api.InputException;
import org.openscience.cdk.config.Elements;

/**
 * The lines of one record.
 *
 * @param lines at least one
 * @param firstLine the number of the first in the file, from 1
 * @param remarks told what the record says and is not kept, once for each sentence
 */
public record Block(List<String> lines, long firstLine, Consumer<String> remarks) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Block {
        lines = List.copyOf(lines);
    }

    /** {@return the number of lines} */
    public int size() {
        return lines.size();
    }

    /**
     * A line.
     *
     * @param number from 0
     * @return the line
     * @throws InputException when the record ends before it
     */
    public String line(int number) {
        if (number >= lines.size()) {
            throw new InputException("the record ends after line " + (firstLine + lines.size() - 1)
                    + ", where more is needed; it was cut off");
        }
        return lines.get(number);
    }

    /**
     * The words of a line.
     *
     * @param number of the line, from 0
     * @return what stands between white space
     */
    public String[] words(int number) {
        String stripped = line(number).strip();
        return stripped.isEmpty() ? new String[0] : SPACE.split(stripped);
    }

    /**
     * Numbers at the beginning of a line, or behind some words.
     *
     * @param number of the line, from 0
     * @param skipped words before them
     * @param count of numbers
     * @return the numbers
     * @throws InputException when they do not stand there
     */
    public double[] numbers(int number, int skipped, int count) {
        String[] words = words(number);
        double[] values = new double[count];
        if (words.length < skipped + count) {
            throw broken(
                    number,
                    count + (count == 1 ? " number is" : " numbers are") + " missing in '" + shown(line(number)) + "'");
        }
        for (int k = 0; k < count; k++) {
            values[k] = number(words[skipped + k], number);
        }
        return values;
    }

    /**
     * A number, also in Fortran's way.
     *
     * @param word as it stands there
     * @param number of its line, from 0, for the message
     * @return the number
     * @throws InputException when it is none or not finite
     */
    public double number(String word, int number) {
        try {
            double value = Double.parseDouble(word.replace('D', 'e').replace('d', 'e'));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw broken(number, "'" + shown(word) + "' is not a number", e);
        }
        throw broken(number, "'" + shown(word) + "' is not a finite number");
    }

    /**
     * A whole number.
     *
     * @param word as it stands there
     * @param number of its line, from 0, for the message
     * @return the number
     * @throws InputException when it is none
     */
    public int whole(String word, int number) {
        try {
            return Integer.parseInt(word.strip());
        } catch (NumberFormatException e) {
            throw broken(number, "'" + shown(word) + "' is not a whole number", e);
        }
    }

    /**
     * The atomic number of a symbol.
     *
     * @param symbol in any case, D and T as hydrogen
     * @param number of its line, from 0, for the message
     * @return its atomic number
     * @throws InputException when it is no element
     */
    public int element(String symbol, int number) {
        int atomic = elementOrZero(symbol);
        if (atomic == 0) {
            throw broken(number, "'" + shown(symbol) + "' is not an element; give its symbol");
        }
        return atomic;
    }

    /**
     * The atomic number of a symbol or a number.
     *
     * @param symbol in any case
     * @return its atomic number, 0 when it is no element
     */
    public static int elementOrZero(String symbol) {
        if (symbol.isEmpty()) {
            return 0;
        }
        if (Character.isDigit(symbol.charAt(0))) {
            return symbol.length() <= 3 && symbol.chars().allMatch(Character::isDigit)
                    ? Math.min(Integer.parseInt(symbol), 119) % 119
                    : 0;
        }
        if (symbol.equalsIgnoreCase("D") || symbol.equalsIgnoreCase("T")) {
            return 1;
        }
        String written = symbol.substring(0, 1).toUpperCase(Locale.ROOT)
                + symbol.substring(1).toLowerCase(Locale.ROOT);
        return Elements.ofString(written).number();
    }

    /**
     * What is wrong with a line.
     *
     * @param number of the line, from 0
     * @param what is wrong
     * @return the exception to throw
     */
    public InputException broken(int number, String what) {
        return new InputException("line " + (firstLine + number) + ": " + what + "; correct it");
    }

    private InputException broken(int number, String what, Exception cause) {
        return new InputException("line " + (firstLine + number) + ": " + what + "; correct it", cause);
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
