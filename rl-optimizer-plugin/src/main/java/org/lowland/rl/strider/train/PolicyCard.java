package org.lowland.rl.strider.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lowland.rl.policygradient.train.ReturnCurve;
import org.lowland.rl.strider.policy.PolicyFile;
import org.openscience.cdk.config.Elements;

/** What there is to read of a trained policy: what it was trained on and how, and what it knows. */
final class PolicyCard {
    private PolicyCard() {}

    /**
     * The card.
     *
     * @param policy that was trained
     * @param bytes of its file
     * @param settings of the training
     * @param curve of the training
     * @return in Markdown
     */
    static byte[] of(PolicyFile policy, byte[] bytes, StriderSettings settings, ReturnCurve curve) {
        String elements = policy.architecture().elements().stream()
                .map(number -> Elements.ofNumber(number).symbol())
                .collect(Collectors.joining(", "));
        List<ReturnCurve.Point> judged = curve.points().stream()
                .filter(point -> Double.isFinite(point.validation()))
                .toList();
        StringBuilder card = new StringBuilder("# " + settings.liquid() + "\n\n");
        line(card, "Potential: %s; on another it is refused unless forced", policy.potential());
        line(card, "Elements: %s; others are refused", elements);
        line(card, "Format %s; %s, %d parameters", policy.format(), policy.architecture(), policy.parameters().length);
        line(
                card,
                "Trained on %d liquids of %s atoms, seed %d, and judged while learning on %d others",
                settings.trainingStarts(),
                settings.atoms() == null ? "the usual number of" : settings.atoms(),
                settings.startSeed(),
                settings.validationStarts());
        line(
                card,
                "Searches of %d evaluations, %.0f %% of them for the quench; no atom farther than %s Å in a step",
                settings.evaluations(),
                100 * settings.quench(),
                settings.longestStep());
        line(
                card,
                "Exploration by %s, %s, seed %d, %d iterations of %d searches; configuration: training.yaml",
                settings.exploration(),
                settings.learning().method(),
                settings.learning().seed(),
                curve.points().size(),
                settings.learning().starts() * settings.learning().episodesPerStart());
        if (!judged.isEmpty()) {
            ReturnCurve.Point first = judged.get(0);
            double best = judged.stream()
                    .mapToDouble(ReturnCurve.Point::validation)
                    .max()
                    .orElseThrow();
            line(
                    card,
                    "Energy lowered by a search, mean over the liquids that judge: %.4f eV for each atom after %d"
                            + " iterations, %.4f at best",
                    first.validation(),
                    first.iteration(),
                    best);
        }
        line(card, "SHA-256 of policy.json: %s", digest(bytes));
        card.append("\nThe learning curve is in curve.csv and curve.png.\n");
        return card.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder card, String format, Object... values) {
        card.append("- ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
