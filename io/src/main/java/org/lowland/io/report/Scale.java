package org.lowland.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The scale of an axis: from values to a place between 0 and 1, with ticks at round numbers.
 *
 * @param low the value at 0
 * @param high the value at 1
 * @param logarithmic whether equal ratios are equally far apart
 */
record Scale(double low, double high, boolean logarithmic) {
    private static final int TICKS = 5;
    private static final int MOST_DECADES = 8;

    /** A linear scale that holds values and begins and ends at ticks. */
    static Scale linear(double least, double most) {
        double span = most > least ? most - least : Math.max(1, Math.abs(most));
        double step = step(span);
        double low = Math.floor(least / step) * step;
        double high = Math.ceil(Math.max(most, least + step * 1e-9) / step) * step;
        return new Scale(low, high > low ? high : low + step, false);
    }

    /** A logarithmic scale of whole decades that holds positive values, at most eight decades of them. */
    static Scale decades(double least, double most) {
        double last = Math.ceil(Math.log10(most) - 1e-9);
        double first = Math.max(Math.floor(Math.log10(least) + 1e-9), last - MOST_DECADES);
        return new Scale(Math.pow(10, Math.min(first, last - 1)), Math.pow(10, last), true);
    }

    private static double step(double span) {
        double raw = span / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double leading = raw / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }

    /** From 0 to 1; values outside are put at the ends. */
    double place(double value) {
        double place = logarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return Math.min(1, Math.max(0, place));
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double decade = Math.rint(Math.log10(low)); decade <= Math.log10(high) + 1e-9; decade++) {
                ticks.add(Math.pow(10, decade));
            }
            return ticks;
        }
        double step = step(high - low);
        for (double k = Math.rint(low / step); k * step <= high + step * 1e-6; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /** A tick as people write it. */
    String label(double tick) {
        if (logarithmic) {
            int decade = (int) Math.rint(Math.log10(tick));
            return decade >= -3 && decade <= 3
                    ? (decade >= 0
                            ? String.valueOf((int) Math.pow(10, decade))
                            : String.format(Locale.ROOT, "%." + -decade + "f", tick))
                    : "1e" + decade;
        }
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step(high - low)) - 1e-9));
        return decimals > 6 || high >= 1e7
                ? String.format(Locale.ROOT, "%.2g", tick)
                : String.format(Locale.ROOT, "%." + decimals + "f", tick + 0.0);
    }
}
