package org.lowland.potential.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.Units;
import org.lowland.potential.evaluate.LabelErrors;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.torch.Device;
import org.openscience.cdk.config.Elements;

/** The text that stands beside a model: what it is, what it was made from and how good it is. */
final class ModelCard {
    private final TrainingSettings settings;
    private final Optional<StartingModel> start;
    private final ModelMetadata metadata;
    private final FrameSets frames;
    private final byte[] archive;
    private final LearningCurve curve;

    ModelCard(
            TrainingSettings settings,
            Optional<StartingModel> start,
            ModelMetadata metadata,
            FrameSets frames,
            byte[] archive,
            LearningCurve curve) {
        this.settings = settings;
        this.start = start;
        this.metadata = metadata;
        this.frames = frames;
        this.archive = archive;
        this.curve = curve;
    }

    /** The card in Markdown; measures the model on all held-out frames. */
    byte[] text(Potential potential) throws IOException {
        StringBuilder card = new StringBuilder();
        LearningCurve.Point last = curve.points().get(curve.points().size() - 1);
        line(card, "# %s", metadata.id());
        line(card, "");
        line(card, "- Level of theory: %s", metadata.levelOfTheory());
        line(
                card,
                "- Network: %s, %s, cutoff %s Å, %d parameters",
                metadata.architecture(),
                settings.network().description(),
                metadata.cutoff(),
                metadata.parameters());
        line(card, "- Elements: %s; net charge %s; singlets", settings.network().elements(), metadata.charges());
        if (!metadata.molecules().isEmpty()) {
            line(
                    card,
                    "- Molecules: %s alone; for others its energies and forces are guesses",
                    String.join(", ", metadata.molecules()));
        }
        if (!metadata.conservative()) {
            line(card, "- Forces: direct, not the gradient of an energy%s", metadata.energies() ? "" : "; no energies");
        }
        line(card, "- Trained on %d frames of %d species", frames.training().size(), species(frames.training()));
        for (DataSettings.Also also : settings.data().also()) {
            line(
                    card,
                    "- Among these frames those of %s, %d times each%s",
                    also.frames().stream()
                            .map(file -> String.valueOf(Path.of(file).getFileName()))
                            .collect(Collectors.joining(", ")),
                    also.repeat(),
                    also.shift() == 0 ? "" : ", their energies shifted by " + also.shift() + " eV");
        }
        line(
                card,
                "- Judged while learning on %d other frames of %d %sspecies",
                frames.validation().size(),
                species(frames.validation()),
                frames.byMolecule() ? "other " : "");
        line(
                card,
                "- Training: %d steps of %d frames, %.0f s on %d %s of a %s, seed %d; configuration: training.yaml",
                settings.optimization().steps(),
                settings.optimization().batch(),
                last.seconds(),
                settings.optimization().threads(),
                settings.optimization().threads() == 1 ? "thread" : "threads",
                settings.optimization().where() == Device.CPU ? "CPU" : "GPU",
                settings.seed());
        start.ifPresent(model -> line(
                card,
                "- Begun with the weights of %s, SHA-256 %s",
                model.metadata().id(),
                sha256(model.archive())));
        for (Path file : frames.files()) {
            line(card, "- SHA-256 of %s: %s", file.getFileName(), sha256(Files.readAllBytes(file)));
        }
        line(card, "- SHA-256 of model.pt: %s", sha256(archive));
        line(card, "");
        tables(card, frames.byMolecule() ? "held-out species" : "validation frames", potential, frames.validation());
        if (!frames.test().isEmpty()) {
            tables(card, "test frames", potential, frames.test());
        }
        line(card, "The learning curve is in curve.csv and curve.png.");
        return card.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void tables(StringBuilder card, String name, Potential potential, List<Frame> frames) {
        LabelErrors all = FrameErrors.of(potential, frames);
        line(card, "## Errors on %s", name);
        line(card, "");
        header(card, "atoms");
        row(card, "all", all);
        for (Map.Entry<Integer, LabelErrors> bin :
                FrameErrors.bySize(potential, frames).entrySet()) {
            row(card, bin.getKey() + "-" + (bin.getKey() + 9), bin.getValue());
        }
        line(card, "");
        SortedMap<String, LabelErrors> kinds = FrameErrors.byKind(potential, frames);
        if (!kinds.isEmpty()) {
            header(card, "kind");
            kinds.forEach((kind, errors) -> row(card, kind, errors));
            line(card, "");
        }
        line(card, "| forces on | atoms | MAE, eV/Å | RMSE, eV/Å |");
        line(card, "|---|---|---|---|");
        all.byElement()
                .forEach((element, errors) -> line(
                        card,
                        "| %s | %d | %.4f | %.4f |",
                        Elements.ofNumber(element).symbol(),
                        errors.atoms(),
                        errors.forceMae(),
                        errors.forceRmse()));
        line(card, "");
    }

    private static void header(StringBuilder card, String name) {
        line(
                card,
                "| %s | frames | force MAE, eV/Å | force RMSE, eV/Å | energy MAE, kcal/mol | energy RMSE, kcal/mol"
                        + " | energy MAE, meV/atom | energy RMSE, meV/atom |",
                name);
        line(card, "|---|---|---|---|---|---|---|---|");
    }

    private static void row(StringBuilder card, String name, LabelErrors errors) {
        line(
                card,
                "| %s | %d | %.4f | %.4f | %s | %s | %s | %s |",
                name,
                errors.frames(),
                errors.forceMae(),
                errors.forceRmse(),
                number("%.2f", errors.energyMae() * Units.KCAL_PER_MOL_PER_EV),
                number("%.2f", errors.energyRmse() * Units.KCAL_PER_MOL_PER_EV),
                number("%.2f", 1000 * errors.energyMaePerAtom()),
                number("%.2f", 1000 * errors.energyRmsePerAtom()));
    }

    /** A number, or a dash where there is none. */
    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static long species(List<Frame> frames) {
        return frames.stream().map(Frame::group).distinct().count();
    }

    private static void line(StringBuilder card, String format, Object... values) {
        card.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
