package org.lowland.io.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a report that are words and counts. */
final class Summary {
    private static final double MINUTE = 60;

    private Summary() {}

    /** What there is to see at a glance: a name and a number each. */
    static Map<String, String> tiles(
            Map<ReportRow.Verdict, Integer> counts, long all, long evaluations, double seconds) {
        Map<String, String> tiles = new LinkedHashMap<>();
        tiles.put(all == 1 ? "structure" : "structures", Html.decimals(all, 0));
        for (ReportRow.Verdict verdict : ReportRow.Verdict.values()) {
            int count = counts.getOrDefault(verdict, 0);
            if (count > 0 || verdict == ReportRow.Verdict.CONVERGED) {
                tiles.put(verdict.words(), Html.decimals(count, 0));
            }
        }
        tiles.put("evaluations", Html.decimals(evaluations, 0));
        tiles.put(
                "wall time",
                seconds < MINUTE
                        ? Html.decimals(seconds, 1) + " s"
                        : String.format(
                                Locale.ROOT, "%d min %02d s", (long) (seconds / MINUTE), (long) (seconds % MINUTE)));
        if (all > 1) {
            tiles.put("structures per second", Html.decimals(all / seconds, all / seconds < 10 ? 2 : 0));
        }
        return tiles;
    }

    static String list(List<String> items) {
        StringBuilder html = new StringBuilder("<ul class=\"problems\">\n");
        items.forEach(item -> html.append("<li>").append(Html.text(item)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }

    static String pairs(Map<String, String> pairs) {
        StringBuilder html = new StringBuilder("<dl>\n");
        pairs.forEach((name, value) -> html.append("<dt>")
                .append(Html.text(name))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd>\n"));
        return html.append("</dl>\n").toString();
    }
}
