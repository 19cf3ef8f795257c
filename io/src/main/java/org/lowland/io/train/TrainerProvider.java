package org.lowland.io.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.spi.Provider;

/**
 * Trains one kind of model. The id is what stands behind {@code kind:} in the configuration. Register it in
 * {@code META-INF/services/org.lowland.io.train.TrainerProvider}.
 */
public interface TrainerProvider extends Provider {

    /**
     * Trains until done or interrupted; leaves checkpoints from which a later call resumes.
     *
     * @param request what to train
     * @throws InputException when the configuration or the data cannot be used
     * @throws BackendException when the training breaks, for example by a loss that is not a finite number
     */
    void train(Request request);

    /**
     * What to train.
     *
     * @param configuration the file that was given, against whose folder relative paths are resolved
     * @param settings the parsed configuration
     * @param resume whether to go on from the last checkpoint
     * @param log where progress lines go
     */
    record Request(Path configuration, JsonNode settings, boolean resume, PrintWriter log) {

        /**
         * The settings as a record.
         *
         * @param type a record whose components, or their {@code @JsonProperty}, name the settings
         * @param <T> the record
         * @return the settings
         * @throws InputException naming the configuration and the setting that is unknown or cannot be used
         */
        public <T> T settingsAs(Class<T> type) {
            try {
                return new ObjectMapper()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .treeToValue(settings, type);
            } catch (JsonProcessingException e) {
                String reason =
                        e.getCause() instanceof InputException cause ? cause.getMessage() : e.getOriginalMessage();
                throw new InputException(configuration + ": " + reason, e);
            }
        }
    }
}
