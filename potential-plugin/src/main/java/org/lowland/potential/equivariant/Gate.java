package org.lowland.potential.equivariant;

import java.util.ArrayList;
import java.util.List;

/**
 * A nonlinear function that turns with its argument: scalars go through an {@link Activation}; every copy of a higher degree
 * is multiplied by a number of its own, the activation of one more scalar, its gate.
 *
 * <p>Even scalars and gates go through {@link Activation#SILU}, odd ones through {@link Activation#TANH}, as NequIP does.
 * Gates are even where the input can have even scalars.
 */
public final class Gate {
    private final Irreps scalars;
    private final Irreps gated;
    private final Irrep gate;

    /**
     * A gate.
     *
     * @param output scalars first, then the terms that are gated
     * @param gate the representation of the gates: 0e or 0o
     */
    public Gate(Irreps output, Irrep gate) {
        this.scalars = output.only(irrep -> irrep.degree() == 0);
        this.gated = output.only(irrep -> irrep.degree() > 0);
        this.gate = gate;
        if (gate.degree() != 0 || !scalars.plus(gated).equals(output)) {
            throw new IllegalArgumentException(
                    "a gate needs scalars, then other terms, and scalars as gates: " + output + " gated by " + gate);
        }
    }

    /** The activation of scalars of a parity. */
    public static Activation activation(Irrep scalar) {
        return scalar.parity() == 1 ? Activation.SILU : Activation.TANH;
    }

    /** The scalars that stay. */
    public Irreps scalars() {
        return scalars;
    }

    /** One for each copy of what is gated; empty if nothing is. */
    public Irreps gates() {
        return gated.count() == 0 ? Irreps.NONE : new Irreps(List.of(new Irreps.Term(gated.count(), gate)));
    }

    /** What is multiplied. */
    public Irreps gated() {
        return gated;
    }

    /** What the argument is made of: scalars, gates, what is gated. */
    public Irreps input() {
        return scalars.plus(gates()).plus(gated);
    }

    /** What the value is made of: an odd gate changes the parity of what it multiplies. */
    public Irreps output() {
        List<Irreps.Term> terms = new ArrayList<>(scalars.terms());
        for (Irreps.Term term : gated.terms()) {
            terms.add(new Irreps.Term(
                    term.count(), new Irrep(term.irrep().degree(), term.irrep().parity() * gate.parity())));
        }
        return new Irreps(terms);
    }

    /**
     * The function.
     *
     * @param x of {@link #input()}
     * @return of {@link #output()}
     */
    public double[] apply(double[] x) {
        if (x.length != input().dimension()) {
            throw new IllegalArgumentException(x.length + " numbers instead of " + input().dimension());
        }
        double[] result = new double[output().dimension()];
        int place = 0;
        for (Irreps.Term term : scalars.terms()) {
            for (int u = 0; u < term.count(); u++, place++) {
                result[place] = activation(term.irrep()).normalized(x[place]);
            }
        }
        int factor = place;
        int read = place + gates().dimension();
        for (Irreps.Term term : gated.terms()) {
            for (int u = 0; u < term.count(); u++) {
                double open = activation(gate).normalized(x[factor++]);
                for (int m = 0; m < term.irrep().dimension(); m++) {
                    result[place++] = open * x[read++];
                }
            }
        }
        return result;
    }
}
