package org.lowland.io.bonds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.openscience.cdk.interfaces.IAtomContainer;

class BondPerceptionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[H][H]",
                "N#N",
                "[C-]#[O+]",
                "O=C=O",
                "C=C=C=C",
                "N#CC#N",
                "C=[N+]=[N-]",
                "CN=[N+]=[N-]",
                "C[N+]#[C-]",
                "C[N+](=O)[O-]",
                "C[N+](C)(C)[O-]",
                "[O-][n+]1ccccc1",
                "C[n+]1ccccc1",
                "NC(=[NH2+])N",
                "[NH3+]CC([O-])=O",
                "CC([O-])=O",
                "[O-]C(=O)C[n+]1ccccc1",
                "[O-]C(=O)CC([O-])=O.C[n+]1ccccc1",
                "C[S-]",
                "C[CH2]",
                "CS(C)=O",
                "CS(=O)(=O)N",
                "OS(=O)(=O)O",
                "OP(=O)(O)O",
                "CP(C)C",
                "OCl(=O)(=O)=O",
                "C1=CC=CC1",
                "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
                "c1ccc2c(c1)cc1ccc3cccc4ccc2c1c34",
                "C[C@H](O)[C@@H](N)F",
                "F/C=C/F",
                "F/C=C\\F",
                "CC1([C@@H](N2[C@H](S1)[C@@H](C2=O)NC(=O)Cc3ccccc3)C(=O)O)C",
            })
    void bondsOfBuiltMoleculesAreFound(String smiles) {
        IAtomContainer built = ConformerBuilder.quick().build(Smiles.parse(smiles), 1);
        AtomicSystem system = Molecules.toSystem(built);

        IAtomContainer found = BondPerception.perceive(system);

        assertThat(Smiles.canonical(found)).isEqualTo(Smiles.canonical(built));
        assertThat(Molecules.toSystem(found).positions()).isEqualTo(system.positions());
        assertThat(Molecules.toSystem(found).charge()).isEqualTo(system.charge());
    }

    @Test
    void metalsAreNotBonded() {
        AtomicSystem salt = AtomicSystem.builder(new int[] {11, 17}, new double[] {0, 0, 0, 0, 0, 2.4})
                .build();

        assertThat(BondPerception.perceive(salt).getBondCount()).isZero();
    }

    @Test
    void aClumpIsRefused() {
        AtomicSystem clump = AtomicSystem.of(
                new int[] {6, 1, 1, 1, 1, 1}, new double[] {0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1, 0, 0, -1, 0, 1, 0, 0});

        assertThatThrownBy(() -> BondPerception.perceive(clump))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("atom 1 (C) has 5 neighbours");
    }

    @Test
    void aChargeThatCannotBe() {
        AtomicSystem methane = AtomicSystem.builder(new int[] {6, 1, 1, 1, 1}, new double[] {
                    0, 0, 0, 0.63, 0.63, 0.63, -0.63, -0.63, 0.63, -0.63, 0.63, -0.63, 0.63, -0.63, -0.63
                })
                .charge(-1)
                .build();

        assertThatThrownBy(() -> BondPerception.perceive(methane))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a net charge of 0, not -1");
    }
}
