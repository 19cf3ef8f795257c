package org.lowland.jmol.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.cli.Main;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.report.StructurePainter.Pictures;

@Tag("jmol")
class JmolPainterTest {
    private static final Path ASPIRIN = Path.of("src/main/examples/aspirin.sdf");

    /** Pixels that are not white. */
    private static long ink(byte[] png) throws IOException {
        BufferedImage image = javax.imageio.ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels)
                .filter(pixel -> (pixel & 0xffffff) != 0xffffff)
                .count();
    }

    private static LabelledFrame frame(int[] numbers, double... positions) {
        return LabelledFrame.of(AtomicSystem.of(numbers, positions));
    }

    @Test
    void drawsBothFromTheSameSide() throws IOException {
        LabelledFrame before = frame(new int[] {8, 1, 1}, 0, 0, 0, 0.96, 0, 0, 0, 0.96, 0);
        LabelledFrame turned = frame(new int[] {8, 1, 1}, 5, 5, 5, 5, 5.96, 5, 5, 5, 5.96);
        try (JmolPainter painter = new JmolPainter()) {
            Pictures pictures = painter.paint(before, turned);
            assertThat(pictures.rmsd()).isCloseTo(0, within(1e-9));
            assertThat(ink(pictures.before())).isGreaterThan(2000);
            assertThat(ink(pictures.after())).isCloseTo(ink(pictures.before()), within(100L));
        }
    }

    @Test
    void drawsClustersAndCellsAsBalls() throws IOException {
        double[] cube = new double[81];
        for (int k = 0; k < 27; k++) {
            cube[3 * k] = 1.1 * (k / 9);
            cube[3 * k + 1] = 1.1 * (k / 3 % 3);
            cube[3 * k + 2] = 1.1 * (k % 3);
        }
        int[] argon = new int[27];
        Arrays.fill(argon, 18);
        AtomicSystem cluster = AtomicSystem.of(argon, cube);
        AtomicSystem cell = AtomicSystem.builder(argon, cube)
                .cell(Cell.orthorhombic(3.3, 3.3, 3.3))
                .build();
        try (JmolPainter painter = new JmolPainter()) {
            assertThat(Scene.of(LabelledFrame.of(cluster)).molecule().getBondCount())
                    .isZero();
            Pictures bare = painter.paint(LabelledFrame.of(cluster), LabelledFrame.of(cluster));
            Pictures boxed = painter.paint(LabelledFrame.of(cell), LabelledFrame.of(cell));
            assertThat(ink(bare.before())).isGreaterThan(2000);
            assertThat(boxed.rmsd()).isNaN();
            assertThat(boxed.before()).isNotEqualTo(bare.before());
        }
    }

    @Test
    void aReportShowsBeforeAndAfter(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("report.html");
        int code = new Main()
                .run(
                        System.in,
                        System.out,
                        System.err,
                        false,
                        "optimize",
                        ASPIRIN.toString(),
                        "-o",
                        folder.resolve("out.sdf").toString(),
                        "--report",
                        report.toString());
        assertThat(code).isZero();
        String page = Files.readString(report);
        assertThat(page).contains("Before and after").doesNotContain("cannot be drawn");
        assertThat(page.split("data:image/png;base64,")).hasSize(3);
    }
}
