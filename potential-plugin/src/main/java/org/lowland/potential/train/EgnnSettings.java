package org.lowland.potential.train;

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
 * @param scale of energies and direct forces; the RMS of the forces if null
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
        Double scale)
        implements NetworkSettings {

    EgnnSettings {
        elements = NetworkSettings.required(elements);
    }

    @Override
    public String description() {
        return features + " features, " + layers + " layers, "
                + kindOfForces().name().toLowerCase(Locale.ROOT)
                + " forces, " + kindOfDistances().name().toLowerCase(Locale.ROOT) + " distances"
                + (envelope == null ? ", no envelope" : "");
    }

    @Override
    public Egnn network(List<Integer> atomicNumbers, FrameStatistics statistics) {
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
                scale == null ? statistics.forceRms() : scale);
    }

    private Egnn.Forces kindOfForces() {
        return forces == null ? Egnn.Forces.DIRECT : oneOf(Egnn.Forces.values(), forces, "forces");
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
