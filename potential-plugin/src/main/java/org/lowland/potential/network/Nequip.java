package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.equivariant.TensorProduct;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.ScriptModule;

/**
 * NequIP, a message-passing network whose features are tensors of any degree and parity.
 *
 * <p>Source: S. Batzner et al., E(3)-equivariant graph neural networks for data-efficient and accurate interatomic
 * potentials, Nat. Commun. 13, 2453 (2022). A layer is a linear map of the features; their channel-wise product with the
 * spherical harmonics of the directions to the neighbours, each path and channel weighted by a small network of the
 * distance; the sum over neighbours divided by √(average number of neighbours); a linear map; plus a linear map of the old
 * features for each element (the self-connection); and a gate of SiLU (even) and tanh (odd), each scaled to a mean square of
 * 1. Two linear maps of the last scalars give atomic energies, scaled and shifted by element.
 *
 * <p>Differences: the last layer makes only the scalars that the energy is read from; in each layer only those
 * representations are there that can be reached from the embedding; the frequencies of the Bessel functions are fixed.
 * Weights are normally distributed with variance 1 and scaled where they are used, as in e3nn.
 *
 * @param elements atomic numbers; an atom's species is the index here
 * @param hidden features between the layers, even scalars among them; sorted and simplified
 * @param harmonics of the directions, each once, 0e among them; {@link Irreps#harmonics} up to l = 3 as a rule
 * @param layers number of interaction blocks
 * @param radial how distances become weights
 * @param cutoff Å
 * @param neighbors average number of neighbours of an atom within the cutoff
 * @param scale eV by which atomic energies are multiplied at first, for each element; the RMS of the forces in eV/Å
 * @param readout width of the last scalars before the energy
 */
public record Nequip(
        List<Integer> elements,
        Irreps hidden,
        Irreps harmonics,
        int layers,
        Radial radial,
        double cutoff,
        double neighbors,
        double scale,
        int readout)
        implements Network {
    /** The largest degree of features and harmonics. */
    public static final int LARGEST_DEGREE = 4;

    static final Irrep SCALAR = Irrep.ofHarmonics(0);

    /**
     * How distances become weights: Bessel functions times an envelope, then a network without biases, so that weights
     * vanish smoothly at the cutoff.
     *
     * @param functions number of Bessel functions
     * @param envelope power p of the {@link PolynomialEnvelope}
     * @param layers hidden layers of the network
     * @param width of each of them
     */
    public record Radial(int functions, int envelope, int layers, int width) {
        /** 8 functions, p = 6, two layers of 64. */
        public static final Radial PUBLISHED = new Radial(8, 6, 2, 64);

        /** Checks the ranges. */
        public Radial {
            if (functions < 1 || layers < 0 || width < 1 || envelope < 2) {
                throw new IllegalArgumentException(
                        "the radial network needs functions and width of 1 or more, layers of 0 or more, an envelope"
                                + " power of 2 or more: " + functions + ", " + width + ", " + layers + ", " + envelope);
            }
        }
    }

    /** Checks the ranges. */
    public Nequip {
        elements = Network.checkedElements(elements);
        hidden = hidden.sorted().simplified();
        harmonics = harmonics.sorted();
        if (hidden.count(SCALAR) < 1) {
            throw new IllegalArgumentException("hidden features need even scalars, as in 32x0e+32x1o: " + hidden);
        }
        if (harmonics.count(SCALAR) != 1
                || harmonics.simplified().terms().stream().anyMatch(term -> term.count() != 1)) {
            throw new IllegalArgumentException("harmonics must be there once each, 0e among them: " + harmonics);
        }
        if (Math.max(hidden.largestDegree(), harmonics.largestDegree()) > LARGEST_DEGREE) {
            throw new IllegalArgumentException("degrees go to " + LARGEST_DEGREE + ": " + hidden + ", " + harmonics);
        }
        if (layers < 1 || readout < 1) {
            throw new IllegalArgumentException("layers and readout must be 1 or more: " + layers + ", " + readout);
        }
        if (!(cutoff > 0 && neighbors > 0 && scale > 0 && Double.isFinite(cutoff + neighbors + scale))) {
            throw new IllegalArgumentException(
                    "cutoff, neighbors and scale must be positive: " + cutoff + ", " + neighbors + ", " + scale);
        }
    }

    /**
     * As published for small molecules: 4 layers, 32 features of each degree and parity, 4 Å, {@link Radial#PUBLISHED}.
     *
     * @param degree of features and harmonics, 0 to 3
     * @param neighbors average number of neighbours
     * @param scale the RMS of the forces in eV/Å
     */
    public static Nequip ofElements(List<Integer> elements, int degree, double neighbors, double scale) {
        return new Nequip(
                elements,
                features(32, degree),
                Irreps.harmonics(degree),
                4,
                Radial.PUBLISHED,
                4.0,
                neighbors,
                scale,
                16);
    }

    /** So many features of each degree up to a largest one, of both parities. */
    public static Irreps features(int count, int degree) {
        List<Irreps.Term> terms = new ArrayList<>();
        for (int l = 0; l <= degree; l++) {
            terms.add(new Irreps.Term(count, new Irrep(l, 1)));
            terms.add(new Irreps.Term(count, new Irrep(l, -1)));
        }
        return new Irreps(terms).sorted();
    }

    /**
     * What the features are made of before the first layer, between the layers and after the last.
     *
     * @return one more than there are layers
     */
    public List<Irreps> featuresByLayer() {
        List<Irreps> all = new ArrayList<>();
        Irreps features = hidden.only(SCALAR::equals);
        all.add(features);
        for (int layer = 0; layer < layers; layer++) {
            Set<Irrep> reached = TensorProduct.products(kinds(features), kinds(harmonics), kinds(hidden));
            features = hidden.only(layer == layers - 1 ? SCALAR::equals : reached::contains);
            all.add(features);
        }
        return List.copyOf(all);
    }

    static Set<Irrep> kinds(Irreps irreps) {
        return irreps.terms().stream().map(Irreps.Term::irrep).collect(Collectors.toSet());
    }

    @Override
    public String architecture() {
        return "nequip";
    }

    @Override
    public boolean conservative() {
        return true;
    }

    @Override
    public boolean smooth() {
        return true;
    }

    @Override
    public ScriptModule module(HostTensor.Type type, long seed) {
        return new NequipScript(this, new ScriptWriter(type, seed)).module();
    }
}
