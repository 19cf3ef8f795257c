package org.lowland.test;

import java.util.Arrays;
import java.util.List;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

class ToyLennardJonesTest extends PotentialContract {
    @Override
    protected Potential create() {
        return ToyPotential.lennardJones(2.2);
    }

    @Override
    protected List<AtomicSystem> systems() {
        AtomicSystem box = Structures.kobAndersenBox(40, 5);
        int[] argon = new int[box.size()];
        Arrays.fill(argon, 18);
        AtomicSystem periodic = AtomicSystem.builder(argon, box.positions())
                .cell(box.cell().orElseThrow())
                .build();
        return List.of(
                Transformations.rattled(Structures.icosahedron(), 0.05, 1),
                Structures.randomCluster(5, 2),
                periodic,
                Transformations.rotated(periodic, new double[] {1, 0.2, 0, 0, 1.1, 0.3, 0, -0.1, 0.9}));
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.doublePrecision();
    }
}
