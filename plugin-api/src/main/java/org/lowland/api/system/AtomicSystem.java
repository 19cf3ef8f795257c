package org.lowland.api.system;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.constraint.ConstraintCheck;
import org.lowland.api.constraint.ConstraintManifold;
import org.openscience.cdk.config.Elements;

/**
 * An immutable snapshot of atoms for numerics: atomic numbers, positions (Å), an optional cell, the net charge, the
 * spin multiplicity, a mask of fixed atoms, the constraints on distances, angles and torsions and, for internal
 * coordinates, the bonds as pairs of atom indices.
 *
 * <p>Arrays go in and out as copies, so a system can be shared between threads. A system never holds a coordinate that
 * is not a finite number.
 */
public final class AtomicSystem {
    private final int[] atomicNumbers;
    private final double[] positions;
    private final Cell cell;
    private final int charge;
    private final int multiplicity;
    private final boolean[] fixed;
    private final int[] bonds;
    private final ConstraintManifold manifold;

    private AtomicSystem(
            int[] atomicNumbers,
            double[] positions,
            Cell cell,
            int charge,
            int multiplicity,
            boolean[] fixed,
            int[] bonds,
            ConstraintManifold manifold) {
        this.atomicNumbers = atomicNumbers;
        this.positions = positions;
        this.cell = cell;
        this.charge = charge;
        this.multiplicity = multiplicity;
        this.fixed = fixed;
        this.bonds = bonds;
        this.manifold = manifold;
    }

    /**
     * A neutral molecule in free space with the lowest possible spin multiplicity.
     *
     * @param atomicNumbers N atomic numbers, 1 to 118
     * @param positions 3N coordinates in Å: x, y, z of the first atom, then of the second
     * @return the system
     * @throws InputException as {@link Builder#build()}
     */
    public static AtomicSystem of(int[] atomicNumbers, double[] positions) {
        return builder(atomicNumbers, positions).build();
    }

    /**
     * Begins a system.
     *
     * @param atomicNumbers N atomic numbers, 1 to 118
     * @param positions 3N coordinates in Å, row by row
     * @return the builder
     */
    public static Builder builder(int[] atomicNumbers, double[] positions) {
        return new Builder(atomicNumbers, positions);
    }

    /** {@return the number of atoms N} */
    public int size() {
        return atomicNumbers.length;
    }

    /**
     * The atomic number of one atom.
     *
     * @param atom index from 0
     * @return 1 to 118
     */
    public int atomicNumber(int atom) {
        return atomicNumbers[atom];
    }

    /** {@return a copy of the N atomic numbers} */
    public int[] atomicNumbers() {
        return atomicNumbers.clone();
    }

    /**
     * One coordinate.
     *
     * @param atom index from 0
     * @param axis 0, 1, 2 for x, y, z
     * @return the coordinate in Å
     */
    public double position(int atom, int axis) {
        return positions[3 * atom + axis];
    }

    /** {@return a copy of the 3N coordinates in Å} */
    public double[] positions() {
        return positions.clone();
    }

    /** {@return the cell, empty for a molecule in free space} */
    public Optional<Cell> cell() {
        return Optional.ofNullable(cell);
    }

    /** {@return whether space repeats along any axis} */
    public boolean isPeriodic() {
        return cell != null && cell.isPeriodic();
    }

    /** {@return the net charge in elementary charges} */
    public int charge() {
        return charge;
    }

    /** {@return the spin multiplicity 2S + 1} */
    public int multiplicity() {
        return multiplicity;
    }

    /** {@return the number of electrons} */
    public int electrons() {
        return Arrays.stream(atomicNumbers).sum() - charge;
    }

    /**
     * Whether an atom must not move.
     *
     * @param atom index from 0
     * @return true when it is fixed
     */
    public boolean isFixed(int atom) {
        return fixed[atom];
    }

    /** {@return a copy of the mask of fixed atoms, N flags} */
    public boolean[] fixed() {
        return fixed.clone();
    }

    /** {@return the number of atoms that may move} */
    public int freeAtoms() {
        int free = 0;
        for (boolean f : fixed) {
            free += f ? 0 : 1;
        }
        return free;
    }

    /** {@return a copy of the bonds, two atom indices each; empty when none are known} */
    public int[] bonds() {
        return bonds.clone();
    }

    /** {@return the constraints, each with a target; empty when there are none} */
    public List<Constraint> constraints() {
        return manifold.constraints();
    }

    /** {@return the structures that obey the constraints and the fixed atoms} */
    public ConstraintManifold manifold() {
        return manifold;
    }

    /**
     * The same system at other positions. Constraints keep their targets, whether or not the positions obey them.
     *
     * @param moved 3N coordinates in Å
     * @return a new system
     * @throws InputException when the length differs or a coordinate is not a finite number
     */
    public AtomicSystem withPositions(double[] moved) {
        double[] copy = moved.clone();
        requireFinite(atomicNumbers, copy);
        return new AtomicSystem(atomicNumbers, copy, cell, charge, multiplicity, fixed, bonds, manifold);
    }

    /** {@return a builder that starts from all that this system holds} */
    public Builder toBuilder() {
        Builder builder = new Builder(atomicNumbers, positions);
        builder.cell = cell;
        builder.charge = charge;
        builder.multiplicity = multiplicity;
        builder.fixed = fixed.clone();
        builder.bonds = bonds.clone();
        builder.constraints = manifold.constraints();
        return builder;
    }

