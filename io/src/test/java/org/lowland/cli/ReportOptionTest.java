package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code optimize --report}. */
class ReportOptionTest {
    @TempDir
    Path folder;

    private static Document parse(Path page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(page.toFile());
    }

    /** The cells of a column of the table of structures. */
    private static List<String> column(Document page, int column) {
        List<String> cells = new ArrayList<>();
        NodeList rows = page.getElementsByTagName("tbody").item(0).getChildNodes();
        for (int k = 0; k < rows.getLength(); k++) {
            if (rows.item(k) instanceof Element row) {
                cells.add(row.getElementsByTagName("td").item(column).getTextContent());
            }
        }
        return cells;
    }

    @Test
    void hasARowForEveryRecordAndNamesWhatFailed() throws Exception {
        Path in = Sdf.write(
                folder.resolve("in.sdf"),
                Sdf.titled(Sdf.WATER, "<one> & two"),
                Sdf.titled(Sdf.CHIRAL.replace(" Cl ", " Na "), "salt"),
                Sdf.CHIRAL);
        Path page = folder.resolve("report.html");

        Cli cli = Cli.optimize(in, "-o", folder.resolve("out.sdf"), "--report", page, "--threads", "2");

        assertThat(cli.code()).isEqualTo(4);
        Document report = parse(page);
        assertThat(report.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("in.sdf on toy");
        assertThat(column(report, 1)).containsExactly("<one> & two", "salt", "chiral");
        assertThat(column(report, 10)).containsExactly("converged", "failed FAILED", "converged");
        String text = report.getDocumentElement().getTextContent();
        assertThat(text)
                .contains("3 structures", "2 converged", "1 failed")
                .contains("in.sdf, record 2 (salt)")
                .contains("--report " + page)
                .contains("toy-descent")
                .contains("springs");
        assertThat(report.getElementsByTagName("path").getLength()).isEqualTo(4);
    }

    @Test
    void tellsSeedsApart() throws Exception {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);
        Path page = folder.resolve("report.html");

        Cli cli = Cli.run(
                "optimize",
                in,
                "-o",
                folder.resolve("out.sdf"),
                "--potential",
                "toy",
                "--optimizer",
                "toy-search",
                "--seeds",
                3,
                "--report",
                page);

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(column(parse(page), 1)).containsExactly("water seed 0", "water seed 1", "water seed 2");
    }

    @Test
    void showsWhatCanBeDrawnAndLosesNothingByTheRest() throws Exception {
        Path in = Sdf.write(
                folder.resolve("in.sdf"), Sdf.titled(Sdf.WATER, "unpaintable"), Sdf.titled(Sdf.WATER, "water"));
        Path page = folder.resolve("my report.html");

        Cli cli = Cli.optimize(in, "-o", folder.resolve("out.sdf"), "--report", page);

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(folder.resolve("out.sdf")).isNotEmptyFile();
        Document report = parse(page);
        assertThat(report.getElementsByTagName("img").getLength()).isEqualTo(2);
        assertThat(report.getDocumentElement().getTextContent())
                .contains("This cannot be drawn: java.lang.InternalError: no fonts")
                .contains("atoms moved by 0.25 Å")
                .contains("--report '" + page + "'");
    }

    @Test
    void isThereAlsoWhenNothingCouldBeUsed() throws Exception {
        Path in = Files.writeString(folder.resolve("in.xyz"), "1\nbroken\nXx 0 0 0\n");
        Path page = folder.resolve("report.html");

        Cli cli = Cli.optimize(in, "-o", folder.resolve("out.sdf"), "--report", page);

        assertThat(cli.code()).isEqualTo(2);
        assertThat(column(parse(page), 10)).containsExactly("failed");
    }

    @Test
    void aFolderThatIsNotThereIsRefusedBeforeAnythingIsComputed() throws IOException {
        Path in = Sdf.write(folder.resolve("in.sdf"), Sdf.WATER);

        Cli cli = Cli.optimize(in, "-o", folder.resolve("out.sdf"), "--report", folder.resolve("no/report.html"));

        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.err()).contains("there is no folder");
        assertThat(folder.resolve("out.sdf")).doesNotExist();
    }
}
