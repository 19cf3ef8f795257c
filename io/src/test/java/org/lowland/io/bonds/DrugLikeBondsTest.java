package org.lowland.io.bonds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.openscience.cdk.interfaces.IAtomContainer;

/** A part of {@link BondRoundTrip} in every build: neutral and charged molecules behind the few misdrawn ones of the lists. */
class DrugLikeBondsTest {
    private static final Path LISTS = Path.of("../../shared/data/smiles");

    @Test
    void comeBackFromTheirAtoms() {
        assumeTrue(Files.isDirectory(LISTS), "needs " + LISTS);
        List<String> failures = new ArrayList<>();
        int compared = 0;
        for (IAtomContainer molecule : DrugLike.choose(LISTS, 70).subList(30, 70)) {
            try {
                IAtomContainer built = ConformerBuilder.quick().build(molecule, 1);
                AtomicSystem system = Molecules.toSystem(built);
                IAtomContainer back = BondPerception.perceive(system);
                AtomicSystem bare = AtomicSystem.of(system.atomicNumbers(), system.positions());
                ChargeInference.Perceived inferred = ChargeInference.perceive(bare, OptionalInt.empty());
                boolean wrong =
                        SameMolecule.compare(built, inferred.molecule()).compareTo(SameMolecule.Verdict.RESONANCE) > 0;
                if (wrong && inferred.doubt().isEmpty()) {
                    failures.add("not doubted: " + SameMolecule.canonical(built, true));
                }
                SameMolecule.Verdict verdict = SameMolecule.compare(built, back);
                compared++;
                if (verdict.compareTo(SameMolecule.Verdict.RESONANCE) > 0) {
                    failures.add(verdict.words + ": " + SameMolecule.canonical(built, true));
                }
            } catch (InputException e) {
                assertThat(e).hasMessageContaining("three-dimensional");
            }
        }
        assertThat(failures).isEmpty();
        assertThat(compared).isGreaterThan(35);
    }
}
