package org.lowland.io.report;

import java.util.Locale;

/** Text on its way into a page. */
final class Html {
    private static final int FIRST_PRINTABLE = 0x20;

    private Html() {}

    /** Text as content or as the value of an attribute; characters that XML does not know become a question mark. */
    static String text(String plain) {
        StringBuilder out = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isKnown(c) ? c : '?');
            }
        });
        return out.toString();
    }

    private static boolean isKnown(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return (c >= FIRST_PRINTABLE || c == '\t' || c == '\n') && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    /** A number with so many decimals, or a dash where there is none. */
    static String decimals(double value, int count) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + count + "f", value) : "–";
    }
}
