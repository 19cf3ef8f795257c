package org.lowland.potential.network;

import java.util.List;
import java.util.Optional;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.ScriptModule;

/**
 * EGNN, a network of scalars that moves the atoms: messages from squared distances, positions pushed along the vectors to
 * the neighbours.
 *
 * <p>Source: V. G. Satorras, E. Hoogeboom, M. Welling, E(n) equivariant graph neural networks (ICML 2021), as in the study
 * of forces on aspirin by J. Shivers (2026): one-hot elements, 5 Å; {@code m = φ_e(h_i, h_j, d²)}, {@code h_i += φ_h(h_i, Σ
 * m)}, {@code r_i += Σ φ_x(m)(r_i - r_j)}; each φ has one hidden layer and SiLU. The study's force is direct, {@code
 * φ_v(h_i)} times how far the atom has been moved: it turns with the atoms, but is no gradient of an energy and has a net
 * force and torque. Such a network has an energy beside it, Σ φ(h_i), that knows nothing of its forces.
 *
 * <p>The study learns its forces after their mean vector has been taken off. That can be had too: the vector, the same for
 * every atom and every orientation, is added to what the network says. Forces then no longer turn with the atoms.
 *
 * <p>What the study leaves out can be had: an energy whose gradient the forces are, a radial basis, an envelope. Envelopes
 * and the choice of neighbours go by the distances that the atoms really have, bases by those they have been moved to.
 *
 * @param elements atomic numbers; an atom's species is the index here
 * @param features width of scalars and messages
 * @param layers number of interactions
 * @param cutoff Å
 * @param forces what they are
 * @param distances how a message is told the distance
 * @param envelope power p of the {@link PolynomialEnvelope} that messages fade out with; empty: they end suddenly
 * @param residual whether a layer adds to the scalars or replaces them
 * @param average whether positions are moved by the mean over neighbours instead of the sum; with an envelope the sum is
 *     divided by one plus the sum of the envelopes, so that it stays smooth
 * @param scale eV and eV/Å by which energies and direct forces are multiplied at first; the RMS of the forces
 * @param meanForce eV/Å, three components that are added to every direct force; empty for none
 */
public record Egnn(
        List<Integer> elements,
        int features,
        int layers,
        double cutoff,
        Forces forces,
        Distances distances,
        Optional<Integer> envelope,
        boolean residual,
        boolean average,
        double scale,
        List<Double> meanForce)
        implements Network {

    /** What the forces are. */
    public enum Forces {
        /** A number for each atom times how far it has been moved. */
        DIRECT,
        /** Minus the gradient of the energy. */
        CONSERVATIVE
    }

    /**
     * How a message is told the distance.
     *
     * @param kind of functions
     * @param size how many; 1 for the squared distance
     */
    public record Distances(Kind kind, int size) {
        /** The squared distance in Å², as published. */
        public static final Distances SQUARED = new Distances(Kind.SQUARED, 1);

        /** Functions of the distance. */
        public enum Kind {
            /** Its square. */
            SQUARED,
            /** {@link org.lowland.potential.equivariant.BesselBasis}. */
            BESSEL,
            /** {@link org.lowland.potential.equivariant.GaussianBasis}. */
            GAUSSIAN
        }

        /** Checks the size. */
        public Distances {
            if (size < 1 || kind == Kind.SQUARED && size != 1 || kind == Kind.GAUSSIAN && size < 2) {
                throw new IllegalArgumentException(size + " functions of kind " + kind + " of the distance");
            }
        }
    }

    /** Checks the ranges. */
    public Egnn {
        elements = Network.checkedElements(elements);
        if (features < 1 || layers < 1) {
            throw new IllegalArgumentException("EGNN needs features and layers: " + features + ", " + layers);
        }
        if (!(cutoff > 0 && scale > 0 && Double.isFinite(cutoff + scale))) {
            throw new IllegalArgumentException("cutoff and scale must be positive: " + cutoff + ", " + scale);
        }
        envelope.ifPresent(PolynomialEnvelope::new);
        meanForce = List.copyOf(meanForce);
        if (!meanForce.isEmpty() && (meanForce.size() != 3 || forces != Forces.DIRECT)) {
            throw new IllegalArgumentException("a mean force is a vector, and goes with direct forces: " + meanForce);
        }
    }

    /** Without a mean force. */
    public Egnn(
            List<Integer> elements,
            int features,
            int layers,
            double cutoff,
            Forces forces,
            Distances distances,
            Optional<Integer> envelope,
            boolean residual,
            boolean average,
            double scale) {
        this(elements, features, layers, cutoff, forces, distances, envelope, residual, average, scale, List.of());
    }

    /**
     * As in the study: 64 features, 4 layers, 5 Å, direct forces, squared distances, no envelope.
     *
     * @param scale the RMS of the forces in eV/Å
     */
    public static Egnn published(List<Integer> elements, double scale) {
        return new Egnn(elements, 64, 4, 5.0, Forces.DIRECT, Distances.SQUARED, Optional.empty(), true, false, scale);
    }

    @Override
    public String architecture() {
        return "egnn";
    }

    @Override
    public boolean conservative() {
        return forces == Forces.CONSERVATIVE;
    }

    @Override
    public boolean smooth() {
        return envelope.isPresent();
    }

    @Override
    public ScriptModule module(HostTensor.Type type, long seed) {
        return new EgnnScript(this, new ScriptWriter(type, seed)).module();
    }
}
