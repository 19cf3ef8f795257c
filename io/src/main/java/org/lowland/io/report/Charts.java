package org.lowland.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.lowland.api.system.Units;

/** The charts of a report. */
final class Charts {
    private Charts() {}

    /** Energies and forces of some structures on their way. */
    static String curves(List<Curve> curves, List<String> names, double fmax) {
        List<LinePlot.Line> energies = new ArrayList<>();
        List<LinePlot.Line> forces = new ArrayList<>();
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k);
            energies.add(new LinePlot.Line(
                    names.get(k), curve.evaluations(), curve.energiesAboveEnd(Units.KCAL_PER_MOL_PER_EV)));
            forces.add(new LinePlot.Line(names.get(k), curve.evaluations(), curve.forces()));
        }
        LinePlot energy = new LinePlot(
                "Energy above the final one",
                "energy above the end, kcal/mol",
                false,
                energies,
                OptionalDouble.empty(),
                "");
        LinePlot force = new LinePlot(
                "Largest force",
                "largest force, eV/Å",
                true,
                forces,
                OptionalDouble.of(fmax),
                String.format(Locale.ROOT, "fmax %s", fmax));
        return "<div class=\"charts\">\n" + figure(energy.svg(), "Energy") + figure(force.svg(), "Largest force")
                + "</div>\n" + legend(names);
    }

    /** How many structures needed how much. */
    static String distributions(Histogram evaluations, Histogram gains, Histogram seconds) {
        return "<div class=\"charts\">\n"
                + figure(evaluations.svg("Evaluations", "evaluations of energy and forces"), "Evaluations")
                + figure(gains.svg("Energy released", "energy released, kcal/mol"), "Energy released")
                + figure(seconds.svg("Time", "seconds"), "Time from ready to done")
                + "</div>\n";
    }

    private static String figure(String svg, String caption) {
        return "<figure>\n<figcaption>" + Html.text(caption) + "</figcaption>\n" + svg + "</figure>\n";
    }

    private static String legend(List<String> names) {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">\n");
        for (int k = 0; k < names.size(); k++) {
            html.append("<li><span class=\"key ")
                    .append(LinePlot.colour(k))
                    .append("\"></span>")
                    .append(Html.text(names.get(k)))
                    .append("</li>\n");
        }
        return html.append("</ul>\n").toString();
    }
}
