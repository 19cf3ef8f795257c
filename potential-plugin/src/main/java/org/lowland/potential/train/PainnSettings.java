package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.lowland.potential.network.Painn;
import org.lowland.potential.network.RepulsiveCore;

/**
 * {@code architecture: painn}.
 *
 * @param elements symbols
 * @param features channels of each atom
 * @param interactions layers
 * @param degree largest degree of the features, 1 or 2; 1 if null
 * @param radial radial basis functions
 * @param cutoff in Å
 * @param normEpsilon added to the squared length of vector features under the root
 * @param bounded whether updates multiply by directions only; not if null
 * @param core the repulsion of nuclei under the network; null for none
 */
record PainnSettings(
        List<String> elements,
        int features,
        int interactions,
        Integer degree,
        int radial,
        double cutoff,
        @JsonProperty("norm-epsilon") double normEpsilon,
        Boolean bounded,
        Core core)
        implements NetworkSettings {

    /**
     * Where a {@link RepulsiveCore} takes over, in units of the sum of covalent radii.
     *
     * @param inner where the network has gone
     * @param outer where the core begins
     */
    record Core(double inner, double outer) {}

    PainnSettings {
        elements = NetworkSettings.required(elements);
        degree = degree == null ? 1 : degree;
        bounded = bounded != null && bounded;
    }

    @Override
    public String description() {
        return features + " features" + (degree == 1 ? "" : " to degree " + degree) + ", " + interactions
                + " interactions, " + radial + " radial functions" + (bounded ? ", bounded products" : "");
    }

    @Override
    public Painn network(List<Integer> atomicNumbers, FrameStatistics statistics) {
        Optional<RepulsiveCore> repulsion =
                Optional.ofNullable(core).map(range -> new RepulsiveCore(range.inner(), range.outer()));
        return new Painn(
                atomicNumbers, features, interactions, degree, radial, cutoff, normEpsilon, bounded, repulsion);
    }
}
