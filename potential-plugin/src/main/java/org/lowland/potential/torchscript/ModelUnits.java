package org.lowland.potential.torchscript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;
import org.lowland.api.InputException;
import org.lowland.api.system.Units;

/**
 * What a model measures in.
 *
 * @param length one unit in Å
 * @param energy one unit in eV
 * @param force one unit in eV/Å
 */
public record ModelUnits(double length, double energy, double force) {
    private static final Map<String, Double> LENGTHS = Map.of("angstrom", 1.0, "bohr", Units.BOHR, "nm", 10.0);

    private static final Map<String, Double> ENERGIES = Map.of(
            "eV",
            1.0,
            "meV",
            1e-3,
            "hartree",
            Units.HARTREE,
            "kcal/mol",
            1 / Units.KCAL_PER_MOL_PER_EV,
            "kJ/mol",
            1 / Units.KJ_PER_MOL_PER_EV);

    /**
     * From names.
     *
     * @param length {@code angstrom}, {@code bohr} or {@code nm}
     * @param energy {@code eV}, {@code meV}, {@code hartree}, {@code kcal/mol} or {@code kJ/mol}
     * @param forces an energy, a slash and a length; that of the other two if null
     * @return the units
     * @throws InputException when a name is unknown or one of the first two is not there
     */
    @JsonCreator
    public static ModelUnits named(
            @JsonProperty("length") String length,
            @JsonProperty("energy") String energy,
            @JsonProperty("forces") String forces) {
        double angstroms = find(LENGTHS, "units.length", length);
        double electronVolts = find(ENERGIES, "units.energy", energy);
        if (forces == null) {
            return new ModelUnits(angstroms, electronVolts, electronVolts / angstroms);
        }
        int slash = forces.lastIndexOf('/');
        double force = find(ENERGIES, "units.forces", slash < 0 ? forces : forces.substring(0, slash))
                / find(LENGTHS, "units.forces", slash < 0 ? "" : forces.substring(slash + 1));
        return new ModelUnits(angstroms, electronVolts, force);
    }

    private static double find(Map<String, Double> table, String setting, String name) {
        if (name == null || !table.containsKey(name)) {
            throw new InputException(setting + (name == null ? " is missing" : ": there is no unit '" + name + "'")
                    + "; known: " + String.join(", ", new TreeMap<>(table).keySet()));
        }
        return table.get(name);
    }
}
