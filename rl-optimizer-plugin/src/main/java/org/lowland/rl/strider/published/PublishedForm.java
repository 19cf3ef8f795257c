package org.lowland.rl.strider.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.strider.episode.DisplacementForm;
import org.lowland.rl.strider.episode.Kinds;

/**
 * The form of the published policy. The last four components are what its code does and its description does not say.
 *
 * @param elements atomic numbers that it knows
 * @param sigma of each pair of kinds in Å, which an edge's length is compared with
 * @param cutoff of each pair of kinds in Å, within which there is an edge
 * @param width of all layers; 48 if null
 * @param step by which what the network puts out is multiplied, in Å; 0.05 if null
 * @param clip largest component of a displacement in Å; 5 if null
 * @param deviation of the actions in Å; 1e-6 if null
 * @param species whether nodes tell their kind: only the published path for a single graph does; not if null
 * @param sumsPerAtoms whether sums over neighbours are divided by the number of all atoms, and their means by it too, so
 *     that a policy sees other numbers in a larger box; if null, they are
 * @param normalizes whether the features of nodes are normalized by mean and deviation over the graph at hand, also where
 *     the policy is used; if null, they are
 * @param rectifiedOutput whether the last layer is rectified too, by which most displacements point along +x, +y, +z
 *     until their mean is taken away; if null, it is
 */
public record PublishedForm(
        List<Integer> elements,
        List<List<Double>> sigma,
        List<List<Double>> cutoff,
        Integer width,
        Double step,
        Double clip,
        Double deviation,
        Boolean species,
        @JsonProperty("sums-per-atoms") Boolean sumsPerAtoms,
        Boolean normalizes,
        @JsonProperty("rectified-output") Boolean rectifiedOutput)
        implements DisplacementForm {
    private static final int WIDTH = 48;
    private static final double STEP = 0.05;
    private static final double CLIP = 5;
    private static final double DEVIATION = 1e-6;

    /**
     * Fills in what is published and checks the rest.
     *
     * @throws InputException when there are too few numbers or one is out of its range
     */
    public PublishedForm {
        elements = elements == null ? List.of() : List.copyOf(elements);
        sigma = square("sigma", sigma, elements.size());
        cutoff = square("cutoff", cutoff, elements.size());
        width = width == null ? WIDTH : width;
        step = step == null ? STEP : step;
        clip = clip == null ? CLIP : clip;
        deviation = deviation == null ? DEVIATION : deviation;
        species = species != null && species;
        sumsPerAtoms = sumsPerAtoms == null || sumsPerAtoms;
        normalizes = normalizes == null || normalizes;
        rectifiedOutput = rectifiedOutput == null || rectifiedOutput;
        if (elements.isEmpty() || width < 1 || !(step > 0) || !(clip > 0) || !(deviation > 0)) {
            throw new InputException(
                    "The published policy needs elements, and a positive width, step, clip and deviation, not "
                            + elements + ", " + width + ", " + step + ", " + clip + ", " + deviation);
        }
    }

    private static List<List<Double>> square(String name, List<List<Double>> rows, int size) {
        if (rows == null
                || rows.size() != size
                || rows.stream()
                        .anyMatch(row -> row.size() != size || row.stream().anyMatch(v -> !(v > 0)))) {
            throw new InputException(name + " of the published policy is " + rows + "; give " + size + " rows of "
                    + size + " positive lengths in Å");
        }
        return rows.stream().map(List::copyOf).toList();
    }

    /** {@return that for Kob and Andersen's liquid, with the short cutoffs of the published code} */
    public static PublishedForm kobAndersen() {
        return new PublishedForm(
                List.of(28, 15),
                List.of(List.of(1.0, 0.8), List.of(0.8, 0.88)),
                List.of(List.of(1.5, 1.25), List.of(1.25, 2.0)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** {@return the largest cutoff in Å} */
    double longestCutoff() {
        return cutoff.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    /** How many numbers a node has. */
    int nodeFeatures() {
        return 3 + (species ? elements.size() : 0);
    }

    @Override
    public PublishedFunction function() {
        return new PublishedFunction(this);
    }

    @Override
    public Deviation noise() {
        return Deviation.fixed(deviation);
    }

    @Override
    public double length() {
        return sigma.get(0).get(0);
    }

    /** More than components of a displacement are clipped to. */
    @Override
    public double longestStep() {
        return 2 * clip;
    }

    @Override
    public void requireKnown(AtomicSystem system) {
        kinds(system);
    }

    /**
     * The kind of every atom.
     *
     * @param system the atoms
     * @return places among the elements
     * @throws UnsupportedException when it does not know an element
     */
    int[] kinds(AtomicSystem system) {
        return Kinds.of(elements, system);
    }
}
