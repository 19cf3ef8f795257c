package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.List;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;

/**
 * How the features of atoms lie in a script: one tensor (atoms, 2l + 1, copies) for each degree l, the copies of its
 * representations side by side in the order of the terms.
 *
 * @param irreps each representation at most once, sorted
 */
record DegreeBlocks(Irreps irreps) {

    /**
     * A term and where it lies in its degree's tensor.
     *
     * @param irrep of the copies
     * @param begin of its first copy
     * @param count of copies
     */
    record Channels(Irrep irrep, int begin, int count) {}

    DegreeBlocks {
        if (!irreps.sorted().simplified().equals(irreps)) {
            throw new IllegalArgumentException("features must be sorted and simplified: " + irreps);
        }
    }

    /** The degrees that there are, in order. */
    List<Integer> degrees() {
        return irreps.terms().stream()
                .map(term -> term.irrep().degree())
                .distinct()
                .toList();
    }

    /** The terms of a degree. */
    List<Channels> channels(int degree) {
        List<Channels> channels = new ArrayList<>();
        int begin = 0;
        for (Irreps.Term term : irreps.terms()) {
            if (term.irrep().degree() == degree) {
                channels.add(new Channels(term.irrep(), begin, term.count()));
                begin += term.count();
            }
        }
        return channels;
    }
}
