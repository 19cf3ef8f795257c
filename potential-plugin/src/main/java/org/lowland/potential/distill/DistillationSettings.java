package org.lowland.potential.distill;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.potential.distill.frames.FrameSettings;
import org.lowland.potential.distill.species.SetAside;
import org.lowland.potential.distill.species.SpeciesSettings;

/**
 * A recipe for labelled frames, as written in its configuration. Paths are relative to the configuration's folder.
 *
 * @param kind {@code distillation}
 * @param output extended XYZ, compressed when it ends in {@code .gz}
 * @param seed of all random choices
 * @param teacher the potential that labels, for example {@code ani-2x?path=...}
 * @param student the cheap potential that relaxes and moves molecules
 * @param excluded lists of SMILES whose molecules are left out
 * @param setAside molecules that are chosen to be left out; none if null
 * @param sources which molecules there are
 * @param frames which structures are made of them
 * @param picked which of the structures are labelled; all if null
 * @param largestForce frames with a larger force in eV/Å are dropped
 * @param largestSpread frames whose energy the teacher is less sure of are dropped: the standard deviation in eV divided
 *     by the square root of the number of atoms; none if null
 * @param shard first structures for each intermediate file
 * @param threads how many shards are worked on at a time
 */
record DistillationSettings(
        String kind,
        String output,
        long seed,
        String teacher,
        String student,
        List<String> excluded,
        @JsonProperty("set-aside") SetAside setAside,
        SpeciesSettings sources,
        FrameSettings frames,
        PickedSettings picked,
        @JsonProperty("largest-force") double largestForce,
        @JsonProperty("largest-spread") Double largestSpread,
        int shard,
        int threads) {

    DistillationSettings {
        if (output == null || teacher == null || student == null || sources == null || frames == null) {
            throw new InputException("The recipe needs 'output', 'teacher', 'student', 'sources' and 'frames'");
        }
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        if (!(largestForce > 0) || largestSpread != null && !(largestSpread > 0)) {
            throw new InputException(
                    "The recipe needs a positive largest-force and, if any, a positive largest-spread");
        }
        if (shard < 1 || threads < 1) {
            throw new InputException("The recipe needs shard and threads of 1 or more");
        }
    }

    double spread() {
        return largestSpread == null ? Double.POSITIVE_INFINITY : largestSpread;
    }
}
