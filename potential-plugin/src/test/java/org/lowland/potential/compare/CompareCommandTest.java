package org.lowland.potential.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.potential.command.CommandTest;

class CompareCommandTest extends CommandTest {
    private static final String CURVE = "step,frames,seconds,learning_rate,loss,force_mae_eV_per_A,"
            + "energy_mae_kcal_per_mol,force_rmse_eV_per_A,energy_rmse_kcal_per_mol,training_force_mae_eV_per_A\n";
    private static final String OLDER_CURVE =
            "step,frames,seconds,learning_rate,loss,force_mae_eV_per_A,energy_mae_kcal_per_mol\n";
    private static final String CARD =
            """
            # toy

            - Level of theory: none
            - Network: painn, 8 features, cutoff 5.0 Å, 1234 parameters
            - Trained on %d frames of 1 species

            ## Errors on validation frames

            | atoms | frames | force MAE, eV/Å | force RMSE, eV/Å | energy MAE, kcal/mol |
            |---|---|---|---|---|
            | all | 50 | 0.5000 | 0.7000 | 0.11 |

            ## Errors on test frames

            | atoms | frames | force MAE, eV/Å | force RMSE, eV/Å | energy MAE, kcal/mol |
            |---|---|---|---|---|
            | all | 1000 | %.4f | 0.2000 | 0.11 |
            """;

    @TempDir
    Path folder;

    private Path training(String name, int frames, double error) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        StringBuilder curve = new StringBuilder(CURVE);
        for (int k = 1; k <= 10; k++) {
            curve.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%d,1e-3,0.5,%.5f,1,%.5f,1,%.5f%n",
                    100 * k,
                    k,
                    60 * k,
                    1.0 / k,
                    2.0 / k,
                    0.5 / k));
        }
        Files.writeString(made.resolve("curve.csv"), curve);
        Files.writeString(made.resolve("card.md"), String.format(Locale.ROOT, CARD, frames, error));
        return made;
    }

    private static Set<Integer> colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isGreaterThan(600);
        Set<Integer> colours = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void drawsRunsInOnePicture() throws IOException {
        Path first = training("first", 950, 0.02);
        Path second = training("second", 200, 0.04);
        Path unfinished = Files.createDirectories(folder.resolve("third"));
        Files.writeString(unfinished.resolve("curve.csv"), OLDER_CURVE + "100,1000,30.0,1e-3,0.5,0.3,1\n");
        Path png = folder.resolve("curves.png");

        assertThat(run("compare", first, second, unfinished, "-o", png)).as(err).isZero();

        assertThat(out.lines()).hasSize(4);
        assertThat(out)
                .containsPattern("first +950 +1234 +1000 +10\\.0 +100\\.0 +20\\.0 +200\\.0 +on test frames")
                .containsPattern("second +200 +1234 ")
                .containsPattern("third +- +- +100 +0\\.5 +300\\.0 +- +- +not finished");
        assertThat(colours(png))
                .contains(
                        new Color(0, 114, 178).getRGB(),
                        new Color(213, 94, 0).getRGB(),
                        new Color(0, 158, 115).getRGB());
        Path overTime = folder.resolve("time.png");
        assertThat(run("compare", first, unfinished, "-o", overTime, "--over", "time"))
                .as(err)
                .isZero();
        assertThat(colours(overTime)).doesNotContain(new Color(0, 158, 115).getRGB());
    }

    @Test
    void fitsTheSlopeOverTheNumberOfFrames() throws IOException {
        Path png = folder.resolve("frames.png");
        List<Path> runs = List.of(training("a", 50, 0.08), training("b", 200, 0.04), training("c", 800, 0.02));

        assertThat(run("compare", runs.get(0), runs.get(1), runs.get(2), "--over", "frames", "-o", png))
                .as(err)
                .isZero();

        assertThat(out).contains("slope of log(force MAE) against log(frames): -0.500; twice the frames, 0.71 times");
        assertThat(colours(png)).contains(new Color(0, 158, 115).getRGB());
        FrameScaling line = FrameScaling.fit(List.of(10L, 100L, 1000L), List.of(1.0, 0.2, 0.04));
        assertThat(line.slope()).isCloseTo(Math.log10(0.2), within(1e-12));
        assertThat(line.error(100)).isCloseTo(0.2, within(1e-12));
        assertThatThrownBy(() -> FrameScaling.fit(List.of(10L, 10L), List.of(1.0, 2.0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("different numbers");
    }

    @Test
    void runsOfOneNameAreToldApart() throws IOException {
        Path one = training("x/seed-1", 50, 0.08);
        Path other = training("y/seed-1", 50, 0.07);
        assertThat(run("compare", one, other)).as(err).isZero();
        assertThat(out).contains("seed-1 ", "seed-1 (2)");
    }

    @Test
    void refusesWhatIsNoTraining() throws IOException {
        Path good = training("good", 50, 0.08);
        refuses("there is no curve.csv in it", folder);
        refuses("--over is 'epochs'; known: steps, time, frames", good, "--over", "epochs");
        refuses("pictures are PNG", good, "-o", folder.resolve("a.svg"));
        refuses("had 50 frames", good, "--over", "frames");
        Files.writeString(good.resolve("curve.csv"), CURVE);
        refuses("no point in it yet", good);
        Files.writeString(good.resolve("curve.csv"), CURVE + "1,2,three\n");
        refuses("curve.csv cannot be read", good);
        Path foreign = training("foreign", 50, 0.08);
        Files.writeString(foreign.resolve("card.md"), "# something else\n");
        refuses("card.md: this is no card", foreign);
        Files.delete(foreign.resolve("card.md"));
        refuses("foreign: this training is not finished", foreign, "--over", "frames");
        assertThat(folder.resolve("a.svg")).doesNotExist();
    }

    private void refuses(String message, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "compare";
        System.arraycopy(args, 0, all, 1, args.length);
        assertThat(run(all)).isEqualTo(2);
        assertThat(err).startsWith("lowland: ").contains(message);
    }
}
