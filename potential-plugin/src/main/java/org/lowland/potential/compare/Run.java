package org.lowland.potential.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.potential.train.CardSummary;
import org.lowland.potential.train.LearningCurve;

/**
 * A training, finished or under way.
 *
 * @param name what it is called in tables and legends
 * @param curve its errors so far, one point or more
 * @param card what its card says, once it is finished
 */
record Run(String name, List<LearningCurve.Point> curve, Optional<CardSummary> card) {

    /**
     * Reads the folder that a training writes.
     *
     * @throws InputException when there is no learning curve in it, or its files cannot be read
     */
    static Run read(Path folder) {
        Path table = folder.resolve("curve.csv");
        if (!Files.exists(table)) {
            throw new InputException(folder + ": there is no curve.csv in it; give the output folder of a training that"
                    + " has been evaluated once or more");
        }
        List<LearningCurve.Point> points =
                LearningCurve.read(table, Long.MAX_VALUE).points();
        if (points.isEmpty()) {
            throw new InputException(table + ": there is no point in it yet");
        }
        Path card = folder.resolve("card.md");
        Optional<CardSummary> summary =
                Files.exists(card) ? Optional.of(CardSummary.of(text(card), card.toString())) : Optional.empty();
        return new Run(name(folder), points, summary);
    }

    /** The last evaluation. */
    LearningCurve.Point last() {
        return curve.get(curve.size() - 1);
    }

    /** The smallest force error on validation frames, eV/Å. */
    double best() {
        return curve.stream().mapToDouble(LearningCurve.Point::forceMae).min().orElseThrow();
    }

    private static String name(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }
}
