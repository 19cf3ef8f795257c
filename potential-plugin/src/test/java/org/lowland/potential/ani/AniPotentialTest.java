package org.lowland.potential.ani;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

class AniPotentialTest {
    private static final int CONFORMER = 7;
    private static SpiceMonomers monomers;
    private static Potential single;
    private static Potential exact;

    /** Before each test, so that each says why it is skipped. */
    @BeforeEach
    void load() {
        if (exact == null) {
            monomers = SpiceMonomers.open();
            single = create("single");
            exact = create("double");
        }
    }

    @AfterAll
    static void close() {
        if (monomers != null) {
            monomers.close();
        }
        if (single != null) {
            single.close();
        }
        if (exact != null) {
            exact.close();
        }
    }

    private static Potential create(String precision) {
        PotentialProvider provider = Providers.potentials().get("ani-2x");
        String path = SpiceMonomers.aniFolder().toString();
        return provider.create(Options.parse(provider, Map.of("path", path, "precision", precision)));
    }

    /**
     * Energies in Hartree of conformer 7 in des-monomers.hdf5, mean and sample standard deviation over the eight
     * networks, from a plain numpy program in double precision that follows the published formulas and agrees with
     * ωB97X/6-31G(d) on S66x8 to 0.45 kcal/mol.
     */
    @ParameterizedTest
    @CsvSource({
        "CCO, -154.9719999447219, 0.00037239858891912833",
        "O, -76.38607721172407, 4.533825429120298e-05",
        "C, -40.4833245934384, 0.0001538422628839176",
        "CNC(=O)CCS, -685.867820239594, 0.0004287791110362211",
        "C1CCCS1, -555.3248078257498, 0.00046580700410266536",
        "CCC(Cl)(Cl)Cl, -1497.8137474307987, 0.000399565127617495",
        "CCc1c[nH]c2c1cccc2, -442.2760877348124, 0.0007932094394381279",
        "C1CCCN1, -212.50492878323473, 0.000310576115583285",
        "CC(=O)N(C)C, -287.724216919902, 0.0006188891189645173",
        "CF, -139.6877284396656, 0.00031048930656044657",
        "CCC(F)(F)F, -416.75560489948737, 0.00035195714809955613",
    })
    void energiesAreThoseOfThePublishedEnsemble(String molecule, double energy, double deviation) {
        AtomicSystem system = monomers.conformer(molecule, CONFORMER);
        Evaluation inDouble = exact.evaluate(system);
        assertThat(inDouble.energy() / Units.HARTREE).isCloseTo(energy, within(1e-9));
        assertThat(inDouble.uncertainty().orElseThrow().energy() / Units.HARTREE)
                .isCloseTo(deviation, within(1e-9));
        Evaluation inSingle = single.evaluate(system);
        assertThat(inSingle.energy() / Units.HARTREE).isCloseTo(energy, within(2e-6));
        assertThat(inSingle.uncertainty().orElseThrow().energy() / Units.HARTREE)
                .isCloseTo(deviation, within(1e-6));
        assertThat(inSingle.forces()).containsExactly(inDouble.forces(), within(5e-5));
    }

    @Test
    void batchOfMixedMoleculesIsLikeEachAlone() {
        List<AtomicSystem> systems = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            for (String name : List.of("CCO", "CCC(Cl)(Cl)Cl", "O", "CNC(=O)CCS", "CF")) {
                systems.add(monomers.conformer(name, k));
            }
        }
        List<Evaluation> together = exact.evaluate(systems);
        for (int k = 0; k < systems.size(); k += 7) {
            Evaluation alone = exact.evaluate(systems.get(k));
            assertThat(together.get(k).energy()).isCloseTo(alone.energy(), within(1e-9));
            assertThat(together.get(k).forces()).containsExactly(alone.forces(), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"CNC(=O)CCS", "CCC(Cl)(Cl)Cl", "CCC(F)(F)F"})
    void forcesAreTheNegativeGradient(String molecule) {
        AtomicSystem system = monomers.conformer(molecule, CONFORMER);
        double[] forces = exact.evaluate(system).forces();
        double step = 1e-4;
        for (int k = 0; k < forces.length; k++) {
            double[] x = system.positions();
            x[k] += step;
            double above = exact.evaluate(system.withPositions(x)).energy();
            x[k] -= 2 * step;
            double below = exact.evaluate(system.withPositions(x)).energy();
            assertThat(forces[k]).isCloseTo((below - above) / (2 * step), within(1e-5));
        }
    }
}
