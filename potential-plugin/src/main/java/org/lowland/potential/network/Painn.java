package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;

/**
 * PaiNN, an equivariant message-passing network of scalars and vectors.
 *
 * <p>Source: Schütt, Unke, Gastegger, Equivariant message passing for the prediction of tensorial properties and
 * molecular spectra (ICML 2021). Differences: the envelope is the polynomial of Gasteiger, Groß, Günnemann, Directional
 * message passing for molecular graphs (ICLR 2020, eq. 8, p = 6), with two continuous derivatives at the cutoff, and it
 * multiplies the filters' bias as well; what the energy does not depend on (vector messages from zero vectors in the
 * first interaction, the vector update of the last) is left out.
 *
 * <p>Of {@link #degree} 2, atoms have tensors t of the second degree beside vectors v: the five components of a symmetric
 * traceless matrix, made, sent and updated as vectors are, with the harmonics Y of the direction u in place of u. Scalars
 * then receive what a neighbour's features look like from where the atom is, W(d) x_j (v_j · u) and W(d) x_j (t_j · Y), products
 * that NequIP's messages have and PaiNN's lack. The update couples the degrees: with the mixed features a and b of each, v
 * receives the matrix a_t times b_v, and t the symmetric traceless part of a_v b_vᵀ, each with a gate. Products of degrees thus
 * are made of atoms, of which there are far fewer than of pairs, as in MACE (Batatia et al., NeurIPS 2022).
 *
 * @param elements atomic numbers; an atom's species is the index here
 * @param features width of scalars and vectors
 * @param interactions number of message and update blocks
 * @param degree largest degree of the features: 1, scalars and vectors, as published; 2, tensors beside them
 * @param radial number of radial functions sin(nπd/cutoff)/d
 * @param cutoff Å
 * @param normEpsilon added to the squared length of vector features under the root
 * @param bounded whether updates multiply by directions, b/|b|, in place of b; if not, as published, features far from what a
 *     training has seen grow like powers of each other
 * @param core what takes over where atoms come too close for the network to know them, if anything
 */
public record Painn(
        List<Integer> elements,
        int features,
        int interactions,
        int degree,
        int radial,
        double cutoff,
        double normEpsilon,
        boolean bounded,
        Optional<RepulsiveCore> core)
        implements Network {
    /** Checks the ranges. */
    public Painn {
        elements = Network.checkedElements(elements);
        if (features < 2 || features % 2 != 0 || interactions < 1 || radial < 1) {
            throw new IllegalArgumentException("PaiNN needs an even number of features, and at least one interaction"
                    + " and radial function: " + features + ", " + interactions + ", " + radial);
        }
        if (degree < 1 || degree > 2) {
            throw new IllegalArgumentException("the degree of PaiNN's features is 1 or 2: " + degree);
        }
        if (!(cutoff > 0 && normEpsilon > 0 && Double.isFinite(cutoff + normEpsilon))) {
            throw new IllegalArgumentException(
                    "cutoff and norm epsilon must be positive: " + cutoff + ", " + normEpsilon);
        }
    }

    /** As published, scalars and vectors, without a core. */
    public Painn(
            List<Integer> elements, int features, int interactions, int radial, double cutoff, double normEpsilon) {
        this(elements, features, interactions, 1, radial, cutoff, normEpsilon, false, Optional.empty());
    }

    /** How many filters a pair has in an interaction, each {@link #features} wide: one for each product in a message. */
    public int filters(int interaction) {
        return interaction == 0 ? 1 + degree : degree == 1 ? 3 : 7;
    }

    /**
     * How many parts of {@link #features} numbers an update makes: for scalars, for the products of each degree, the gates of
     * each degree, and those of both couplings of degrees.
     */
    public int updates(int interaction) {
        return interaction == interactions - 1 ? 1 + degree : degree == 1 ? 3 : 7;
    }

    /** 64 features, 3 interactions, 20 radial functions, 5 Å, norm epsilon 1e-8: about 150,000 parameters. */
    public static Painn ofElements(List<Integer> elements) {
        return new Painn(elements, 64, 3, 20, 5.0, 1e-8);
    }

    @Override
    public String architecture() {
        return "painn";
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
        List<NamedTensor> tensors = new ArrayList<>(new PainnWeights(this, type, seed).tensors());
        core.ifPresent(repulsion -> tensors.addAll(repulsion.tensors(elements, type)));
        return new ScriptModule("Painn", new PainnScript(this).text(), tensors);
    }
}
