package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.potential.network.Egnn;
import org.lowland.potential.network.Egnn.Distances;

/**
 * {@code architecture: egnn}. What is null is as in the published study, or follows from the data.
 *
 * @param elements symbols
 * @param features width of scalars and messages
 * @param layers interactions
 * @param cutoff in Å
 * @param forces {@code direct} or {@code conservative}
 * @param distances {@code squared}, {@code bessel} or {@code gaussian}
 * @param functions how many, unless squared
 * @param envelope power of the envelope; null for none
 * @param residual whether layers add to the scalars
 * @param average whether positions move by means
 * @param scale of energies and direct forces; the RMS of the forces, about their mean with {@code zeroMean}, if null
 * @param zeroMean whether direct forces are learned after their mean vector over the frames has been taken off
 */
record EgnnSettings(
        List<String> elements,
        int features,
        int layers,
        double cutoff,
        String forces,
        String distances,
        Integer functions,
        Integer envelope,
        Boolean residual,
        Boolean average,
        Double scale,
        @JsonProperty("zero-mean") boolean zeroMean)
        implements NetworkSettings {

    EgnnSettings {
        elements = NetworkSettings.required(elements);
        if (zeroMean && forces != null && kindOf(forces) != Egnn.Forces.DIRECT) {
            throw new InputException(
                    "network.zero-mean goes with direct forces: those of an energy that does not change"
                            + " when a molecule is moved have no mean; leave it out, or set forces: direct");
        }
    }

    @Override
    public String description() {
        return features + " features, " + layers + " layers, "
                + kindOfForces().name().toLowerCase(Locale.ROOT)
                + " forces, " + kindOfDistances().name().toLowerCase(Locale.ROOT) + " distances"
                + (envelope == null ? ", no envelope" : "")
                + (zeroMean ? ", forces about their mean vector, which do not turn with the atoms" : "");
    }

    @Override
    public Egnn network(List<Integer> atomicNumbers, FrameStatistics statistics) {
        List<Double> mean = zeroMean ? statistics.meanForce() : List.of();
        return new Egnn(
                atomicNumbers,
                features,
                layers,
                cutoff,
                kindOfForces(),
                new Distances(kindOfDistances(), functions == null ? 1 : functions),
                Optional.ofNullable(envelope),
                residual == null || residual,
                average != null && average,
                scale == null ? statistics.forceRms(mean) : scale,
                mean);
    }

    private Egnn.Forces kindOfForces() {
        return forces == null ? Egnn.Forces.DIRECT : kindOf(forces);
    }

    private static Egnn.Forces kindOf(String forces) {
        return oneOf(Egnn.Forces.values(), forces, "forces");
    }

    private Distances.Kind kindOfDistances() {
        return distances == null ? Distances.Kind.SQUARED : oneOf(Distances.Kind.values(), distances, "distances");
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String name, String setting) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputException("network." + setting + " is '" + name + "'; known: "
                        + Arrays.toString(values).toLowerCase(Locale.ROOT)));
    }
}
