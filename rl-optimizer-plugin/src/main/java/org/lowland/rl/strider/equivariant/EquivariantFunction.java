package org.lowland.rl.strider.equivariant;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;
import org.lowland.potential.equivariant.BesselBasis;
import org.lowland.potential.equivariant.EquivariantLinear;
import org.lowland.potential.equivariant.Gate;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.equivariant.SphericalHarmonics;
import org.lowland.potential.equivariant.TensorProduct;

/**
 * From a structure to displacements by convolutions of spherical features, as in NequIP (S. Batzner et al., Nat. Commun.
 * 13, 2453 (2022)): scalars that tell the element; products of the neighbours' features with harmonics of the direction,
 * weighted by a perceptron of the distance; linear mixing, gates; a linear map to one vector. Forward only, in plain loops.
 * Immutable and thread-safe.
 */
public final class EquivariantFunction {
    private static final int ENVELOPE = 6;

    private final EquivariantForm form;
    private final Gate gate;
    private final TensorProduct product;
    private final EquivariantLinear mixing;
    private final EquivariantLinear own;
    private final EquivariantLinear head;
    private final int scalars;

    /**
     * A function of a form.
     *
     * @param form of the network
     */
    public EquivariantFunction(EquivariantForm form) {
        this.form = form;
        this.gate = new Gate(form.hidden(), new Irrep(0, 1));
        Set<Irrep> wanted = new HashSet<>();
        form.hidden().terms().forEach(term -> wanted.add(term.irrep()));
        this.product = TensorProduct.channelWise(form.hidden(), form.harmonics(), wanted);
        this.mixing = new EquivariantLinear(product.output(), gate.input());
        this.own = new EquivariantLinear(form.hidden(), gate.input());
        this.head = new EquivariantLinear(form.hidden(), form.output());
        this.scalars = form.hidden().terms().get(0).count();
    }

    private int radialSize() {
        return form.radialWidth() * (form.radialFunctions() + product.weights());
    }

    private int convolutionSize() {
        return radialSize() + mixing.weights() + own.weights();
    }

    /** {@return how many parameters there are} */
    public int size() {
        return form.elements().size() * scalars + form.convolutions() * convolutionSize() + head.weights();
    }

    /**
     * Parameters to begin with: standard normal numbers, as all maps scale themselves.
     *
     * @param random where chance comes from
     * @return {@link #size()} numbers
     */
    public double[] initial(RandomGenerator random) {
        double[] parameters = new double[size()];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = random.nextGaussian();
        }
        return parameters;
    }

    /**
     * What the features of the atoms are after each convolution, those of the elements first.
     *
     * @param parameters {@link #size()} numbers
     * @param system the atoms
     * @return for each convolution and atom, the numbers of the hidden features
     * @throws UnsupportedException when the form does not know an element
     */
    public double[][][] features(double[] parameters, AtomicSystem system) {
        NeighborList pairs = NeighborList.allImages(system, form.cutoff());
        double[][] features = new double[system.size()][form.hidden().dimension()];
        for (int atom = 0; atom < features.length; atom++) {
            int kind = form.elements().indexOf(system.atomicNumber(atom));
            if (kind < 0) {
                throw new UnsupportedException("The policy was made for the elements " + form.elements()
                        + " and has not seen " + system.describe(atom));
            }
            System.arraycopy(parameters, kind * scalars, features[atom], 0, scalars);
        }
        double[][][] all = new double[form.convolutions() + 1][][];
        all[0] = features;
        int at = form.elements().size() * scalars;
        for (int convolution = 1; convolution < all.length; convolution++) {
            all[convolution] = convolve(parameters, at, all[convolution - 1], pairs);
            at += convolutionSize();
        }
        return all;
    }

    private double[][] convolve(double[] parameters, int at, double[][] features, NeighborList pairs) {
        double[][] sums = new double[features.length][product.output().dimension()];
        double perNeighbour = Math.sqrt(features.length / Math.max(1.0, 2.0 * pairs.size()));
        for (int pair = 0; pair < pairs.size(); pair++) {
            double distance = Math.sqrt(pairs.squaredDistance(pair));
            double[] weights = radial(parameters, at, distance);
            for (int sign = 1; sign >= -1; sign -= 2) {
                int sender = sign > 0 ? pairs.second(pair) : pairs.first(pair);
                int receiver = sign > 0 ? pairs.first(pair) : pairs.second(pair);
                double scale = sign / distance;
                double[] harmonics = harmonics(scale * pairs.x(pair), scale * pairs.y(pair), scale * pairs.z(pair));
                double[] message = product.apply(features[sender], harmonics, weights);
                for (int k = 0; k < message.length; k++) {
                    sums[receiver][k] += perNeighbour * message[k];
                }
            }
        }
        int mixingAt = at + radialSize();
        int ownAt = mixingAt + mixing.weights();
        double[] mixingWeights = Arrays.copyOfRange(parameters, mixingAt, ownAt);
        double[] ownWeights = Arrays.copyOfRange(parameters, ownAt, ownAt + own.weights());
        double[][] next = new double[features.length][];
        for (int atom = 0; atom < features.length; atom++) {
            double[] mixed = mixing.apply(sums[atom], mixingWeights);
            double[] kept = own.apply(features[atom], ownWeights);
            for (int k = 0; k < mixed.length; k++) {
                mixed[k] += kept[k];
            }
            next[atom] = gate.apply(mixed);
        }
        return next;
    }

    /** The weights of a product at a distance: radial functions, a layer of swish, a linear layer. */
    private double[] radial(double[] parameters, int at, double distance) {
        double[] waves = new BesselBasis(form.radialFunctions(), form.cutoff()).values(distance);
        double envelope = new PolynomialEnvelope(ENVELOPE).value(distance / form.cutoff());
        double[] weights = new double[product.weights()];
        int second = at + form.radialWidth() * waves.length;
        for (int unit = 0; unit < form.radialWidth(); unit++) {
            double sum = 0;
            for (int k = 0; k < waves.length; k++) {
                sum += parameters[at + unit * waves.length + k] * envelope * waves[k];
            }
            sum /= Math.sqrt(waves.length);
            double swish = sum / (1 + Math.exp(-sum)) / Math.sqrt(form.radialWidth());
            for (int k = 0; k < weights.length; k++) {
                weights[k] += swish * parameters[second + unit * weights.length + k];
            }
        }
        return weights;
    }

    private double[] harmonics(double x, double y, double z) {
        double[] all = new double[form.harmonics().dimension()];
        List<Irreps.Slice> slices = form.harmonics().slices();
        for (int term = 0; term < slices.size(); term++) {
            double[] values = SphericalHarmonics.of(
                    form.harmonics().terms().get(term).irrep().degree(),
                    x,
                    y,
                    z,
                    SphericalHarmonics.Normalization.COMPONENT);
            System.arraycopy(values, 0, all, slices.get(term).begin(), values.length);
        }
        return all;
    }

    /**
     * The displacements.
     *
     * @param parameters {@link #size()} numbers
     * @param system the atoms
     * @return 3N components in Å
     * @throws UnsupportedException when the form does not know an element
     */
    public double[] value(double[] parameters, AtomicSystem system) {
        double[][][] all = features(parameters, system);
        double[] weights = Arrays.copyOfRange(parameters, size() - head.weights(), size());
        double[] displacements = new double[3 * system.size()];
        for (int atom = 0; atom < system.size(); atom++) {
            System.arraycopy(head.apply(all[form.convolutions()][atom], weights), 0, displacements, 3 * atom, 3);
        }
        return displacements;
    }

    /** {@return the form} */
    public EquivariantForm form() {
        return form;
    }
}
