package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lowland.api.InputException;
import org.lowland.potential.network.Network;

/**
 * The section {@code network} of a configuration: {@code architecture} says which network it is, the rest are its own
 * settings.
 */
sealed interface NetworkSettings permits PainnSettings, NequipSettings, EgnnSettings {

    /** Symbols, in the order of the species index. */
    List<String> elements();

    /** How far atoms see one another, Å. */
    double cutoff();

    /** The hyper-parameters in words, for the model's card. */
    String description();

    /**
     * The network.
     *
     * @param elements atomic numbers of {@link #elements()}
     * @param statistics of the frames to train on, for what the section leaves to them
     * @throws IllegalArgumentException naming what cannot be
     */
    Network network(List<Integer> elements, FrameStatistics statistics);

    /** Reads the section. */
    @JsonCreator
    static NetworkSettings of(ObjectNode section) throws JsonProcessingException {
        Map<String, Class<? extends NetworkSettings>> known = new TreeMap<>(
                Map.of("painn", PainnSettings.class, "nequip", NequipSettings.class, "egnn", EgnnSettings.class));
        ObjectNode rest = section.deepCopy();
        String architecture = rest.path("architecture").asText();
        rest.remove("architecture");
        Class<? extends NetworkSettings> type = known.get(architecture);
        if (type == null) {
            throw new InputException(
                    "network.architecture is '" + architecture + "'; known: " + String.join(", ", known.keySet()));
        }
        return new ObjectMapper().treeToValue(rest, type);
    }

    /** The elements if they are there. */
    static List<String> required(List<String> elements) {
        if (elements == null) {
            throw new InputException("network needs elements, a list of symbols");
        }
        return List.copyOf(elements);
    }
}
