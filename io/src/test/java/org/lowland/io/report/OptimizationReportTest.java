package org.lowland.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class OptimizationReportTest {
    private static final String CARD =
            """
            # organic
            - Level of theory: DFT <b>
            - SHA: x

            ## Errors

            | atoms | MAE |
            |---|---:|
            | all | 0.05 |

            Two lines
            of words & signs.
            """;

    @TempDir
    Path folder;

    private static ReportHeader header() {
        return new ReportHeader(
                "in.sdf on <organic>",
                Map.of("command", "lowland optimize \"a&b\" -o 'x'"),
                0.01,
                Map.of("level of theory", "ωB97X"),
                Optional.of(CARD));
    }

    private static ReportRow row(int index, String title, ReportRow.Verdict verdict) {
        boolean failed = verdict == ReportRow.Verdict.FAILED;
        return new ReportRow(
                index,
                title,
                failed ? "" : "C9H8O4",
                failed ? 0 : 21,
                Optional.empty(),
                failed ? Double.NaN : -17.5,
                failed ? Double.NaN : 0.0098,
                30,
                31 + index % 9,
                failed ? Double.NaN : 0.01 * index,
                verdict,
                "",
                verdict == ReportRow.Verdict.CONVERGED ? Optional.empty() : Optional.of("in.sdf, record " + index));
    }

    private static Curve curve() {
        Curve curve = new Curve();
        for (int k = 0; k <= 30; k++) {
            curve.add(k + 1, -17.5 + Math.exp(-0.3 * k) - Math.exp(-9), 2 * Math.exp(-0.2 * k));
        }
        return curve;
    }

    private Document written(OptimizationReport report, Path file) throws Exception {
        report.commit();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document page, String tag, String kind) {
        NodeList all = page.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int k = 0; k < all.getLength(); k++) {
            Element element = (Element) all.item(k);
            if (element.getAttribute("class").startsWith(kind)) {
                found.add(element);
            }
        }
        return found;
    }

    @Test
    void showsOneStructure() throws Exception {
        Path file = folder.resolve("report.html");
        Document page;
        try (OptimizationReport report = OptimizationReport.create(file, header())) {
            report.add(row(1, "aspirin", ReportRow.Verdict.CONVERGED), curve());
            page = written(report, file);
        }
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("in.sdf on <organic>");
        assertThat(elements(page, "path", "line")).hasSize(2);
        assertThat(elements(page, "line", "level")).hasSize(1);
        assertThat(elements(page, "rect", "bar")).isEmpty();
        Element results = elements(page, "table", "results").get(0);
        assertThat(results.getElementsByTagName("tr").getLength()).isEqualTo(2);
        // 1 - exp(-9) eV above the end
        assertThat(results.getTextContent()).contains("aspirin", "C9H8O4", "23.06", "-17.50000", "0.0098", "converged");
        String text = Files.readString(file);
        assertThat(text)
                .doesNotContain("Problems")
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("url(");
    }

    @Test
    void showsAModelCard() throws Exception {
        Path file = folder.resolve("report.html");
        Document page;
        try (OptimizationReport report = OptimizationReport.create(file, header())) {
            page = written(report, file);
        }
        Element card = elements(page, "div", "card").get(0);
        assertThat(card.getElementsByTagName("li").item(0).getTextContent()).isEqualTo("Level of theory: DFT <b>");
        assertThat(card.getElementsByTagName("h3").item(0).getTextContent()).isEqualTo("organic");
        assertThat(card.getElementsByTagName("h4").item(0).getTextContent()).isEqualTo("Errors");
        assertThat(card.getElementsByTagName("th").getLength()).isEqualTo(2);
        assertThat(card.getElementsByTagName("td").item(1).getTextContent()).isEqualTo("0.05");
        assertThat(card.getElementsByTagName("p").item(0).getTextContent()).contains("Two lines\nof words & signs.");
    }

    @Test
    void staysWellFormedWhateverTitlesHold() throws Exception {
        List<String> titles = List.of(
                "<script>alert(1)</script>",
                "a & b",
                "\"quoted\" 'too'",
                "]]>",
                "nul\u0000bell\u0007",
                "\ud83d",
                "β-D-😀",
                "");
        Path file = folder.resolve("report.html");
        Document page;
        try (OptimizationReport report = OptimizationReport.create(file, header())) {
            for (int k = 0; k < titles.size(); k++) {
                report.add(row(k + 1, titles.get(k), ReportRow.Verdict.CHANGED), curve());
            }
            page = written(report, file);
        }
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        List<String> cells = new ArrayList<>();
        NodeList rows = elements(page, "table", "results").get(0).getElementsByTagName("tr");
        for (int k = 1; k < rows.getLength(); k++) {
            cells.add(
                    ((Element) rows.item(k)).getElementsByTagName("td").item(1).getTextContent());
        }
        assertThat(cells)
                .containsExactly(
                        "<script>alert(1)</script>",
                        "a & b",
                        "\"quoted\" 'too'",
                        "]]>",
                        "nul?bell?",
                        "?",
                        "β-D-😀",
                        "");
    }

    @Test
    void countsAllOfManyAndNamesWhatFailed() throws Exception {
        Path file = folder.resolve("report.html");
        Document page;
        try (OptimizationReport report = OptimizationReport.create(file, header())) {
            for (int k = 1; k <= 6000; k++) {
                boolean failed = k % 1000 == 0;
                ReportRow row = row(k, "m" + k, failed ? ReportRow.Verdict.FAILED : ReportRow.Verdict.CONVERGED);
                report.add(row, failed ? new Curve() : curve());
            }
            page = written(report, file);
        }
        assertThat(elements(page, "ul", "tiles").get(0).getTextContent())
                .contains("6,000 structures", "5,994 converged", "6 failed");
        assertThat(elements(page, "path", "line")).hasSize(16);
        assertThat(elements(page, "rect", "bar")).isNotEmpty();
        assertThat(elements(page, "table", "results")
                        .get(0)
                        .getElementsByTagName("tr")
                        .getLength())
                .isEqualTo(5001);
        assertThat(page.getDocumentElement().getTextContent()).contains("1,000 more are counted above");
        assertThat(elements(page, "ul", "problems")
                        .get(0)
                        .getElementsByTagName("li")
                        .getLength())
                .isEqualTo(6);
        assertThat(Files.size(file)).isLessThan(3_000_000);
    }

    @Test
    void drawsWhatCannotBeDrawnAsNothing() throws Exception {
        Path file = folder.resolve("report.html");
        Curve flat = new Curve();
        flat.add(1, -3, 0);
        Curve single = new Curve();
        single.add(1, Double.NaN, Double.NaN);
        try (OptimizationReport report = OptimizationReport.create(file, header())) {
            report.add(row(1, "at rest", ReportRow.Verdict.CONVERGED), flat);
            report.add(row(2, "not a number", ReportRow.Verdict.NOT_CONVERGED), single);
            written(report, file);
        }
        assertThat(Files.readString(file)).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void appearsWhenItIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "what was there before");
        try (OptimizationReport report = OptimizationReport.create(file, header())) {
            report.add(row(1, "aspirin", ReportRow.Verdict.CONVERGED), curve());
        }
        assertThat(file).hasContent("what was there before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
