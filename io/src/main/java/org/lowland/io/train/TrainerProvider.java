package org.lowland.io.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
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
     * @param data the folder against which the names of data files are resolved; the configuration's where it is absent
     */
    record Request(Path configuration, JsonNode settings, boolean resume, PrintWriter log, Optional<Path> data) {

        /** A request whose data files stand where the configuration says. */
        public Request(Path configuration, JsonNode settings, boolean resume, PrintWriter log) {
            this(configuration, settings, resume, log, Optional.empty());
        }

        /**
         * Where something of the configuration stands.
         *
         * @param path as written
         * @return the path, relative to the configuration's folder
         */
        public Path resolve(String path) {
            return configuration.toAbsolutePath().resolveSibling(path).normalize();
        }

        /**
         * Where a data file of the configuration stands.
         *
         * @param path as written
         * @return the path, relative to the folder of the data
         */
        public Path resolveData(String path) {
            return data.map(folder -> folder.toAbsolutePath().resolve(path).normalize())
                    .orElseGet(() -> resolve(path));
        }

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
                throw new InputException(configuration + ": " + SettingsProblem.of(e), e);
            }
        }
    }
}
