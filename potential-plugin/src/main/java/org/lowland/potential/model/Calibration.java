package org.lowland.potential.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;

/**
 * What the {@link Spread} of a committee tells of the errors of the model that it judges, measured on molecules that none of
 * them has learned from. Stored as JSON beside the model.
 *
 * @param members file names of the committee's archives, beside this
 * @param energyScale by what the spread of energies is multiplied to be a standard deviation: that many times the spread holds
 *     68.3 percent of the errors
 * @param forceScale by what the spread of a force is multiplied to be the expected length of its error
 * @param doubtful spread of a force, in eV/Å before it is multiplied, above which a relaxed structure is doubted
 * @param share of the structures near minima that were above {@code doubtful}
 */
public record Calibration(List<String> members, double energyScale, double forceScale, double doubtful, double share) {

    /** Checks the ranges. */
    public Calibration {
        members = List.copyOf(members);
        if (members.isEmpty() || !(energyScale > 0 && forceScale > 0 && doubtful > 0 && share >= 0)) {
            throw new InputException("A calibration needs members and positive scales: " + members + ", " + energyScale
                    + ", " + forceScale + ", " + doubtful);
        }
    }

    /** {@return the calibration as JSON} */
    public String toJson() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a calibration cannot be written", impossible);
        }
    }

    /**
     * Reads a calibration.
     *
     * @param json as {@link #toJson} writes it
     * @return the calibration
     * @throws BackendException when the text is something else
     */
    public static Calibration fromJson(String json) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(json, Calibration.class);
        } catch (JsonProcessingException | InputException | NullPointerException e) {
            throw new BackendException("This is no calibration that 'lowland train' has written: " + e.getMessage(), e);
        }
    }
}
