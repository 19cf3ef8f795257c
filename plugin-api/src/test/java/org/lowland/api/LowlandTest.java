package org.lowland.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.vecmath.Point3d;
import org.junit.jupiter.api.Test;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

class LowlandTest {
    private static final String BACKEND = "descent@bond-springs";

    private static IAtomContainer molecule(String... symbols) {
        IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
        for (int k = 0; k < symbols.length; k++) {
            molecule.newAtom(Elements.ofString(symbols[k]).number(), 0).setPoint3d(new Point3d(k, 0.3 * k * k, 0));
            if (k > 0) {
                molecule.addBond(k - 1, k, IBond.Order.SINGLE);
            }
        }
        return molecule;
    }

    private static double length(IAtomContainer molecule, int bond) {
        return molecule.getBond(bond)
                .getBegin()
                .getPoint3d()
                .distance(molecule.getBond(bond).getEnd().getPoint3d());
    }

    @Test
    void aMoleculeGoesInAndItsRelaxedCopyComesOut() {
        IAtomContainer water = molecule("H", "O", "H");
        water.setTitle("water");

        OptimizedMolecule relaxed = Lowland.optimize(water, BACKEND, OptimizationOptions.defaults());

        assertThat(relaxed.converged()).isTrue();
        assertThat(relaxed.energy()).isCloseTo(0, within(1e-4));
        assertThat(relaxed.identity()).isEqualTo(Identity.KEPT);
        assertThat(relaxed.molecule().getTitle()).isEqualTo("water");
        assertThat(length(relaxed.molecule(), 0)).isCloseTo(1.1, within(0.001));
        assertThat(length(water, 1)).isCloseTo(Math.hypot(1, 0.9), within(1e-12));
    }

    @Test
    void optionsOfTheBackendArePassedOn() {
        OptimizedMolecule relaxed = Lowland.optimize(
                molecule("H", "O", "H"), "descent?scale=0.01@bond-springs?length=1.2", OptimizationOptions.defaults());

        assertThat(length(relaxed.molecule(), 1)).isCloseTo(1.2, within(0.001));
    }

    @Test
    void aChangedMoleculeIsReported() {
        OptimizedMolecule torn = Lowland.optimize(
                molecule("H", "O", "H"), "descent@bond-springs?length=1.6", OptimizationOptions.defaults());

        assertThat(torn.converged()).isTrue();
        assertThat(torn.identity()).isEqualTo(Identity.BONDS_CHANGED);
    }

    @Test
    void whatDidNotConvergeSaysSo() {
        OptimizedMolecule relaxed = Lowland.optimize(
                molecule("H", "O", "H"), BACKEND, OptimizationOptions.defaults().withSteps(1));

        assertThat(relaxed.converged()).isFalse();
        assertThat(relaxed.result().reason()).isEqualTo(StopReason.STEP_LIMIT);
    }

    @Test
    void oneBackendServesManyMoleculesAndOneThatFailsDoesNotStopTheOthers() {
        try (MoleculeOptimizer optimizer = Lowland.open(BACKEND)) {
            List<OptimizedMolecule> relaxed =
                    optimizer.optimize(List.of(molecule("H", "O", "H"), molecule("H", "S", "H"), molecule("C", "O")));

            assertThat(relaxed)
                    .extracting(m -> m.result().reason())
                    .containsExactly(StopReason.CONVERGED, StopReason.FAILED, StopReason.CONVERGED);
            assertThat(relaxed.get(1).result().message().orElseThrow()).contains("atom 2 (S)");
            assertThat(relaxed.get(1).molecule().getAtom(1).getPoint3d()).isEqualTo(new Point3d(1, 0.3, 0));
        }
    }

