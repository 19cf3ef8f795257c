package org.lowland.io.dataset;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;

/** What the numbers of a data set are in. */
public enum LabelUnits {
    /** eV, Å and eV/Å. */
    EV("eV", 1, 1),
    /** kcal/mol, Å and kcal/mol/Å. */
    KCAL_PER_MOL("kcal/mol", 1 / Units.KCAL_PER_MOL_PER_EV, 1),
    /** kJ/mol, Å and kJ/mol/Å. */
    KJ_PER_MOL("kJ/mol", 1 / Units.KJ_PER_MOL_PER_EV, 1),
    /** Hartree, Å and Hartree/Å. */
    HARTREE("hartree", Units.HARTREE, 1),
    /** Hartree, bohr and Hartree/bohr. */
    ATOMIC("atomic", Units.HARTREE, Units.BOHR);

    private final String label;
    private final double energy;
    private final double length;

    LabelUnits(String label, double energy, double length) {
        this.label = label;
        this.energy = energy;
        this.length = length;
    }

    /** {@return the name that is written in configurations and on the command line} */
    public String label() {
        return label;
    }

    /** {@return what an energy is multiplied by to be in eV} */
    public double energy() {
        return energy;
    }

    /** {@return what a coordinate is multiplied by to be in Å} */
    public double length() {
        return length;
    }

    /** {@return what a force is multiplied by to be in eV/Å} */
    public double force() {
        return energy / length;
    }

    /**
     * Reads a name.
     *
     * @param name as {@link #label}, in any case
     * @return the units
     * @throws InputException when there are none of that name, with the list of the known ones
     */
    public static LabelUnits of(String name) {
        return Arrays.stream(values())
                .filter(units -> units.label.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException("There are no units '" + name + "'; known: " + known()));
    }

    /** {@return the names of all, for messages and help} */
    public static String known() {
        return Arrays.stream(values()).map(LabelUnits::label).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return label;
    }
}
