package org.lowland.potential.physics;

import java.io.IOException;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.config.Isotopes;

/** Masses of the natural elements, in atomic mass units. */
final class AtomicMasses {
    private AtomicMasses() {}

    static double[] of(AtomicSystem system) {
        try {
            Isotopes isotopes = Isotopes.getInstance();
            double[] masses = new double[system.size()];
            for (int atom = 0; atom < masses.length; atom++) {
                int element = system.atomicNumber(atom);
                masses[atom] = isotopes.getNaturalMass(element);
                if (!(masses[atom] > 0)) {
                    throw new InputException(system.describe(atom) + ": "
                            + Elements.ofNumber(element).symbol() + " has no natural mass; dynamics need one");
                }
            }
            return masses;
        } catch (IOException e) {
            throw new BackendException("CDK's table of isotopes cannot be read", e);
        }
    }
}
