package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.system.Units;
import org.lowland.potential.torch.HostTensor;

class DeclarationTest {
    private static final String SHORTEST =
            """
            level-of-theory: PBE
            elements: [H, C, O]
            inputs: [species, positions]
            outputs: energy
            units: {length: angstrom, energy: kcal/mol}
            """;

    private static Declaration read(String text) {
        return Declaration.read(text, "model.yaml");
    }

    @Test
    void whatIsNotSaidIsUsual() {
        Declaration declaration = read(SHORTEST);
        assertThat(declaration.type()).isEqualTo(HostTensor.Type.FLOAT32);
        assertThat(declaration.units().energy()).isCloseTo(1 / Units.KCAL_PER_MOL_PER_EV, within(1e-15));
        assertThat(declaration.selfEnergies()).isEmpty();
        Domain domain = declaration.domain();
        assertThat(domain.elements().orElseThrow()).containsExactly(1, 6, 8);
        assertThat(domain.charges().orElseThrow()).containsExactly(0);
        assertThat(domain.multiplicities().orElseThrow()).containsExactly(1);
        assertThat(domain.periodic()).isFalse();
        assertThat(domain.freeSpace()).isTrue();
        assertThat(domain.smooth()).isTrue();
        assertThat(domain.cutoff()).isEmpty();
        assertThat(domain.levelOfTheory()).isEqualTo("PBE");
        assertThat(domain.forces()).isEqualTo(Domain.Forces.CONSERVATIVE);
    }

    @Test
    void allCanBeSaid() {
        Declaration declaration = read(
                """
                name: mine
                level-of-theory: B97-3c
                elements: [N, O]
                inputs: [positions, atomic-numbers, charge, multiplicity, cell, pbc, edge-index, edge-cell-shifts]
                outputs: [forces, ignored, energy, uncertainty]
                units: {length: bohr, energy: hartree, forces: eV/angstrom}
                dtype: float64
                cutoff: 10
                charges: [-1, 0]
                smooth: false
                conservative: false
                free-space: false
                self-energies: {N: -54, O: -75}
                """);
        assertThat(declaration.name()).contains("mine");
        assertThat(declaration.inputs()).startsWith(ModelInput.POSITIONS, ModelInput.ATOMIC_NUMBERS);
        assertThat(declaration.outputs())
                .containsExactly(ModelOutput.FORCES, ModelOutput.IGNORED, ModelOutput.ENERGY, ModelOutput.UNCERTAINTY);
        assertThat(declaration.units().force()).isEqualTo(1);
        assertThat(declaration.selfEnergies().get(8)).isCloseTo(-75 * Units.HARTREE, within(1e-9));
        Domain domain = declaration.domain();
        assertThat(domain.cutoff().orElseThrow()).isCloseTo(10 * Units.BOHR, within(1e-12));
        assertThat(domain.charges().orElseThrow()).isEqualTo(java.util.Set.copyOf(List.of(-1, 0)));
        assertThat(domain.multiplicities()).isEmpty();
        assertThat(domain.periodic()).isTrue();
        assertThat(domain.freeSpace()).isFalse();
        assertThat(domain.smooth()).isFalse();
        assertThat(domain.forces()).isEqualTo(Domain.Forces.DIRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kcal/mol} | furlong} | units.energy: there is no unit 'furlong'; known: eV, hartree",
                "angstrom | inch | units.length: there is no unit 'inch'; known: angstrom, bohr, nm",
                "kcal/mol} | eV, forces: eV} | units.forces",
                "units: {length: angstrom, energy: kcal/mol} | | units is missing",
                "level-of-theory: PBE | | level-of-theory is missing",
                "level-of-theory | theory | theory: there is no such setting; known: charges",
                "O] | Xx] | there is no element 'Xx'",
                "[H, C, O] | any | 'any' does not go with species",
                "outputs: energy | outputs: [forces] | outputs: energy is missing",
                "outputs: energy | outputs: [ignored, energy] | the energy comes first",
                "outputs: energy | outputs: [dipole] | there is no 'dipole'; known: energy, forces",
                "[species, positions] | [species] | inputs: positions is missing",
                "[species, positions] | [positions] | atomic-numbers or species",
                "[species, positions] | [species, positions, positions] | each may be there once",
                "[species, positions] | [species, positions, edge-index] | cutoff is missing",
                "outputs: | dtype: half;; outputs: | dtype: there is no 'half'; known: float32, float64",
                "outputs: | charges: some;; outputs: | charges: 'some' is no whole number",
                "outputs: | cutoff: -1;; outputs: | cutoff: give a positive length",
                "outputs: | free-space: false;; outputs: | at least one must be true",
                "outputs: | self-energies: {H: -0.5};; outputs: | one for each",
                "outputs: | elements: [H];; outputs: | Duplicate"
            })
    void whatCannotBeUsedIsRefused(String part, String replacement, String message) {
        String lines = replacement == null ? "" : replacement.replace(";; ", "\n");
        String changed = SHORTEST.replace(part, lines);
        assertThat(changed).isNotEqualTo(SHORTEST);
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("model.yaml", message);
    }

    @Test
    void textThatIsNoDeclarationIsRefused() {
        for (String text : List.of("", "just words", "[1, 2]", "{inputs: [")) {
            assertThatThrownBy(() -> read(text))
                    .as(text)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("model.yaml");
        }
    }
}
