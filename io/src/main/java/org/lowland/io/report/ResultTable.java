package org.lowland.io.report;

import java.util.List;
import java.util.Locale;

/** The table of structures. */
final class ResultTable {
    private static final String HEAD = "<tr><th class=\"n\">#</th><th>title</th><th>formula</th>"
            + "<th class=\"n\">atoms</th><th class=\"n\">energy, eV</th><th class=\"n\">released, kcal/mol</th>"
            + "<th class=\"n\">fmax, eV/Å</th><th class=\"n\">steps</th><th class=\"n\">evaluations</th>"
            + "<th class=\"n\">seconds</th><th>outcome</th></tr>\n";

    private ResultTable() {}

    static String row(ReportRow row, double gain) {
        String seed = row.seed().map(s -> " <small>seed " + s + "</small>").orElse("");
        String remark = row.remark().isEmpty() ? "" : " <small>" + Html.text(row.remark()) + "</small>";
        return "<tr>" + number(String.valueOf(row.index()))
                + "<td>" + Html.text(row.title()) + seed + "</td><td>" + Html.text(row.formula()) + "</td>"
                + number(row.atoms() == 0 ? "–" : String.valueOf(row.atoms()))
                + number(Html.decimals(row.energy(), 5))
                + number(Html.decimals(gain, 2))
                + number(Html.decimals(row.fmax(), 4))
                + number(String.valueOf(row.steps()))
                + number(String.valueOf(row.evaluations()))
                + number(Double.isFinite(row.seconds()) ? String.format(Locale.ROOT, "%.3f", row.seconds()) : "–")
                + "<td><span class=\"verdict " + row.verdict().name().toLowerCase(Locale.ROOT) + "\">"
                + row.verdict().words() + "</span>" + remark + "</td></tr>\n";
    }

    private static String number(String text) {
        return "<td class=\"n\">" + text + "</td>";
    }

    static String of(List<String> rows, long more) {
        String rest = more == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<p>%,d more are counted above, not listed; --json has a line for each.</p>%n",
                        more);
        return "<div class=\"scroll\"><table class=\"results\">\n<thead>" + HEAD + "</thead>\n<tbody>\n"
                + String.join("", rows) + "</tbody></table></div>\n" + rest;
    }
}
