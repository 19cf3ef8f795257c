package org.lowland.io.format;

import java.util.Locale;

/**
 * Walks over the fields of one line that white space separates. Numbers are read without making strings of them where
 * that is exact: up to 15 digits and powers of ten up to 22 are exact in double precision, so one multiplication or
 * division rounds correctly (Clinger, "How to read floating point numbers accurately", PLDI 1990).
 */
final class FieldScanner {
    private static final double[] POWERS = new double[23];
    private static final long LARGEST_EXACT = 1_000_000_000_000_000L;

    static {
        double power = 1;
        for (int k = 0; k < POWERS.length; k++) {
            POWERS[k] = power;
            power *= 10;
        }
    }

    private String line = "";
    private int start;
    private int end;

    /** Goes to the beginning of a line. */
    void reset(String text) {
        line = text;
        start = 0;
        end = 0;
    }

    /** Moves to the next field; false when there is none. */
    boolean next() {
        int k = end;
        int length = line.length();
        while (k < length && line.charAt(k) <= ' ') {
            k++;
        }
        start = k;
        while (k < length && line.charAt(k) > ' ') {
            k++;
        }
        end = k;
        return end > start;
    }

    /** The field as text. */
    String text() {
        return line.substring(start, end);
    }

    /** The field as a number, also {@code 1.5D-3} as Fortran writes it; throws NumberFormatException. */
    double number() {
        int k = start;
        boolean negative = line.charAt(k) == '-';
        if (negative || line.charAt(k) == '+') {
            k++;
        }
        long digits = 0;
        int exponent = 0;
        boolean fraction = false;
        boolean any = false;
        for (; k < end; k++) {
            char c = line.charAt(k);
            if (c >= '0' && c <= '9' && digits < LARGEST_EXACT / 10) {
                digits = 10 * digits + (c - '0');
                exponent -= fraction ? 1 : 0;
                any = true;
            } else if (c == '.' && !fraction) {
                fraction = true;
            } else {
                return slow();
            }
        }
        if (!any || exponent < -22) {
            return slow();
        }
        double value = digits / POWERS[-exponent];
        return negative ? -value : value;
    }

    private double slow() {
        String text = text();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan", "+nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> decimal(text);
        };
    }

    private static double decimal(String text) {
        char last = text.charAt(text.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
    }
}
