package org.lowland.rl.strider.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.file.WholeFile;

/**
 * A trained policy with all that is needed to use it, as JSON.
 *
 * @param format of the file, {@value #FORMAT}
 * @param training what it was trained on, in words
 * @param potential the id of the potential that it was trained on
 * @param evaluations of an episode in training
 * @param longestStep of an atom, in Å
 * @param quench the share of the evaluations that the quench at the end has
 * @param architecture its form
 * @param parameters what it learned; not to be changed
 */
public record PolicyFile(
        String format,
        String training,
        String potential,
        long evaluations,
        double longestStep,
        double quench,
        Architecture architecture,
        double[] parameters) {
    /** The format that is written. */
    public static final String FORMAT = "lowland-strider-1";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** {@return the policy} */
    public StepPolicy policy() {
        return new StepPolicy(new StepFunction(architecture), parameters);
    }

    /**
     * Reads a file.
     *
     * @param file to read
     * @return what it holds
     * @throws InputException when it cannot be read, or holds another thing
     */
    public static PolicyFile read(Path file) {
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as a policy of 'strider': " + e, e);
        }
    }

    /**
     * Reads a text.
     *
     * @param text of a file
     * @param name for messages
     * @return what it holds
     * @throws InputException when it holds another thing
     */
    public static PolicyFile read(String text, String name) {
        PolicyFile file;
        try {
            file = MAPPER.readValue(text, PolicyFile.class);
        } catch (JsonProcessingException e) {
            String reason = Optional.ofNullable(e.getCause())
                    .filter(InputException.class::isInstance)
                    .map(Throwable::getMessage)
                    .orElseGet(e::getOriginalMessage);
            throw new InputException(
                    name + ": this is no policy of 'strider': " + reason + "; give the policy.json of a training", e);
        }
        if (!FORMAT.equals(file.format) || file.architecture == null || file.parameters == null) {
            throw new InputException(name + ": the format is '" + file.format + "', not '" + FORMAT
                    + "', or architecture and parameters are missing; give the policy.json of a training");
        }
        int size = new StepFunction(file.architecture).size();
        if (file.parameters.length != size) {
            throw new InputException(name + ": the architecture has " + size + " parameters, but there are "
                    + file.parameters.length + "; the two belong to different policies");
        }
        for (double parameter : file.parameters) {
            if (!Double.isFinite(parameter)) {
                throw new InputException(name + ": a parameter is " + parameter + "; the training has diverged");
            }
        }
        return file;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file to write
     * @throws InputException when it cannot be written
     */
    public void write(Path file) {
        WholeFile.write(file, bytes());
    }

    /** {@return the content of the file} */
    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy cannot be put into words", e);
        }
    }
}
