package org.lowland.potential.train;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;

/**
 * What a card that a training has written says in numbers.
 *
 * @param id of the model
 * @param parameters of the network
 * @param trainingFrames that it was fitted to
 * @param measuredOn the frames of the errors: those for the test where there are any, else those it was judged on
 * @param forceMae on these, eV/Å
 * @param forceRmse on these, eV/Å
 */
public record CardSummary(
        String id, long parameters, long trainingFrames, String measuredOn, double forceMae, double forceRmse) {
    private static final Pattern ID = Pattern.compile("(?m)^# (.+)$");
    private static final Pattern PARAMETERS = Pattern.compile("(?m)^- Network: .*?(\\d+) parameters");
    private static final Pattern FRAMES = Pattern.compile("(?m)^- Trained on (\\d+) frames");
    private static final Pattern ERRORS = Pattern.compile(
            "(?m)^## Errors on (.+)$\\s+^\\| atoms \\|.*$\\s+^\\|[-|]+$\\s+^\\| all \\| \\d+ \\| ([0-9.]+) \\| ([0-9.]+) \\|");

    /**
     * Reads a card.
     *
     * @param card Markdown
     * @param place where it stands, for the message
     * @return what it says
     * @throws InputException when a training has not written it
     */
    public static CardSummary of(String card, String place) {
        Matcher errors = ERRORS.matcher(card);
        Optional<CardSummary> last = Optional.empty();
        while (errors.find()) {
            last = Optional.of(new CardSummary(
                    first(ID, card, place),
                    Long.parseLong(first(PARAMETERS, card, place)),
                    Long.parseLong(first(FRAMES, card, place)),
                    errors.group(1),
                    Double.parseDouble(errors.group(2)),
                    Double.parseDouble(errors.group(3))));
        }
        return last.orElseThrow(() -> foreign(place));
    }

    private static String first(Pattern pattern, String card, String place) {
        Matcher found = pattern.matcher(card);
        if (!found.find()) {
            throw foreign(place);
        }
        return found.group(1);
    }

    private static InputException foreign(String place) {
        return new InputException(place + ": this is no card that 'lowland train' has written");
    }
}
