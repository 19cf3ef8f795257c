package org.lowland.io.report;

import java.util.Arrays;
import java.util.List;

/** As much of Markdown as model cards use: headings, lists, tables and paragraphs; all else is plain text. */
final class Markdown {
    private static final int DEEPEST = 6;

    private final StringBuilder html = new StringBuilder();
    private String open = "";

    private Markdown() {}

    /** Well-formed HTML of a text; its headings come so many levels deeper than written. */
    static String toHtml(String text, int deeper) {
        Markdown markdown = new Markdown();
        List<String> lines = text.lines().toList();
        for (int k = 0; k < lines.size(); k++) {
            boolean heads = k + 1 < lines.size() && isRule(lines.get(k + 1));
            markdown.line(lines.get(k).strip(), deeper, heads);
        }
        markdown.within("");
        return markdown.html.toString();
    }

    private static boolean isRule(String line) {
        return line.strip().matches("\\|[-:| ]+\\|");
    }

    private void line(String line, int deeper, boolean headsTable) {
        if (line.startsWith("#")) {
            within("");
            int marks = line.length() - line.replaceFirst("^#+", "").length();
            String tag = "h" + Math.min(DEEPEST, marks + deeper);
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(Html.text(line.substring(marks).strip()));
            html.append("</").append(tag).append(">\n");
        } else if (line.startsWith("- ")) {
            within("ul");
            html.append("<li>").append(Html.text(line.substring(2))).append("</li>\n");
        } else if (isRule(line)) {
            return;
        } else if (line.startsWith("|")) {
            within("table");
            String cell = headsTable ? "th" : "td";
            html.append("<tr>");
            Arrays.stream(line.replaceAll("^\\||\\|$", "").split("\\|", -1)).forEach(text -> html.append('<')
                    .append(cell)
                    .append('>')
                    .append(Html.text(text.strip()))
                    .append("</")
                    .append(cell)
                    .append('>'));
            html.append("</tr>\n");
        } else if (line.isEmpty()) {
            within("");
        } else {
            within("p");
            html.append(Html.text(line)).append('\n');
        }
    }

    /** Closes the element that is open and opens another, unless it is the same. */
    private void within(String element) {
        if (!element.equals(open)) {
            html.append(open.isEmpty() ? "" : "</" + open + ">\n");
            html.append(element.isEmpty() ? "" : "<" + element + ">\n");
            open = element;
        }
    }
}
