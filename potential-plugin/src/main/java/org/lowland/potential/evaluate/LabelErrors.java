package org.lowland.potential.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a potential is from labels. Errors of energies are NaN where the potential has none.
 *
 * @param frames how many structures were compared
 * @param atoms how many atoms they have together
 * @param forceMae mean absolute error of a force component, eV/Å
 * @param forceRmse root mean square error of a force component, eV/Å
 * @param energyMae mean absolute error of the total energy, eV
 * @param energyRmse root mean square error of the total energy, eV
 * @param energyMaePerAtom mean over the structures of the absolute error divided by the number of atoms, eV
 * @param energyRmsePerAtom the same for the root of the mean square, eV
 * @param byElement the errors of forces on atoms of each element, by atomic number
 */
public record LabelErrors(
        long frames,
        long atoms,
        double forceMae,
        double forceRmse,
        double energyMae,
        double energyRmse,
        double energyMaePerAtom,
        double energyRmsePerAtom,
        SortedMap<Integer, OfElement> byElement) {

    public LabelErrors {
        byElement = Collections.unmodifiableSortedMap(new TreeMap<>(byElement));
    }

    /** {@return the same of a potential that has no energies} */
    public LabelErrors withoutEnergies() {
        return new LabelErrors(
                frames, atoms, forceMae, forceRmse, Double.NaN, Double.NaN, Double.NaN, Double.NaN, byElement);
    }

    /**
     * The errors of forces on atoms of one element.
     *
     * @param atoms how many there are
     * @param forceMae mean absolute error of a component, eV/Å
     * @param forceRmse root mean square error of a component, eV/Å
     */
    public record OfElement(long atoms, double forceMae, double forceRmse) {}
}
