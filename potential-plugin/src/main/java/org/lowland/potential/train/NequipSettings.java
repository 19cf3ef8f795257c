package org.lowland.potential.train;

import java.util.List;
import org.lowland.api.InputException;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.network.Nequip;

/**
 * {@code architecture: nequip}. What is null follows from the others or from the data.
 *
 * @param elements symbols
 * @param hidden features between the layers, as {@code 32x0e+32x1o}
 * @param degree largest of the spherical harmonics; that of the features if null
 * @param layers interaction blocks
 * @param radial how distances become weights; as published if null
 * @param cutoff in Å
 * @param neighbors average number of neighbours; that of the frames if null
 * @param scale of atomic energies in eV; the RMS of the forces if null
 * @param readout width of the last scalars; half of the even scalars if null
 */
record NequipSettings(
        List<String> elements,
        String hidden,
        Integer degree,
        int layers,
        Radial radial,
        double cutoff,
        Double neighbors,
        Double scale,
        Integer readout)
        implements NetworkSettings {

    /**
     * How distances become weights.
     *
     * @param functions number of Bessel functions
     * @param envelope power of the envelope
     * @param layers hidden layers
     * @param width of each
     */
    record Radial(int functions, int envelope, int layers, int width) {}

    NequipSettings {
        elements = NetworkSettings.required(elements);
        if (hidden == null) {
            throw new InputException("network needs hidden features, as in hidden: 32x0e+32x1o");
        }
    }

    @Override
    public String description() {
        return hidden + ", " + layers + " layers";
    }

    @Override
    public Nequip network(List<Integer> atomicNumbers, FrameStatistics statistics) {
        Irreps features = Irreps.parse(hidden);
        int scalars = features.only(irrep -> irrep.toString().equals("0e")).count();
        return new Nequip(
                atomicNumbers,
                features,
                Irreps.harmonics(degree == null ? features.largestDegree() : degree),
                layers,
                radial == null
                        ? Nequip.Radial.PUBLISHED
                        : new Nequip.Radial(radial.functions(), radial.envelope(), radial.layers(), radial.width()),
                cutoff,
                neighbors == null ? statistics.neighbors(cutoff) : neighbors,
                scale == null ? statistics.forceRms() : scale,
                readout == null ? Math.max(1, scalars / 2) : readout);
    }
}
