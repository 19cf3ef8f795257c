package org.lowland.io.bonds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Molecules of which nobody says the charge. */
class ChargeInferenceTest {
    private static ChargeInference.Perceived inferred(AtomicSystem system) {
        AtomicSystem bare = AtomicSystem.of(system.atomicNumbers(), system.positions());
        return ChargeInference.perceive(bare, OptionalInt.empty());
    }

    private static AtomicSystem built(String smiles) {
        return Molecules.toSystem(ConformerBuilder.quick().build(Smiles.parse(smiles), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=CC",
                "CC(C)=C(C)C",
                "C1CC=CC1",
                "NC(=C)N",
                "O=C1C=CC(=O)C=C1",
                "NC(N)=C[N+](=O)[O-]",
                "[NH3+]CC([O-])=O",
                "C[N+](=O)[O-]",
                "c1ccccc1"
            })
    void whatHasOneReadingIsNotDoubted(String smiles) {
        ChargeInference.Perceived found = inferred(built(smiles));

        assertThat(Smiles.canonical(found.molecule())).isEqualTo(Smiles.canonical(Smiles.parse(smiles)));
        assertThat(found.doubt()).isEmpty();
    }

    /** The atoms of propene, but a bond that is no double bond. */
    @Test
    void neighboursThatAreBothChargedAreDoubted() {
        IAtomContainer dianion = ConformerBuilder.quick().build(Smiles.parse("[CH2-][CH-]C"), 1);

        ChargeInference.Perceived found = inferred(Molecules.toSystem(dianion));

        assertThat(found.doubt()).hasValueSatisfying(doubt -> assertThat(doubt)
                .contains("between atom 1 (C) and atom 2 (C) is then double, but 1.4")
                .contains("give --charge"));
        assertThat(ChargeInference.perceive(
                                Molecules.toSystem(dianion).toBuilder()
                                        .charge(0)
                                        .build(),
                                OptionalInt.of(0))
                        .doubt())
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cc1c[n+]([N-]C)no1", "CN1C=C([O-])O[N+]1=C", "Cn1c[n+](C)cc1[O-]"})
    void chargesThatCouldBeElsewhereAreDoubted(String smiles) {
        assertThat(inferred(built(smiles)).doubt()).isPresent();
    }

    /** As many ammonium groups as an aminoglycoside has. */
    @Test
    void fiveCharges() {
        String smiles = "[NH3+]CC[NH2+]CC[NH2+]CC[NH2+]CC[NH3+]";

        ChargeInference.Perceived found = inferred(built(smiles));

        assertThat(Smiles.canonical(found.molecule())).isEqualTo(Smiles.canonical(Smiles.parse(smiles)));
        assertThat(found.doubt()).hasValueSatisfying(doubt -> assertThat(doubt).contains("a net charge of +5"));
    }
}
