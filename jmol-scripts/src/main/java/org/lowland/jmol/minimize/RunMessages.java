package org.lowland.jmol.minimize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lowland.api.molecule.Identity;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.Units;

/** What is said at the console of how a run went. */
final class RunMessages {
    private RunMessages() {}

    /** One line for a run that ended. */
    static String ended(RunRecord record) {
        String name = record.backend() + (record.title().isEmpty() ? "" : ", " + record.title()) + ": ";
        if (record.reason() == StopReason.FAILED || record.course().isEmpty()) {
            return name + record.message().orElse("nothing could be evaluated");
        }
        return name + verdict(record) + numbers(record);
    }

    private static String verdict(RunRecord record) {
        if (record.reason() == StopReason.DIVERGED) {
            return "diverged, and the atoms are back where they were"
                    + record.message().map(why -> " (" + why + ")").orElse("") + "; check the structure. ";
        }
        if (record.converged()) {
            return "converged; ";
        }
        return switch (record.reason()) {
            case STEP_LIMIT -> "not converged at the limit of steps, raise STEPS; ";
            case CANCELLED -> "stopped; ";
            default -> "not converged (" + record.reason() + "); ";
        };
    }

    private static String numbers(RunRecord record) {
        return String.format(
                Locale.ROOT,
                "E = %.6f eV (%.3f kJ/mol below the start), fmax %.4f eV/Å, %d step%s, %.2f s",
                record.energy(),
                (record.course().get(0).energy() - record.energy()) * Units.KJ_PER_MOL_PER_EV,
                record.fmax(),
                record.steps(),
                record.steps() == 1 ? "" : "s",
                record.seconds());
    }

    /** Warnings of a structure that the potential doubts, and of a molecule that is not what it was. */
    static List<String> warnings(RunRecord record) {
        return Stream.of(changed(record), record.uncertainty().flatMap(Uncertainty::doubt))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> changed(RunRecord record) {
        Identity identity = record.identity().orElse(Identity.KEPT);
        return switch (identity) {
            case KEPT -> Optional.empty();
            case BONDS_CHANGED ->
                Optional.of("bonds broke or formed (BONDS_CHANGED): it is another molecule than before; check the"
                        + " structure");
            case STEREO_CHANGED ->
                Optional.of("a stereo centre or double bond has changed (STEREO_CHANGED); check the structure");
        };
    }
}
