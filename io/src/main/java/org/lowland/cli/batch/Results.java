package org.lowland.cli.batch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;

/** Makes output records of results. */
final class Results {
    private final String potential;
    private final boolean chemical;
    private final StructureFormat format;
    private final Consumer<String> lost;

    /**
     * Makes records.
     *
     * @param potential the potential's id
     * @param chemical whether the potential knows elements, so that bonds mean something
     * @param format of the output
     * @param lost told what the format cannot hold
     */
    Results(String potential, boolean chemical, StructureFormat format, Consumer<String> lost) {
        this.potential = potential;
        this.chemical = chemical;
        this.format = format;
        this.lost = lost;
    }

    Optional<Identity> identity(Preparation.Prepared prepared, OptimizationResult result) {
        return Outcome.identity(prepared, result, chemical);
    }

    /** The record of a result, with what is to be known of it, as the format of the output can hold it. */
    Structure record(Outcome outcome) {
        return record(outcome, !format.isOfAtoms());
    }

    /** The record of a result with everything, energy and forces included. */
    Structure whole(Outcome outcome) {
        Structure record = record(outcome, true);
        return record instanceof MoleculeRecord molecule
                ? molecule.labelled(outcome.result().evaluation())
                : record;
    }

    private Structure record(Outcome outcome, boolean withBonds) {
        Structure structure = outcome.prepared().structure();
        OptimizationResult result = outcome.result();
        if (structure instanceof MoleculeRecord molecule && withBonds) {
            MoleculeRecord moved = molecule.moved(Molecules.withPositions(molecule.molecule(), result.system()));
            return tagged(moved, outcome);
        }
        LabelledFrame frame =
                structure instanceof MoleculeRecord molecule ? converted(molecule) : (LabelledFrame) structure;
        LabelledFrame moved = frame.moved(result.system(), result.evaluation())
                .with("lowland_fmax_eV_per_A", decimals(result.fmax(), 6))
                .with("lowland_steps", String.valueOf(result.steps()))
                .with("lowland_converged", result.converged() ? "T" : "F")
                .with("lowland_reason", result.reason().name())
                .with("lowland_potential", potential);
        if (outcome.identity().isPresent()) {
            moved = moved.with("lowland_identity", outcome.identity().get().name());
        }
        for (Map.Entry<String, String> tag : uncertainty(result).entrySet()) {
            moved = moved.with("lowland_" + tag.getKey(), tag.getValue());
        }
        return moved;
    }

    /** What is lost is told here: the writer sees only the frame. */
    private LabelledFrame converted(MoleculeRecord molecule) {
        Holdings.sentences(molecule, format).forEach(lost);
        return Conversion.toFrame(molecule);
    }

    private MoleculeRecord tagged(MoleculeRecord moved, Outcome outcome) {
        OptimizationResult result = outcome.result();
        MoleculeRecord tagged = moved.with("lowland.energy.eV", decimals(result.energy(), 8))
                .with("lowland.fmax.eV_per_A", decimals(result.fmax(), 6))
                .with("lowland.steps", String.valueOf(result.steps()))
                .with("lowland.converged", String.valueOf(result.converged()))
                .with("lowland.reason", result.reason().name())
                .with("lowland.identity", outcome.identity().map(Identity::name).orElse("UNKNOWN"))
                .with("lowland.potential", potential);
        for (Map.Entry<String, String> tag : uncertainty(result).entrySet()) {
            tagged = tagged.with("lowland." + tag.getKey().replaceFirst("_eV", ".eV"), tag.getValue());
        }
        return tagged;
    }

    /** What the potential says of its own errors, by the names that it has in extended XYZ. */
    private static Map<String, String> uncertainty(OptimizationResult result) {
        Map<String, String> tags = new LinkedHashMap<>();
        result.uncertainty().ifPresent(judged -> {
            tags.put("uncertainty_eV", decimals(judged.energy(), 6));
            judged.force().ifPresent(force -> tags.put("force_uncertainty_eV_per_A", decimals(force, 6)));
            judged.doubt().ifPresent(doubt -> tags.put("doubt", doubt));
        });
        return tags;
    }

    private static String decimals(double value, int count) {
        return String.format(Locale.ROOT, "%." + count + "f", value);
    }
}
