package org.lowland.io.report;

import java.util.List;
import java.util.Locale;

/**
 * Counts of values from zero upward in bins of one width, which doubles whenever a value lies beyond the last bin: any
 * number of values of any size in constant memory. Confined to one thread.
 */
final class Histogram {
    private static final int WIDTH = 420;
    private static final int BINS = 40;

    private final long[] counts = new long[BINS];
    private double width;
    private long total;

    /** An empty histogram whose bins are at first so wide. */
    Histogram(double width) {
        this.width = width;
    }

    /** Counts a value; those that are not finite are left out, negative ones count as zero. */
    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        while (value >= width * BINS) {
            for (int k = 0; k < BINS; k++) {
                counts[k] = 2 * k < BINS ? counts[2 * k] + counts[2 * k + 1] : 0;
            }
            width *= 2;
        }
        counts[(int) (Math.max(0, value) / width)]++;
        total++;
    }

    long total() {
        return total;
    }

    /** The bars as SVG. */
    String svg(String title, String xName) {
        int last = BINS;
        while (last > 1 && counts[last - 1] == 0) {
            last--;
        }
        long most = 1;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        Frame frame =
                new Frame(WIDTH, title, Scale.linear(0, last * width), Scale.linear(0, most), xName, "structures");
        for (int k = 0; k < last; k++) {
            double left = frame.atX(k * width);
            double top = frame.atY(counts[k]);
            frame.raw(String.format(
                    Locale.ROOT,
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                    left,
                    top,
                    Math.max(0.5, frame.atX((k + 1) * width) - left - 1),
                    frame.atY(0) - top,
                    Html.text(bin(k) + ": " + counts[k])));
        }
        return frame.close();
    }

    private String bin(int k) {
        List<Double> ends = List.of(k * width, (k + 1) * width);
        return String.format(Locale.ROOT, "%.4g to %.4g", ends.get(0), ends.get(1));
    }
}
