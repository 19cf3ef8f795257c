package org.lowland.potential.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lowland.api.InputException;
import org.lowland.cli.CommandProvider;
import org.lowland.cli.Common;
import org.lowland.cli.ExitCode;
import org.lowland.io.file.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows several trainings side by side. */
@Command(
        name = "compare",
        description =
                "Compares trainings, finished or under way: a table of their errors, and a picture of them over the"
                        + " steps, the time, or the number of frames that they were trained on.",
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new CompareCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "the output folders of trainings")
    private List<Path> folders = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PNG",
            description = "draw the picture: curves of the force errors, validation solid and training dashed; or, over"
                    + " frames, the errors of the finished models and the best line through them")
    private Path output;

    @Option(
            names = "--over",
            paramLabel = "steps|time|frames",
            defaultValue = "steps",
            description = "what the errors are shown over; with frames the table ends with the slope of log(error)"
                    + " against log(frames); default ${DEFAULT-VALUE}")
    private String over;

    @Override
    public Integer call() {
        if (!List.of("steps", "time", "frames").contains(over)) {
            throw new InputException("--over is '" + over + "'; known: steps, time, frames");
        }
        if (output != null && !output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new InputException(output + ": pictures are PNG; give a name that ends in .png");
        }
        List<Run> runs = distinct(folders.stream().map(Run::read).toList());
        ComparisonText.print(common.out(), runs);
        if (over.equals("frames")) {
            overFrames(runs);
        } else {
            draw(() -> ComparisonPicture.curves(runs, over.equals("time")));
        }
        common.out().flush();
        return ExitCode.OK.code();
    }

    private void overFrames(List<Run> runs) {
        for (Run run : runs) {
            if (run.card().isEmpty()) {
                throw new InputException(run.name()
                        + ": this training is not finished; errors over frames are those of finished models");
            }
        }
        FrameScaling line = FrameScaling.fit(
                runs.stream()
                        .map(run -> run.card().orElseThrow().trainingFrames())
                        .toList(),
                runs.stream().map(run -> run.card().orElseThrow().forceMae()).toList());
        common.out()
                .printf(
                        Locale.ROOT,
                        "slope of log(force MAE) against log(frames): %.3f; twice the frames, %.2f times the error%n",
                        line.slope(),
                        Math.pow(2, line.slope()));
        draw(() -> ComparisonPicture.overFrames(runs, line));
    }

    /** Draws a picture as PNG. */
    private interface Picture {
        byte[] draw() throws IOException;
    }

    private void draw(Picture picture) {
        if (output == null) {
            return;
        }
        try {
            WholeFile.write(output, picture.draw());
        } catch (IOException e) {
            throw new InputException(output + ": the picture cannot be drawn (" + e.getMessage() + ")", e);
        }
    }

    /** The runs, those of one name told apart by a number. */
    private static List<Run> distinct(List<Run> runs) {
        Set<String> taken = new HashSet<>();
        List<Run> distinct = new ArrayList<>();
        for (Run run : runs) {
            String name = run.name();
            for (int k = 2; !taken.add(name); k++) {
                name = run.name() + " (" + k + ")";
            }
            distinct.add(new Run(name, run.curve(), run.card()));
        }
        return distinct;
    }
}