    /**
     * Names an atom for a message, as a chemist counts: from 1.
     *
     * @param atom index from 0
     * @return for example {@code atom 3 (C)}
     */
    public String describe(int atom) {
        return describe(atomicNumbers, atom);
    }

    private static String describe(int[] atomicNumbers, int atom) {
        return "atom " + (atom + 1) + " ("
                + Elements.ofNumber(atomicNumbers[atom]).symbol() + ")";
    }

    private static void requireFinite(int[] atomicNumbers, double[] positions) {
        if (positions.length != 3 * atomicNumbers.length) {
            throw new InputException(atomicNumbers.length + " atoms need " + 3 * atomicNumbers.length
                    + " coordinates, got " + positions.length);
        }
        for (int k = 0; k < positions.length; k++) {
            if (!Double.isFinite(positions[k])) {
                throw new InputException("The " + "xyz".charAt(k % 3) + " coordinate of "
                        + describe(atomicNumbers, k / 3) + " is " + positions[k]
                        + ", not a finite number; correct the structure");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtomicSystem that
                && Arrays.equals(atomicNumbers, that.atomicNumbers)
                && Arrays.equals(positions, that.positions)
                && Optional.ofNullable(cell).equals(Optional.ofNullable(that.cell))
                && charge == that.charge
                && multiplicity == that.multiplicity
                && Arrays.equals(fixed, that.fixed)
                && Arrays.equals(bonds, that.bonds)
                && constraints().equals(that.constraints());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(atomicNumbers) + Arrays.hashCode(positions);
    }

    @Override
    public String toString() {
        return "AtomicSystem[" + size() + " atoms, charge " + charge + (cell == null ? "" : ", " + cell) + "]";
    }

    /** Collects what a system is made of. Confined to one thread. */
    public static final class Builder {
        private final int[] atomicNumbers;
        private final double[] positions;
        private Cell cell;
        private int charge;
        private Integer multiplicity;
        private boolean[] fixed;
        private int[] bonds = {};
        private List<Constraint> constraints = List.of();

        private Builder(int[] atomicNumbers, double[] positions) {
            this.atomicNumbers = atomicNumbers.clone();
            this.positions = positions.clone();
        }

        /**
         * Puts the atoms into a cell.
         *
         * @param value the cell
         * @return this builder
         */
        public Builder cell(Cell value) {
            this.cell = value;
            return this;
        }

        /**
         * Sets the net charge; 0 when not called.
         *
         * @param value in elementary charges
         * @return this builder
         */
        public Builder charge(int value) {
            this.charge = value;
            return this;
        }

        /**
         * Sets the spin multiplicity; the lowest possible when not called.
         *
         * @param value 2S + 1, at least 1
         * @return this builder
         */
        public Builder multiplicity(int value) {
            this.multiplicity = value;
            return this;
        }

        /**
         * Holds atoms in place.
         *
         * @param mask N flags, true for an atom that must not move
         * @return this builder
         */
        public Builder fixed(boolean[] mask) {
            this.fixed = mask.clone();
            return this;
        }

        /**
         * Gives the bonds.
         *
         * @param pairs atom indices from 0, two for each bond
         * @return this builder
         */
        public Builder bonds(int[] pairs) {
            this.bonds = pairs.clone();
            return this;
        }

        /**
         * Holds distances, angles and torsions.
         *
         * @param value the constraints; those without a target hold what the positions have
         * @return this builder
         */
        public Builder constraints(List<Constraint> value) {
            this.constraints = List.copyOf(value);
            return this;
        }

        /**
         * Makes the system.
         *
         * @return the system
         * @throws InputException when an atomic number is outside 1 to 118, a coordinate is not a finite number, an
         *     array has the wrong length, the multiplicity does not go with the number of electrons, or a constraint
         *     cannot be held, see {@link ConstraintCheck#resolve}
         */
        public AtomicSystem build() {
            for (int atom = 0; atom < atomicNumbers.length; atom++) {
                if (atomicNumbers[atom] < 1 || atomicNumbers[atom] > 118) {
                    throw new InputException("Atom " + (atom + 1) + " has the atomic number " + atomicNumbers[atom]
                            + "; only the elements 1 to 118 exist");
                }
            }
            requireFinite(atomicNumbers, positions);
            boolean[] mask = fixed == null ? new boolean[atomicNumbers.length] : fixed;
            if (mask.length != atomicNumbers.length) {
                throw new InputException(
                        "The mask of fixed atoms has " + mask.length + " flags for " + atomicNumbers.length + " atoms");
            }
            for (int index : bonds) {
                if (index < 0 || index >= atomicNumbers.length || bonds.length % 2 != 0) {
                    throw new InputException("The bonds are not pairs of atom indices from 0 to "
                            + (atomicNumbers.length - 1) + ": " + Arrays.toString(bonds));
                }
            }
            int electrons = Arrays.stream(atomicNumbers).sum() - charge;
            int lowest = electrons % 2 == 0 ? 1 : 2;
            int chosen = multiplicity == null ? lowest : multiplicity;
            if (chosen < 1 || (chosen - lowest) % 2 != 0) {
                throw new InputException("A multiplicity of " + chosen + " is impossible with " + electrons
                        + " electrons; give " + (lowest == 1 ? "an odd" : "an even") + " one");
            }
            List<Constraint> resolved = ConstraintCheck.resolve(constraints, positions, mask);
            return new AtomicSystem(
                    atomicNumbers.clone(),
                    positions.clone(),
                    cell,
                    charge,
                    chosen,
                    mask.clone(),
                    bonds,
                    new ConstraintManifold(resolved, mask));
        }
    }
}
