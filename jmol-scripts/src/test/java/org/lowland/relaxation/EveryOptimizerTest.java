package org.lowland.relaxation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.HardCases;
import org.lowland.test.Structures;
import org.lowland.test.ToyPotential;

/** One test drives every local optimizer that is found on every potential that is found and covers a structure. */
class EveryOptimizerTest {
    private static final List<Potential> POTENTIALS = new ArrayList<>();

    @BeforeAll
    static void load() {
        POTENTIALS.add(ToyPotential.molecular());
        POTENTIALS.addAll(Backends.potentials());
        assertThat(POTENTIALS).extracting(Potential::id).contains("organic", "lj", "kob-andersen");
    }

    @AfterAll
    static void close() {
        POTENTIALS.forEach(Potential::close);
    }

    private static OptimizationResult run(GeometryOptimizer optimizer, Potential potential, AtomicSystem system) {
        return OptimizationLoop.builder(optimizer, potential).build().run(system);
    }

    private static void assertConverges(GeometryOptimizer optimizer, Potential potential, AtomicSystem system) {
        OptimizationResult result = run(optimizer, potential, system);
        assertThat(result.reason()).as("%s", result.message()).isEqualTo(StopReason.CONVERGED);
        assertThat(result.fmax()).isLessThanOrEqualTo(OptimizationOptions.DEFAULT_FMAX);
        assertThat(result.energy())
                .isLessThanOrEqualTo(potential.evaluate(system).energy());
        OptimizationResult again = run(optimizer, potential, result.system());
        assertThat(again.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(again.steps()).isZero();
        assertThat(again.evaluations()).isOne();
    }

    /**
     * Straight and symmetric starts are left out: an optimizer may stay on the symmetric saddle point that they lead to. The
     * number is how far apart, in eV, the energies may be: the valley of allene has two dents 3 meV apart on 'organic'.
     */
    @ParameterizedTest
    @CsvSource({
        "bent CO2, 2e-3",
        "bent HCN, 2e-3",
        "bent acetylene, 2e-3",
        "rattled allene, 4e-3",
        "cubane, 2e-3",
        "rattled ethanol, 2e-3"
    })
    void allReachTheSameMinimumAndKeepTheMolecule(String name, double sameEnergy) {
        AtomicSystem start = HardCases.molecules().get(name);
        Potential organic = Backends.named(POTENTIALS, "organic");
        List<Double> energies = new ArrayList<>();
        for (GeometryOptimizer optimizer : Backends.localOptimizers()) {
            OptimizationResult result = run(optimizer, organic, start);
            assertThat(Molecules.identity(Molecules.connected(start), Molecules.connected(result.system())))
                    .as(optimizer.id())
                    .isEqualTo(Identity.KEPT);
            energies.add(result.energy());
        }
        assertThat(energies).allSatisfy(energy -> assertThat(energy).isCloseTo(energies.get(0), within(sameEnergy)));
    }

    @Test
    void relaxesFiveHundredAtoms() {
        AtomicSystem crystal = HardCases.crystal();
        assertThat(crystal.size()).isEqualTo(500);
        for (GeometryOptimizer optimizer : Backends.localOptimizers()) {
            assertConverges(optimizer, Backends.named(POTENTIALS, "lj"), crystal);
        }
    }

    @Test
    void lbfgsRelaxesAChainOfFiveHundredAtoms() {
        AtomicSystem chain = Structures.alkane(166);
        assertThat(chain.size()).isEqualTo(500);
        assertConverges(new Lbfgs(), Backends.named(POTENTIALS, "organic"), chain);
    }

    @TestFactory
    Stream<DynamicNode> hardCases() {
        return POTENTIALS.stream().map(potential -> {
            Map<String, AtomicSystem> cases = new LinkedHashMap<>();
            boolean isChemical = potential.domain().elements().isPresent();
            if (isChemical) {
                cases.putAll(HardCases.molecules());
            } else {
                cases.putAll(HardCases.clusters());
            }
            if (potential.domain().smooth()) {
                cases.put("100 particles in a box", Structures.kobAndersenBox(100, 1));
            }
            cases.values().removeIf(system -> !Backends.covers(potential, system));
            return dynamicContainer(
                    potential.id(),
                    cases.entrySet().stream()
                            .map(entry -> dynamicTest(entry.getKey(), () -> {
                                for (GeometryOptimizer optimizer : Backends.localOptimizers()) {
                                    assertConverges(optimizer, potential, entry.getValue());
                                }
                            })));
        });
    }
}
