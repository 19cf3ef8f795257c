package org.lowland.io.dataset;

import java.util.Optional;
import org.lowland.io.file.Limits;

/**
 * How a data set is read.
 *
 * @param units of its numbers; when absent, kcal/mol for NumPy archives, Hartree for HDF5 and eV for extended XYZ
 * @param energies the name of the energies where it is not one of the usual ones, for example {@code old_energies}
 * @param forces the name of the forces where it is not one of the usual ones, for example {@code old_forces}
 * @param limits what is taken of a file at once
 */
public record DataSetOptions(
        Optional<LabelUnits> units, Optional<String> energies, Optional<String> forces, Limits limits) {

    /**
     * Options within the standard limits.
     *
     * @param units of the numbers, as above
     * @param energies their name, as above
     * @param forces their name, as above
     */
    public DataSetOptions(Optional<LabelUnits> units, Optional<String> energies, Optional<String> forces) {
        this(units, energies, forces, Limits.standard());
    }

    /** {@return the usual names, and the units that belong to the format} */
    public static DataSetOptions defaults() {
        return new DataSetOptions(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same with units declared.
     *
     * @param declared what the numbers are in
     * @return new options
     */
    public DataSetOptions in(LabelUnits declared) {
        return new DataSetOptions(Optional.of(declared), energies, forces, limits);
    }

    /**
     * The same with other names.
     *
     * @param energyName the name of the energies
     * @param forceName the name of the forces
     * @return new options
     */
    public DataSetOptions named(String energyName, String forceName) {
        return new DataSetOptions(units, Optional.of(energyName), Optional.of(forceName), limits);
    }

    /**
     * The same within other limits.
     *
     * @param other what is taken of a file at once
     * @return new options
     */
    public DataSetOptions within(Limits other) {
        return new DataSetOptions(units, energies, forces, other);
    }
}
