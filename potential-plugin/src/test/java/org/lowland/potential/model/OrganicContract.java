package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Fire;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Rfo;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;
import org.lowland.test.Transformations;

/** The shipped model keeps every promise in the engine that is asked for. */
abstract class OrganicContract extends PotentialContract {

    abstract String engine();

    @Override
    protected Potential create() {
        OrganicProvider provider = (OrganicProvider) Providers.potentials().get("organic");
        return provider.create(Options.parse(provider, Map.of("engine", engine())));
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(
                Structures.water(),
                Structures.ethanol(),
                Structures.acetamide(),
                Structures.chloromethanethiol(),
                Transformations.rattled(Structures.urea(), 0.03, 4),
                icyWater());
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.singlePrecision();
    }

    @Test
    void aBatchOf64GivesWhatSinglesGive() {
        List<AtomicSystem> batch = new ArrayList<>();
        for (int k = 0; k < 64; k++) {
            batch.add(rattled(k % 2 == 0 ? Structures.benzene() : Structures.acetamide(), k));
        }
        List<Evaluation> together = potential().evaluate(batch);
        for (int k = 0; k < batch.size(); k++) {
            assertThat(together.get(k).energy())
                    .isCloseTo(potential().evaluate(batch.get(k)).energy(), within(1e-5));
        }
    }

    /** Water alone in a sheared cell so narrow that its own images are among its neighbours, several of each atom. */
    private static AtomicSystem icyWater() {
        return Structures.water().toBuilder()
                .cell(Cell.of(new double[] {3.2, 0, 0, 0.4, 3.1, 0, -0.3, 0.5, 3.0}, true, true, true))
                .build();
    }

    @Test
    void aCrystalTwiceAsLargeHasTwiceTheEnergy() {
        AtomicSystem cell = Transformations.rattled(Structures.urea(), 0.03, 4);
        Evaluation one = potential().evaluate(cell);
        Evaluation two = potential().evaluate(doubled(cell));
        assertThat(two.energy() / 2).isCloseTo(one.energy(), within(1e-5 * cell.size()));
        double[] forces = one.forces();
        double[] twice = Arrays.copyOf(forces, 2 * forces.length);
        System.arraycopy(forces, 0, twice, forces.length, forces.length);
        assertThat(two.forces()).containsExactly(twice, within(1e-4));
        assertThat(two.stress().orElseThrow()).containsExactly(one.stress().orElseThrow(), within(1e-6));
    }

    private static AtomicSystem doubled(AtomicSystem system) {
        double[] lattice = system.cell().orElseThrow().vectors();
        double[] positions = Arrays.copyOf(system.positions(), 6 * system.size());
        int[] numbers = Arrays.copyOf(system.atomicNumbers(), 2 * system.size());
        for (int atom = 0; atom < system.size(); atom++) {
            numbers[system.size() + atom] = numbers[atom];
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * (system.size() + atom) + axis] = positions[3 * atom + axis] + lattice[axis];
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            lattice[axis] *= 2;
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(Cell.of(lattice, true, true, true))
                .build();
    }

    @Test
    void aCommitteeHasTheMeanStressOfItsMembers() {
        AtomicSystem cell = Transformations.rattled(Structures.urea(), 0.03, 4);
        try (Potential committee = new CommitteePotential(List.of(create(), create()))) {
            assertThat(committee.evaluate(cell).stress().orElseThrow())
                    .containsExactly(potential().evaluate(cell).stress().orElseThrow(), within(1e-9));
            assertThat(committee.evaluate(Structures.water()).stress()).isEmpty();
        }
    }

    @Test
    void aMoleculeInAHugeCellIsThatInFreeSpace() {
        AtomicSystem molecule = Structures.acetamide();
        Evaluation free = potential().evaluate(molecule);
        Evaluation boxed = potential()
                .evaluate(
                        molecule.toBuilder().cell(Cell.orthorhombic(40, 45, 50)).build());
        assertThat(boxed.energy()).isCloseTo(free.energy(), within(2e-5));
        assertThat(boxed.forces()).containsExactly(free.forces(), within(1e-5));
        assertThat(free.stress()).isEmpty();
        assertThat(boxed.stress()).isPresent();
    }

    @Test
    void slabsAndWiresRepeatAlongTheirAxesOnly() {
        AtomicSystem urea = Structures.urea();
        double[] vectors = urea.cell().orElseThrow().vectors();
        vectors[8] = 30;
        Evaluation slab = potential()
                .evaluate(urea.toBuilder()
                        .cell(Cell.of(vectors, true, true, false))
                        .build());
        Evaluation gap = potential()
                .evaluate(urea.toBuilder()
                        .cell(Cell.of(vectors, true, true, true))
                        .build());
        assertThat(slab.energy()).isCloseTo(gap.energy(), within(2e-5));
        assertThat(slab.energy()).isGreaterThan(potential().evaluate(urea).energy() + 0.1);
    }

    @Test
    void atomsThatClashArePushedApartAndRelax() {
        AtomicSystem water = Structures.water();
        double[] one = water.positions();
        double[] positions = Arrays.copyOf(one, 18);
        for (int k = 0; k < 9; k++) {
            double bond = one[3 + k % 3] - one[k % 3];
            double centre = one[3 + k % 3] + 0.15 * bond / 0.97;
            positions[9 + k] = 2 * centre - one[k];
        }
        AtomicSystem clash = AtomicSystem.of(new int[] {8, 1, 1, 8, 1, 1}, positions);

        assertThat(potential().evaluate(clash).energy())
                .isGreaterThan(2 * potential().evaluate(water).energy() + 10);
        for (GeometryOptimizer optimizer : List.of(new Rfo(), new Lbfgs(), new Fire())) {
            OptimizationResult relaxed =
                    OptimizationLoop.builder(optimizer, potential()).build().run(clash);

            assertThat(relaxed.converged())
                    .as("%s: %s", optimizer.id(), relaxed)
                    .isTrue();
            assertThat(relaxed.energy() - 2 * potential().evaluate(water).energy())
                    .as(optimizer.id())
                    .isBetween(-1.0, 1.0);
        }
    }

    private static AtomicSystem rattled(AtomicSystem system, long seed) {
        Random random = new Random(seed);
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += 0.05 * random.nextGaussian();
        }
        return system.withPositions(positions);
    }
}
