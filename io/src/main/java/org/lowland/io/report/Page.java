package org.lowland.io.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A page under construction: well-formed, with its style inside. Confined to one thread. */
final class Page {
    private static final String STYLE = "report.css";

    private final StringBuilder html = new StringBuilder();

    Page(String title) {
        html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n")
                .append("<meta charset=\"UTF-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(Html.text(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(Html.text(title))
                .append("</h1>\n");
    }

    void tiles(Map<String, String> tiles) {
        html.append("<ul class=\"tiles\">\n");
        tiles.forEach((name, value) -> html.append("<li><b>")
                .append(Html.text(value))
                .append("</b> ")
                .append(Html.text(name))
                .append("</li>\n"));
        html.append("</ul>\n");
    }

    void section(String heading, String content) {
        html.append("<section>\n<h2>")
                .append(Html.text(heading))
                .append("</h2>\n")
                .append(content)
                .append("</section>\n");
    }

    String close() {
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(STYLE + " cannot be read", e);
        }
    }
}
