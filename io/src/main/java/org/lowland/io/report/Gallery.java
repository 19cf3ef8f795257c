package org.lowland.io.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.lowland.api.LowlandException;
import org.lowland.io.format.Structure;

/**
 * The pictures of a report, as parts of the page itself. They are drawn when the page is written, so that they do not
 * count in the times of the run. Confined to one thread.
 */
final class Gallery {
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String name, Structure before, Structure after) {}

    int size() {
        return pairs.size();
    }

    void add(String name, Structure before, Structure after) {
        pairs.add(new Pair(name, before, after));
    }

    /** The pictures; empty without a painter. What cannot be drawn is told in its place and harms nothing else. */
    String html() {
        if (pairs.isEmpty()) {
            return "";
        }
        Optional<StructurePainter> found;
        try {
            found = ServiceLoader.load(StructurePainter.class, Gallery.class.getClassLoader())
                    .findFirst();
        } catch (RuntimeException | Error e) {
            return refusal(e);
        }
        if (found.isEmpty()) {
            return "";
        }
        try (StructurePainter painter = found.get()) {
            StringBuilder html = new StringBuilder("<div class=\"gallery\">\n");
            pairs.forEach(pair -> html.append(figure(pair, painter)));
            return html.append("</div>\n").toString();
        }
    }

    /** Without fonts or drawing libraries Java throws errors of many kinds; a report is better without pictures than lost. */
    private static String refusal(Throwable e) {
        String reason = e instanceof LowlandException ? e.getMessage() : e.toString();
        return "<p>This cannot be drawn: " + Html.text(reason) + "</p>\n";
    }

    private static String figure(Pair pair, StructurePainter painter) {
        try {
            return figure(pair.name(), painter.paint(pair.before(), pair.after()));
        } catch (RuntimeException | Error e) {
            return "<figure>\n<figcaption>" + Html.text(pair.name()) + "</figcaption>\n" + refusal(e) + "</figure>\n";
        }
    }

    private static String figure(String name, StructurePainter.Pictures pictures) {
        String distance = Double.isFinite(pictures.rmsd())
                ? " <small>atoms moved by " + Html.decimals(pictures.rmsd(), 2) + " Å (RMSD)</small>"
                : "";
        return "<figure>\n<figcaption>" + Html.text(name) + distance + "</figcaption>\n<div class=\"pair\">"
                + image(name + " before", pictures.before()) + image(name + " after", pictures.after())
                + "</div>\n</figure>\n";
    }

    private static String image(String what, byte[] png) {
        return "<img alt=\"" + Html.text(what) + "\" title=\"" + Html.text(what) + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "\"/>";
    }
}
