package org.lowland.potential.analytic;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/**
 * Pairs and angles that favour the tetrahedron, F. H. Stillinger and T. A. Weber, Phys. Rev. B 31, 5262 (1985), in time
 * that grows linearly with the number of atoms. Energy in eV, forces in eV/Å, for periodic systems the stress in eV/Å³.
 * Immutable.
 */
final class StillingerWeber implements Potential {
    private final String id;
    private final Domain domain;
    private final Constants constants;

    StillingerWeber(String id, Domain domain, Constants constants) {
        this.id = id;
        this.domain = domain;
        this.constants = constants;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        for (AtomicSystem system : systems) {
            domain.check(id, system);
        }
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        for (AtomicSystem system : systems) {
            NeighborList pairs = NeighborList.allImages(system, constants.cutoff());
            PairSum sum = new StillingerWeberSum(pairs, system.size(), constants).sum();
            if (sum.closest() < Domain.COINCIDENT * Domain.COINCIDENT) {
                throw PairSum.coincidence(system);
            }
            evaluations.add(sum.evaluation(system));
        }
        return evaluations;
    }

    /**
     * The numbers of the formula, in its letters.
     *
     * @param epsilon the unit of energy in eV
     * @param sigma the unit of length in Å
     * @param a where all ends, in σ
     * @param strength A
     * @param repulsion B
     * @param lambda the weight of the angles in ε
     * @param gamma how fast that falls with the lengths of the sides, in σ
     */
    record Constants(
            double epsilon, double sigma, double a, double strength, double repulsion, double lambda, double gamma) {
        /** In Å. */
        double cutoff() {
            return a * sigma;
        }
    }
}
