package org.lowland.test;

import java.util.List;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

class ToyMolecularTest extends PotentialContract {
    @Override
    protected Potential create() {
        return ToyPotential.molecular();
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(
                Transformations.rattled(Structures.water(), 0.05, 1),
                Transformations.rattled(Structures.methane(), 0.05, 2),
                Transformations.rattled(Structures.ethanol(), 0.05, 3),
                Transformations.rattled(Structures.acetamide(), 0.05, 4),
                Transformations.rattled(Structures.chloromethanethiol(), 0.05, 5),
                Transformations.rattled(Structures.benzene(), 0.05, 6),
                Transformations.rattled(Structures.alkane(7), 0.05, 7));
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.doublePrecision();
    }
}
