package org.lowland.io.report;

import java.util.Locale;

/** The frame of a chart as SVG: grid, axes, ticks and their names. Confined to one thread. */
final class Frame {
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 22;
    private static final int TOP = 14;
    private static final int BOTTOM = 44;

    private final int width;
    private final Scale x;
    private final Scale y;
    private final StringBuilder svg = new StringBuilder();

    Frame(int width, String title, Scale x, Scale y, String xName, String yName) {
        this.width = width;
        this.x = x;
        this.y = y;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"%s\">%n",
                width,
                HEIGHT,
                Html.text(title)));
        for (double tick : y.ticks()) {
            line("grid", LEFT, atY(tick), width - RIGHT, atY(tick));
            label("tick", "end", LEFT - 8, atY(tick) + 4, y.label(tick));
        }
        for (double tick : x.ticks()) {
            line("grid", atX(tick), TOP, atX(tick), HEIGHT - BOTTOM);
            label("tick", "middle", atX(tick), HEIGHT - BOTTOM + 18, x.label(tick));
        }
        line("axis", LEFT, HEIGHT - BOTTOM, width - RIGHT, HEIGHT - BOTTOM);
        line("axis", LEFT, TOP, LEFT, HEIGHT - BOTTOM);
        label("name", "middle", (LEFT + width - RIGHT) / 2.0, HEIGHT - 6, xName);
        double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"name\" text-anchor=\"middle\" transform=\"translate(14 %.1f) rotate(-90)\">%s</text>%n",
                middle,
                Html.text(yName)));
    }

    double atX(double value) {
        return LEFT + x.place(value) * (width - LEFT - RIGHT);
    }

    double atY(double value) {
        return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
    }

    void line(String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    void label(String kind, String anchor, double atX, double atY, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                kind,
                anchor,
                atX,
                atY,
                Html.text(text)));
    }

    /** A dashed line across the chart with a name. */
    void level(double value, String name) {
        line("level", LEFT, atY(value), width - RIGHT, atY(value));
        label("levelname", "start", LEFT + 6, atY(value) - 5, name);
    }

    void raw(String element) {
        svg.append(element).append('\n');
    }

    String close() {
        return svg.append("</svg>\n").toString();
    }
}
