package org.lowland.test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/**
 * A smooth potential for tests that needs no model: stiff bonds, softer angles and weak Lennard-Jones contacts for
 * molecules that bring their bonds, or plain Lennard-Jones for argon in reduced units. Its numbers mean nothing, but its
 * spectrum from 0.01 to 40 eV/Å² is that of a molecule. Stateless and thread-safe.
 */
public final class ToyPotential implements Potential {
    private static final double SWITCH_FROM = 0.8;

    private final boolean molecular;
    private final double cutoff;

    private ToyPotential(boolean molecular, double cutoff) {
        this.molecular = molecular;
        this.cutoff = cutoff;
    }

    /** {@return bonds, angles and contacts up to 6 Å for H C N O F S Cl, neutral, in free space} */
    public static ToyPotential molecular() {
        return new ToyPotential(true, 6);
    }

    /** {@return Lennard-Jones without a cutoff for argon in free space, σ = 1 Å and ε = 1 eV} */
    public static ToyPotential lennardJones() {
        return new ToyPotential(false, Double.POSITIVE_INFINITY);
    }

    /**
     * Lennard-Jones for argon, also in periodic cells, σ = 1 Å and ε = 1 eV, switched off smoothly over the last fifth
     * of the cutoff.
     *
     * @param cutoff in Å
     * @return the potential
     */
    public static ToyPotential lennardJones(double cutoff) {
        return new ToyPotential(false, cutoff);
    }

    @Override
    public String id() {
        return molecular ? "toy-molecular" : "toy-lj";
    }

    @Override
    public Domain domain() {
        return new Domain(
                Optional.of(molecular ? Set.of(1, 6, 7, 8, 9, 16, 17) : Set.of(18)),
                molecular ? Optional.of(Set.of(0)) : Optional.empty(),
                molecular ? Optional.of(Set.of(1)) : Optional.empty(),
                !molecular && Double.isFinite(cutoff),
                true,
                true,
                Double.isFinite(cutoff) ? OptionalDouble.of(cutoff) : OptionalDouble.empty(),
                "made up for tests");
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain().check(id(), system));
        return systems.stream().map(this::compute).toList();
    }

    private Evaluation compute(AtomicSystem system) {
        double[] forces = new double[3 * system.size()];
        double[] virial = new double[9];
        ToyBonds bonds = new ToyBonds(system);
        double energy = bonds.add(forces);
        NeighborList pairs = NeighborList.allImages(system, cutoff);
        for (int p = 0; p < pairs.size(); p++) {
            int i = pairs.first(p);
            int j = pairs.second(p);
            if (!bonds.excludes(i, j)) {
                double[] d = {pairs.x(p), pairs.y(p), pairs.z(p)};
                double r = Math.sqrt(pairs.squaredDistance(p));
                double sigma = molecular ? radius(system.atomicNumber(i)) + radius(system.atomicNumber(j)) : 1;
                double[] pair = pair(r, sigma, molecular ? 0.005 : 1);
                energy += pair[0];
                for (int axis = 0; axis < 3; axis++) {
                    double f = pair[1] * d[axis] / r;
                    forces[3 * i + axis] += f;
                    forces[3 * j + axis] -= f;
                    for (int other = 0; other < 3; other++) {
                        virial[3 * axis + other] += f * d[other];
                    }
                }
            }
        }
        Evaluation evaluation = Evaluation.of(energy, forces);
        return system.isPeriodic() ? evaluation.withStress(stress(system, virial)) : evaluation;
    }

    private static double[] stress(AtomicSystem system, double[] virial) {
        double volume = Math.abs(system.cell().orElseThrow().volume());
        double[] stress = new double[9];
        for (int k = 0; k < 9; k++) {
            stress[k] = virial[k] / volume;
        }
        return stress;
    }

    /** Energy and its derivative by the distance. */
    private double[] pair(double r, double sigma, double epsilon) {
        double x = Math.pow(sigma / r, 6);
        double energy = 4 * epsilon * x * (x - 1);
        double slope = 4 * epsilon * x * (6 - 12 * x) / r;
        double t = (r / cutoff - SWITCH_FROM) / (1 - SWITCH_FROM);
        if (Double.isInfinite(cutoff) || t <= 0) {
            return new double[] {energy, slope};
        }
        double on = 1 - t * t * t * (10 + t * (6 * t - 15));
        double fall = -30 * t * t * (1 - t) * (1 - t) / (cutoff * (1 - SWITCH_FROM));
        return new double[] {energy * on, slope * on + energy * fall};
    }

    private static double radius(int number) {
        return switch (number) {
            case 1 -> 1.0;
            case 6 -> 1.6;
            case 16, 17 -> 1.7;
            default -> 1.45;
        };
    }
}
