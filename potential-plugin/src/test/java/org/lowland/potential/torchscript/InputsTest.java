package org.lowland.potential.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.ScriptModule;
import org.lowland.potential.torch.TorchScriptArchive;
import org.lowland.test.Structures;

/** What a model asks for comes in its shapes, of one structure and of several. */
class InputsTest {
    private static final String DECLARATION =
            """
            level-of-theory: sums of what comes in
            elements: [O, H, C, N]
            inputs: [charge, species, positions, multiplicity, cell, pbc%s]
            outputs: [energy, forces, uncertainty]
            units: {length: nm, energy: meV}
            dtype: float64
            """;

    /** Energies of charge, multiplicity, first species, lattice and flags of each structure. */
    private static final String SCRIPT =
            """
            def forward(self, q: Tensor, z: Tensor, p: Tensor, m: Tensor, cell: Tensor, pbc: Tensor%s) -> Tuple[Tensor, Tensor, Tensor]:
              e = torch.sum(cell, [-2, -1]) + q * 1000 + m * 10000 + torch.sum(pbc, [-1]) * 100000
              return (e, torch.zeros_like(p) + torch.unsqueeze(z, 1), e * 0.5)
            """;

    private static ExportedPotential potential(boolean batched) {
        byte[] archive = TorchScriptArchive.write(new ScriptModule(
                "Sums", SCRIPT.formatted(batched ? ", b: Tensor" : "").indent(2), List.of()));
        Declaration declaration = Declaration.read(DECLARATION.formatted(batched ? ", batch" : ""), "it");
        return ExportedPotential.load("sums", archive, declaration, Device.CPU, new Batching(100, true));
    }

    @Test
    void everyInputComesInItsUnitsAndShape() {
        AtomicSystem water = Structures.water().toBuilder()
                .cell(Cell.of(new double[] {20, 0, 0, 1, 30, 0, 0, 2, 40}, true, true, false))
                .build();
        AtomicSystem methyl = AtomicSystem.builder(
                        new int[] {6, 1, 1}, Structures.water().positions())
                .charge(-1)
                .multiplicity(2)
                .build();
        for (boolean batched : new boolean[] {false, true}) {
            try (ExportedPotential sums = potential(batched)) {
                List<Evaluation> answers = batched
                        ? sums.evaluate(List.of(water, methyl))
                        : List.of(sums.evaluate(water), sums.evaluate(methyl));
                assertThat(answers.get(0).energy()).isCloseTo((9.3 + 10_000 + 200_000) * 1e-3, within(1e-9));
                assertThat(answers.get(1).energy()).isCloseTo((-1000 + 20_000) * 1e-3, within(1e-9));
                assertThat(answers.get(1).uncertainty().orElseThrow().energy()).isCloseTo(9.5, within(1e-9));
                // The unit of force is meV/nm; the species of carbon is 2, of hydrogen 1.
                assertThat(answers.get(1).forces())
                        .containsExactly(
                                new double[] {2e-4, 2e-4, 2e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4}, within(1e-15));
            }
        }
    }
}
