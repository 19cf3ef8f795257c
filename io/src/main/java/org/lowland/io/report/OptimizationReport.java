package org.lowland.io.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;
import org.lowland.io.file.TextFiles;
import org.lowland.io.file.WholeFile;
import org.lowland.io.format.Structure;

/**
 * The report of an optimization of one structure or many: results as they come, a page at the end. It lists the first
 * {@value #MOST_ROWS} structures and problems, draws the curves of the first {@value #CURVES}, shows the first
 * {@value #PICTURES} before and after where there is a {@link StructurePainter}, and counts all. Confined to one thread.
 */
public final class OptimizationReport implements AutoCloseable {
    /** Of how many structures curves are drawn. */
    public static final int CURVES = 8;

    /** How many structures are shown. */
    public static final int PICTURES = 8;

    private static final int MOST_ROWS = 5000;
    private static final int LEAST_FOR_DISTRIBUTIONS = 10;

    private final ReportHeader header;
    private final WholeFile file;
    private final long begin = System.nanoTime();
    private final Map<ReportRow.Verdict, Integer> counts = new EnumMap<>(ReportRow.Verdict.class);
    private final List<String> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Gallery gallery = new Gallery();
    private final Histogram ofEvaluations = new Histogram(1);
    private final Histogram ofSeconds = new Histogram(1e-5);
    private final Histogram ofGains = new Histogram(1e-3);
    private long all;
    private long evaluations;

    private OptimizationReport(ReportHeader header, WholeFile file) {
        this.header = header;
        this.file = file;
    }

    /**
     * Begins a report, which appears under its name with {@link #commit()}.
     *
     * @param file its name
     * @param header what is known before
     * @return the report
     * @throws InputException when the folder cannot be written
     */
    public static OptimizationReport create(Path file, ReportHeader header) {
        return new OptimizationReport(header, WholeFile.create(file));
    }

    /**
     * Adds a result.
     *
     * @param row what became of a structure
     * @param curve the way there, empty when nothing was evaluated
     */
    public void add(ReportRow row, Curve curve) {
        all++;
        evaluations += row.evaluations();
        counts.merge(row.verdict(), 1, Integer::sum);
        double gain = (curve.startEnergy() - row.energy()) * Units.KCAL_PER_MOL_PER_EV;
        if (!curve.isEmpty()) {
            ofEvaluations.add(row.evaluations());
            ofSeconds.add(row.seconds());
            ofGains.add(gain);
        }
        if (rows.size() < MOST_ROWS) {
            rows.add(ResultTable.row(row, gain));
        }
        if (problems.size() < MOST_ROWS) {
            row.problem().ifPresent(problems::add);
        }
        if (all <= CURVES && !curve.isEmpty()) {
            curves.add(curve);
            names.add(row.index() + " " + (row.title().isEmpty() ? row.formula() : row.title())
                    + row.seed().map(seed -> ", seed " + seed).orElse(""));
        }
    }

    /**
     * Shows a structure before and after, if it is among the first.
     *
     * @param index of the structure over all inputs, from 1
     * @param before as it was given, with coordinates in space
     * @param after the same atoms elsewhere
     */
    public void show(int index, Structure before, Structure after) {
        if (gallery.size() < PICTURES) {
            gallery.add((index + " " + before.title()).strip(), before, after);
        }
    }

    /**
     * Makes the page appear.
     *
     * @throws InputException when the disk refuses
     */
    public void commit() {
        try {
            file.writer().append(page());
        } catch (IOException e) {
            throw new InputException("The report cannot be written (" + TextFiles.reason(e) + ")", e);
        }
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }

    private String page() {
        double seconds = (System.nanoTime() - begin) * 1e-9;
        Page page = new Page(header.title());
        page.tiles(Summary.tiles(counts, all, evaluations, seconds));
        if (!curves.isEmpty()) {
            page.section(
                    all > CURVES ? "The first " + CURVES : "On the way", Charts.curves(curves, names, header.fmax()));
        }
        String pictures = gallery.html();
        if (!pictures.isEmpty()) {
            page.section(all > PICTURES ? "The first, before and after" : "Before and after", pictures);
        }
        if (ofEvaluations.total() >= LEAST_FOR_DISTRIBUTIONS) {
            page.section("All structures", Charts.distributions(ofEvaluations, ofGains, ofSeconds));
        }
        if (!problems.isEmpty()) {
            page.section("Problems", Summary.list(problems));
        }
        page.section("Structures", ResultTable.of(rows, all - rows.size()));
        page.section("Settings", Summary.pairs(header.settings()));
        page.section(
                "The potential",
                Summary.pairs(header.potential())
                        + header.card()
                                .map(card -> "<div class=\"card\">\n" + Markdown.toHtml(card, 2) + "</div>\n")
                                .orElse(""));
        return page.close();
    }
}