    @Test
    void aStreamOfMoleculesIsRelaxedInItsOrder() {
        IAtomContainer flat = molecule("C", "O");
        flat.getAtom(1).setPoint3d(null);
        List<IAtomContainer> molecules = new ArrayList<>();
        for (int k = 0; k < 300; k++) {
            molecules.add(k == 100 ? flat : k == 200 ? molecule("H", "S", "H") : molecule("H", "O", "H"));
        }
        for (int threads : new int[] {1, 3}) {
            try (MoleculeOptimizer optimizer = Lowland.open(BACKEND).withThreads(threads)) {
                List<OptimizedMolecule> relaxed = new ArrayList<>();
                optimizer.optimize(molecules.iterator(), OptimizationOptions.defaults(), relaxed::add);

                assertThat(relaxed).hasSize(300);
                for (int k = 0; k < 300; k++) {
                    assertThat(relaxed.get(k).molecule().getAtomCount())
                            .isEqualTo(molecules.get(k).getAtomCount());
                    assertThat(relaxed.get(k).converged()).isEqualTo(k != 100 && k != 200);
                }
                assertThat(relaxed.get(100).result().message().orElseThrow()).contains("no 3D coordinates");
                assertThat(relaxed.get(100).molecule()).isSameAs(flat);
                assertThat(relaxed.get(200).result().message().orElseThrow()).contains("atom 2 (S)");
                assertThat(relaxed.get(299).energy())
                        .isEqualTo(optimizer.optimize(molecule("H", "O", "H")).energy());
            }
        }
        assertThatThrownBy(() -> Lowland.open(BACKEND).withThreads(0)).isInstanceOf(InputException.class);
    }

    @Test
    void whatThePotentialIsNotForIsLoggedOnce() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (MoleculeOptimizer optimizer =
                new MoleculeOptimizer(Lowland.optimizer(BackendSpec.parse("descent")), new ForWaterAlone())) {
            optimizer.optimize(molecule("H", "O", "H"));
            assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
            optimizer.optimize(List.of(molecule("C", "O"), molecule("C", "N"), molecule("C", "O")));
            optimizer
                    .withThreads(1)
                    .optimize(List.of(molecule("N", "O")).iterator(), OptimizationOptions.defaults(), relaxed -> {});
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("WARN", "'bond-springs' was made for H2O alone");
    }

    /** Springs that say what they are for. */
    private static final class ForWaterAlone implements Potential {
        private final Potential springs = Lowland.potential(BackendSpec.parse("bond-springs"));

        @Override
        public String id() {
            return springs.id();
        }

        @Override
        public Domain domain() {
            Domain wide = springs.domain();
            return new Domain(
                    wide.elements(),
                    wide.charges(),
                    wide.multiplicities(),
                    wide.periodic(),
                    wide.freeSpace(),
                    wide.smooth(),
                    wide.cutoff(),
                    wide.levelOfTheory(),
                    Domain.Forces.CONSERVATIVE,
                    Optional.of(Set.of("H2O")));
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            return springs.evaluate(systems);
        }
    }

    @Test
    void fixedAtomsStay() {
        try (MoleculeOptimizer optimizer = Lowland.open(BACKEND)) {
            OptimizedMolecule relaxed = optimizer.optimize(
                    molecule("H", "O", "H"),
                    SystemOptions.none().withFixed(Set.of(0, 1, 2)),
                    OptimizationOptions.defaults());

            assertThat(relaxed.result().steps()).isZero();
            assertThat(relaxed.molecule().getAtom(1).getPoint3d()).isEqualTo(new Point3d(1, 0.3, 0));
        }
    }

    @Test
    void aSingleMoleculeOutsideTheDomainIsRefused() {
        OptimizationOptions options = OptimizationOptions.defaults();

        assertThatThrownBy(() -> Lowland.optimize(molecule("H", "S", "H"), BACKEND, options))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContaining("atom 2 (S)")
                .hasMessageContaining("bond-springs");
    }

    @Test
    void anUnreadableMoleculeInABatchIsNamed() {
        IAtomContainer flat = molecule("C", "O");
        flat.getAtom(1).setPoint3d(null);

        try (MoleculeOptimizer optimizer = Lowland.open(BACKEND)) {
            assertThatThrownBy(() -> optimizer.optimize(List.of(molecule("C", "O"), flat)))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("Molecule 2: atom 2 (O) has no 3D coordinates");
        }
    }

    @Test
    void unknownBackendsAreRefusedWithTheListOfTheKnownOnes() {
        assertThatThrownBy(() -> Lowland.open("descent@nonsense"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no potential 'nonsense'")
                .hasMessageContaining("bond-springs");
        assertThatThrownBy(() -> Lowland.open("nonsense@bond-springs"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no optimizer 'nonsense'")
                .hasMessageContaining("descent");
        assertThatThrownBy(() -> Lowland.open("descent?speed=1@bond-springs"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no option 'speed'")
                .hasMessageContaining("scale");
    }
}
