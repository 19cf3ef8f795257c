package org.lowland.rl.strider.equivariant;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;
import org.lowland.potential.equivariant.BesselBasis;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.equivariant.SphericalHarmonics;

/** Pairs of neighbours and what does not depend on parameters: radial functions of their distance, and harmonics. */
final class Neighbourhood {
    private static final int ENVELOPE = 6;

    final int pairs;
    final int[] first;
    final int[] second;
    final double[] radial;

    /** Of the direction from the first to the second atom; those of odd degree change their sign in the other. */
    final List<double[]> harmonics;

    /** One over the root of the mean number of neighbours. */
    final double perNeighbour;

    Neighbourhood(EquivariantForm form, AtomicSystem system) {
        NeighborList list = NeighborList.allImages(system, form.cutoff());
        this.pairs = list.size();
        this.first = new int[pairs];
        this.second = new int[pairs];
        this.radial = new double[pairs * form.radialFunctions()];
        this.harmonics = new ArrayList<>(pairs);
        this.perNeighbour = Math.sqrt(system.size() / Math.max(1.0, 2.0 * pairs));
        BesselBasis basis = new BesselBasis(form.radialFunctions(), form.cutoff());
        PolynomialEnvelope envelope = new PolynomialEnvelope(ENVELOPE);
        for (int pair = 0; pair < pairs; pair++) {
            first[pair] = list.first(pair);
            second[pair] = list.second(pair);
            double distance = Math.sqrt(list.squaredDistance(pair));
            double[] waves = basis.values(distance);
            double factor = envelope.value(distance / form.cutoff()) / Math.sqrt(waves.length);
            for (int k = 0; k < waves.length; k++) {
                radial[pair * waves.length + k] = factor * waves[k];
            }
            harmonics.add(harmonics(
                    form.harmonics(), list.x(pair) / distance, list.y(pair) / distance, list.z(pair) / distance));
        }
    }

    private static double[] harmonics(Irreps wanted, double x, double y, double z) {
        double[] all = new double[wanted.dimension()];
        int at = 0;
        for (Irreps.Term term : wanted.terms()) {
            double[] values =
                    SphericalHarmonics.of(term.irrep().degree(), x, y, z, SphericalHarmonics.Normalization.COMPONENT);
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }
}
