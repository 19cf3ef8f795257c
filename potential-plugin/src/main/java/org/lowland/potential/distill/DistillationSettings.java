package org.lowland.potential.distill;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.lowland.api.InputException;

/**
 * A recipe for labelled frames, as written in its configuration. Paths are relative to the configuration's folder.
 *
 * @param kind {@code distillation}
 * @param output extended XYZ, compressed when it ends in {@code .gz}
 * @param seed of all random choices
 * @param teacher the potential that labels, for example {@code ani-2x?path=...}
 * @param excluded lists of SMILES whose molecules are left out
 * @param smiles lists of SMILES
 * @param monomers geometry files of the SPICE data set
 * @param largestMolecule most atoms of a molecule, hydrogens included
 * @param conformers first structures of each molecule of {@code smiles}
 * @param conformations structures taken of each molecule of {@code monomers}
 * @param relaxation steps of the teacher's relaxation
 * @param kept which steps of the relaxation become frames, from 0; the last structure always does
 * @param rattles standard deviations in Å of the random displacements of the last structure, one frame each
 * @param largestForce frames with a larger force in eV/Å are dropped
 * @param shard molecules for each intermediate file
 * @param threads how many shards are worked on at a time
 */
record DistillationSettings(
        String kind,
        String output,
        long seed,
        String teacher,
        List<String> excluded,
        List<String> smiles,
        List<String> monomers,
        @JsonProperty("largest-molecule") int largestMolecule,
        int conformers,
        int conformations,
        int relaxation,
        List<Integer> kept,
        List<Double> rattles,
        @JsonProperty("largest-force") double largestForce,
        int shard,
        int threads) {

    DistillationSettings {
        if (output == null || teacher == null) {
            throw new InputException("The recipe needs 'output' and 'teacher'");
        }
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        smiles = smiles == null ? List.of() : List.copyOf(smiles);
        monomers = monomers == null ? List.of() : List.copyOf(monomers);
        kept = kept == null ? List.of() : List.copyOf(kept);
        rattles = rattles == null ? List.of() : List.copyOf(rattles);
        if (largestMolecule < 2
                || conformers < 1
                || conformations < 0
                || relaxation < 0
                || !(largestForce > 0)
                || shard < 1
                || threads < 1) {
            throw new InputException("The recipe needs largest-molecule of 2 or more, conformers, shard and threads of"
                    + " 1 or more, conformations and relaxation of 0 or more and a positive largest-force");
        }
    }
}
