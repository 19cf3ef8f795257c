package org.lowland.potential.compare;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.lowland.potential.train.CardSummary;

/** Trainings as a table, one line each. */
final class ComparisonText {
    private static final double MILLI = 1000;
    private static final String NONE = "-";

    private ComparisonText() {}

    static void print(PrintWriter out, List<Run> runs) {
        int width = Math.max(
                8, runs.stream().mapToInt(run -> run.name().length()).max().orElse(0));
        String layout = "%-" + width + "s %8s %10s %9s %9s %11s %9s %11s  %s%n";
        out.printf(
                Locale.ROOT,
                layout,
                "",
                "frames",
                "parameters",
                "steps",
                "minutes",
                "best valid.",
                "MAE",
                "RMSE",
                "forces in meV/Å");
        for (Run run : runs) {
            out.printf(
                    Locale.ROOT,
                    layout,
                    run.name(),
                    run.card()
                            .map(card -> String.valueOf(card.trainingFrames()))
                            .orElse(NONE),
                    run.card().map(card -> String.valueOf(card.parameters())).orElse(NONE),
                    run.last().step(),
                    number(run.last().seconds() / 60),
                    number(MILLI * run.best()),
                    run.card().map(card -> number(MILLI * card.forceMae())).orElse(NONE),
                    run.card().map(card -> number(MILLI * card.forceRmse())).orElse(NONE),
                    run.card()
                            .map(CardSummary::measuredOn)
                            .map(on -> "on " + on)
                            .orElse("not finished"));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
