package org.lowland.potential.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.lowland.api.UnsupportedException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * A sum of pair energies over any number of species. Energy in eV, forces in eV/Å, for periodic systems the stress in
 * eV/Å³. Immutable.
 */
final class PairMixture implements Potential {
    private final String id;
    private final Domain domain;
    private final IntUnaryOperator speciesOf;
    private final MieTable table;
    private final Images images;

    /**
     * Makes the potential.
     *
     * @param id for messages
     * @param domain what it covers
     * @param speciesOf from atomic number to row of the table
     * @param table the constants
     * @param images which periodic images interact
     */
    PairMixture(String id, Domain domain, IntUnaryOperator speciesOf, MieTable table, Images images) {
        this.id = id;
        this.domain = domain;
        this.speciesOf = speciesOf;
        this.table = table;
        this.images = images;
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
            requireCutoff(system);
            domain.checkKinds(id, system);
        }
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        for (AtomicSystem system : systems) {
            evaluations.add(sum(system));
        }
        return evaluations;
    }

    /** Atoms that coincide show in the sum itself, which looks at every pair anyway. */
    private Evaluation sum(AtomicSystem system) {
        int[] species = new int[system.size()];
        for (int atom = 0; atom < species.length; atom++) {
            species[atom] = speciesOf.applyAsInt(system.atomicNumber(atom));
        }
        double cutoff = table.longestCutoff();
        PairSum sum = DensePairs.suit(system, cutoff, images)
                ? new DensePairs(system, species, table).sum()
                : new ListedPairs(images.pairs(system, cutoff), species, table).sum();
        if (sum.closest() < Domain.COINCIDENT * Domain.COINCIDENT) {
            domain.check(id, system);
            throw PairSum.coincidence(system);
        }
        return sum.evaluation(system);
    }

    private void requireCutoff(AtomicSystem system) {
        if (system.isPeriodic() && Double.isInfinite(table.longestCutoff())) {
            throw new UnsupportedException("periodic cell: '" + id + "' sums all pairs, of which a periodic system has"
                    + " infinitely many; give a cutoff in Å, for example '" + (id + (id.contains("?") ? "&" : "?"))
                    + "cutoff=2.5' (usual: 2.5 times sigma)");
        }
    }
}
