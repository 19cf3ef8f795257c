package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.PotentialContract;
import org.lowland.test.Structures;
import org.lowland.test.Tolerances;

/** The shipped model of one molecule: it keeps every promise, and says what it is not for. */
class AspirinTest extends PotentialContract {
    private static final PotentialProvider PROVIDER = Providers.potentials().get("aspirin");

    @Override
    protected Potential create() {
        return PROVIDER.create(Options.parse(PROVIDER, Map.of()));
    }

    @Override
    protected List<AtomicSystem> systems() {
        return List.of(Structures.aspirin(), Structures.ethanol());
    }

    @Override
    protected Tolerances tolerances() {
        return Tolerances.singlePrecision();
    }

    @Test
    void saysWhatItIsFor() {
        Domain domain = potential().domain();
        assertThat(domain.elements().orElseThrow()).containsExactly(1, 6, 8);
        assertThat(domain.molecules().orElseThrow()).containsExactly("C9H8O4");
        assertThat(domain.levelOfTheory()).contains("PBE");
        assertThat(domain.smooth()).isTrue();
        assertThat(domain.forces()).isEqualTo(Domain.Forces.CONSERVATIVE);
        assertThat(domain.caveats("aspirin", Structures.aspirin())).isEmpty();
        assertThat(domain.caveats("aspirin", Structures.ethanol()))
                .singleElement()
                .asString()
                .contains("'aspirin' was made for C9H8O4 alone", "guesses");
        assertThat(PROVIDER.description()).contains("C9H8O4");
        assertThat(PROVIDER.card(Options.parse(PROVIDER, Map.of())).orElseThrow())
                .startsWith("# aspirin")
                .contains("PBE");
        assertThat(potential().id()).isEqualTo("aspirin");
    }

    @Test
    void refusesOtherElements() {
        assertThatThrownBy(() -> potential().evaluate(Structures.acetamide()))
                .isInstanceOf(UnsupportedException.class)
                .hasMessageContainingAll("(N)", "'aspirin'", "H C O");
    }

    /** The self energies make it a total energy, of the electrons and nuclei of all its atoms. */
    @Test
    void knowsTheEnergyOfTheMolecule() {
        assertThat(potential().evaluate(Structures.aspirin()).energy()).isCloseTo(-17_618, within(5.0));
    }

    /** Closer together than in any of its frames, the core takes over. */
    @Test
    void doesNotFallIntoHolesWhereAtomsAreTooClose() {
        double[] energies = RattleBenchmark.rattledEnergies(potential(), Structures.aspirin(), 0.08, 300);
        assertThat(Arrays.stream(energies).min().orElseThrow()).isGreaterThan(-1);
        assertThat(Arrays.stream(energies).max().orElseThrow()).isLessThan(100);
    }

    @Test
    void relaxesItsMolecule() {
        OptimizationResult relaxed =
                OptimizationLoop.builder(new Lbfgs(), potential()).build().run(Structures.aspirin());
        assertThat(relaxed.converged()).as("%s", relaxed).isTrue();
        assertThat(relaxed.energy())
                .isLessThan(potential().evaluate(Structures.aspirin()).energy());
    }
}
