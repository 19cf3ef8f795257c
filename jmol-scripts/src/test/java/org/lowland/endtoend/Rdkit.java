package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.lowland.launcher.Command;
import org.lowland.launcher.Command.Outcome;

/** A second opinion on molecules, from a toolkit that shares no code with this one. */
final class Rdkit {
    private static final String PYTHON = "/usr/bin/python3";

    /** Stereo comes from the 3D coordinates of the file, and from the SMILES as written. */
    private static final String CANONICAL_SMILES =
            """
            import sys
            from rdkit import Chem
            for molecule in Chem.SDMolSupplier(sys.argv[1], removeHs=False):
                Chem.AssignStereochemistryFrom3D(molecule)
                print(Chem.MolToSmiles(Chem.RemoveHs(molecule)))
            for smiles in sys.argv[2:]:
                print(Chem.MolToSmiles(Chem.MolFromSmiles(smiles)))
            """;

    private Rdkit() {}

    /** Fails unless the records of an SDF are these molecules; the test is skipped where RDKit is not installed. */
    static void assertSame(Path sdf, List<String> smiles) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                python("import rdkit").code() == 0, "RDKit is not installed (Debian: apt-get install python3-rdkit)");
        List<String> arguments = new ArrayList<>(List.of(CANONICAL_SMILES, sdf.toString()));
        arguments.addAll(smiles);
        Outcome outcome = python(arguments.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        List<String> canonical = outcome.out().lines().toList();
        assertThat(canonical).hasSize(2 * smiles.size());
        assertThat(canonical.subList(0, smiles.size())).isEqualTo(canonical.subList(smiles.size(), 2 * smiles.size()));
    }

    private static Outcome python(String... arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(PYTHON, "-c"));
        words.addAll(List.of(arguments));
        try {
            return new Command(words, Path.of("."), System.getenv()).run(Duration.ofMinutes(2));
        } catch (IOException e) {
            return new Outcome(-1, "", e.getMessage());
        }
    }
}
