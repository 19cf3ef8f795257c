package org.lowland.rl.strider.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lowland.api.InputException;
import org.lowland.io.file.WholeFile;
import org.lowland.rl.policygradient.policy.GaussianPolicy;
import org.lowland.rl.strider.episode.DisplacementForm;
import org.lowland.rl.strider.episode.Situation;
import org.lowland.rl.strider.equivariant.EquivariantForm;

/**
 * A trained policy of the published form, as JSON.
 *
 * @param format of the file, {@value #FORMAT}
 * @param training what it was trained on, in words
 * @param potential the id of the potential that it was trained on
 * @param form of the published network on a graph, or null
 * @param spherical form of a network of spherical features, or null
 * @param parameters what it learned; not to be changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedFile(
        String format,
        String training,
        String potential,
        PublishedForm form,
        EquivariantForm spherical,
        double[] parameters) {
    /** The format that is written. */
    public static final String FORMAT = "lowland-strider-published-1";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** {@return the form of the network} */
    public DisplacementForm network() {
        return form == null ? spherical : form;
    }

    /** {@return the policy} */
    public GaussianPolicy<Situation> policy() {
        return new GaussianPolicy<>(network().function(), network().noise(), parameters);
    }

    /**
     * Reads a file.
     *
     * @param file to read
     * @return what it holds
     * @throws InputException when it cannot be read, or holds another thing
     */
    public static PublishedFile read(Path file) {
        PublishedFile read;
        try {
            read = MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), PublishedFile.class);
        } catch (JsonProcessingException e) {
            throw new InputException(
                    file + ": this is no policy of the published form: " + e.getOriginalMessage()
                            + "; give the policy.json of a training of kind 'strider-published'",
                    e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as a policy of the published form: " + e, e);
        }
        if (!FORMAT.equals(read.format) || read.network() == null || read.parameters == null) {
            throw new InputException(file + ": the format is '" + read.format + "', not '" + FORMAT
                    + "', or form and parameters are missing");
        }
        int size = read.network().function().size();
        if (read.parameters.length != size || !Arrays.stream(read.parameters).allMatch(Double::isFinite)) {
            throw new InputException(file + ": the form has " + size + " parameters, all finite, and there are "
                    + read.parameters.length + "; the two belong to different policies, or the training has diverged");
        }
        return read;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file to write
     * @throws InputException when it cannot be written
     */
    public void write(Path file) {
        try {
            WholeFile.write(file, MAPPER.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy cannot be put into words", e);
        }
    }
}
