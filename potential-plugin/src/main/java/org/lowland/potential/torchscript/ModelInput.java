package org.lowland.potential.torchscript;

/**
 * What a model can ask for, in the order that it likes. N atoms, E pairs, B structures; real numbers are of the declared type
 * and in the declared units. A model that asks for {@link #BATCH} gets several structures at once and the shapes with B.
 */
public enum ModelInput {
    /** int64 (N), nuclear charges. */
    ATOMIC_NUMBERS,
    /** int64 (N), places in the declared list of elements, from 0. */
    SPECIES,
    /** Real (N, 3). */
    POSITIONS,
    /** int64 (N), the structure of each atom, from 0. */
    BATCH,
    /** int64, net charge: a scalar, with {@link #BATCH} (B). */
    CHARGE,
    /** int64, spin multiplicity: a scalar, with {@link #BATCH} (B). */
    MULTIPLICITY,
    /** Real (3, 3), lattice vectors as rows, with {@link #BATCH} (B, 3, 3); zeros in free space. */
    CELL,
    /** bool (3), whether space repeats along each lattice vector, with {@link #BATCH} (B, 3). */
    PBC,
    /**
     * int64 (2, E), pairs of atoms closer than the cutoff, each in both directions, with every periodic image; an edge is the
     * vector {@code positions[edge_index[1]] - positions[edge_index[0]] + edge_shifts}.
     */
    EDGE_INDEX,
    /** Real (E, 3), what the lattice adds to the vector of each edge; zeros in free space. */
    EDGE_SHIFTS,
    /** Real (E, 3), the same as numbers of lattice vectors: {@code edge_shifts = edge_cell_shifts @ cell}. */
    EDGE_CELL_SHIFTS;

    /** Whether its values are computed from distances, as gradients need. */
    boolean isGeometry() {
        return this == POSITIONS || this == CELL || this == EDGE_SHIFTS;
    }

    /** Whether it speaks of pairs. */
    boolean isOfEdges() {
        return this == EDGE_INDEX || this == EDGE_SHIFTS || this == EDGE_CELL_SHIFTS;
    }

    @Override
    public String toString() {
        return Names.of(this);
    }
}
