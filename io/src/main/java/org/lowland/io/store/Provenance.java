package org.lowland.io.store;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.lowland.api.spi.Checksum;

/**
 * Where results come from: all that decides about their values beside the structure itself.
 *
 * @param task what was done: {@code optimize}, {@code convert}
 * @param program the program with its version
 * @param optimizer with its options
 * @param potential with its options
 * @param modelChecksum of the potential's model, where it has one
 * @param levelOfTheory of the potential's energies
 * @param settings everything else, one {@code name=value} a line: limits, seeds, checksums of further learned files
 */
public record Provenance(
        String task,
        String program,
        Optional<String> optimizer,
        Optional<String> potential,
        Optional<String> modelChecksum,
        Optional<String> levelOfTheory,
        String settings) {

    public Provenance {
        Objects.requireNonNull(task);
        Objects.requireNonNull(program);
        Objects.requireNonNull(optimizer);
        Objects.requireNonNull(potential);
        Objects.requireNonNull(modelChecksum);
        Objects.requireNonNull(levelOfTheory);
        Objects.requireNonNull(settings);
    }

    /**
     * Structures that were only taken in.
     *
     * @param program the program with its version
     * @return their provenance: nothing was computed
     */
    public static Provenance imported(String program) {
        return new Provenance(
                "convert", program, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** {@return what tells provenances apart} */
    String digest() {
        return digest(program);
    }

    /**
     * The key of what is computed of an input, under which a run that begins again finds what it has finished.
     *
     * @param input the document of the structure as it was given
     * @return the same for the same input and computation, whatever version of the program does it
     */
    String key(String input) {
        return Checksum.of((digest("") + input).getBytes(StandardCharsets.UTF_8));
    }

    private String digest(String version) {
        String all = String.join(
                "\u0000",
                task,
                version,
                optimizer.orElse(""),
                potential.orElse(""),
                modelChecksum.orElse(""),
                levelOfTheory.orElse(""),
                settings);
        return Checksum.of(all.getBytes(StandardCharsets.UTF_8));
    }
}
