package org.lowland.cli.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.XyzWriter;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * What became of one structure with one seed.
 *
 * @param prepared the structure
 * @param result how its optimization ended
 * @param identity whether it still is the same molecule; empty where that cannot be told
 * @param seed of the random numbers
 * @param seconds from the moment it was made ready to its end, with those evaluated together with it
 */
public record Outcome(
        Preparation.Prepared prepared,
        OptimizationResult result,
        Optional<Identity> identity,
        long seed,
        double seconds) {

    /**
     * Whether a result still is the molecule that it was. Molecules with bonds are always judged; bare atoms in free
     * space by their distances, when the potential is one of chemistry.
     *
     * @param prepared the structure
     * @param result how its optimization ended
     * @param chemical whether the potential knows elements, so that bonds mean something
     * @return the judgement; empty where there can be none
     */
    public static Optional<Identity> identity(
            Preparation.Prepared prepared, OptimizationResult result, boolean chemical) {
        AtomicSystem start = prepared.system();
        AtomicSystem end = result.system();
        if (prepared.structure() instanceof MoleculeRecord molecule) {
            IAtomContainer before = molecule.molecule();
            return Optional.of(Molecules.identity(before, Molecules.withPositions(before, end)));
        }
        return chemical && !start.isPeriodic()
                ? Optional.of(Molecules.identity(Molecules.connected(start), Molecules.connected(end)))
                : Optional.empty();
    }

    /** {@return whether there is a structure to write} */
    public boolean isUsable() {
        return result.reason() != StopReason.FAILED && result.evaluation().isPresent();
    }

    /** {@return whether it is another molecule than before} */
    boolean isChanged() {
        return identity.filter(i -> i != Identity.KEPT).isPresent();
    }

    /** Counts one that is usable. */
    void count(Tally tally) {
        if (isChanged()) {
            tally.addChanged();
        } else if (result.converged()) {
            tally.addGood();
        } else {
            tally.addNotConverged();
        }
    }

    /** {@return why the potential does not trust its answer, as a line to tell} */
    Optional<String> doubt() {
        return result.uncertainty().flatMap(Uncertainty::doubt).map(doubt -> prepared.entry()
                .located("warning: " + doubt));
    }

    /** {@return what is to be said of it when it is not as it should be} */
    public Optional<String> problem() {
        String message = result.message().map(m -> ": " + m).orElse("");
        if (!isUsable()) {
            return Optional.of(
                    result.reason() == StopReason.FAILED
                            ? result.message().orElse("the optimization failed")
                            : "nothing could be evaluated (" + result.reason() + ")" + message);
        }
        if (identity.filter(i -> i == Identity.BONDS_CHANGED).isPresent()) {
            return Optional.of("bonds broke or formed: it is another molecule than before; check the structure given");
        }
        if (identity.filter(i -> i == Identity.STEREO_CHANGED).isPresent()) {
            return Optional.of("a stereo centre or double bond has changed; check the structure given");
        }
        if (!result.converged()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "not converged: %s after %d steps and %d evaluations, fmax %.4f eV/Å%s%s",
                    result.reason(),
                    result.steps(),
                    result.evaluations(),
                    result.fmax(),
                    message,
                    remedy()));
        }
        return Optional.empty();
    }

    private String remedy() {
        return switch (result.reason()) {
            case STEP_LIMIT -> "; raise --steps";
            case BUDGET -> "; raise --evaluations";
            case DIVERGED -> "; check the structure given";
            default -> "";
        };
    }

    /**
     * Writes the line of JSON of this.
     *
     * @param lines where it goes
     * @param potential the potential's id
     * @param optimizer the optimizer's id
     */
    public void write(JsonLines lines, String potential, String optimizer) {
        lines.line(json -> {
            json.writeNumberField("index", prepared.entry().index());
            json.writeStringField("title", prepared.entry().title());
            json.writeStringField("formula", Formula.of(prepared.system()));
            JsonLines.number(json, "energy_eV", result.energy());
            JsonLines.number(json, "fmax_eV_per_A", result.fmax());
            json.writeNumberField("steps", result.steps());
            json.writeNumberField("evaluations", result.evaluations());
            json.writeBooleanField("converged", isUsable() && result.converged());
            json.writeStringField("reason", result.reason().name());
            json.writeStringField("identity", identity.map(Identity::name).orElse(null));
            JsonLines.number(json, "seconds", Math.round(seconds * 1000) / 1000.0);
            json.writeStringField("potential", potential);
            json.writeStringField("optimizer", optimizer);
            json.writeNumberField("seed", seed);
            writeUncertainty(json, result.uncertainty());
            if (!isUsable()) {
                json.writeStringField(
                        "error", prepared.entry().located(problem().orElse("")));
            }
        });
    }

    /** Writes what the potential says of its own errors, if it does. */
    static void writeUncertainty(JsonGenerator json, Optional<Uncertainty> uncertainty) throws IOException {
        if (uncertainty.isPresent()) {
            JsonLines.number(json, "uncertainty_eV", uncertainty.get().energy());
            if (uncertainty.get().force().isPresent()) {
                JsonLines.number(
                        json,
                        "force_uncertainty_eV_per_A",
                        uncertainty.get().force().getAsDouble());
            }
            if (uncertainty.get().doubt().isPresent()) {
                json.writeStringField("doubt", uncertainty.get().doubt().get());
            }
        }
    }

    /**
     * Writes all accepted structures, each with its record, name, seed and step.
     *
     * @param writer where they go
     */
    public void writeTrajectory(XyzWriter writer) {
        int step = 0;
        for (Walk.Position position : result.trajectory()) {
            writer.write(LabelledFrame.of(position.system(), position.evaluation())
                    .with("name", prepared.entry().title())
                    .with("record", String.valueOf(prepared.entry().index()))
                    .with("seed", String.valueOf(seed))
                    .with("step", String.valueOf(step)));
            step++;
        }
    }

    /** Writes the JSON line of a record that could not be used. */
    static void writeFailed(JsonLines lines, Entry entry, String error, String potential, Optional<String> optimizer) {
        lines.line(json -> writeFailure(json, entry, error, potential, optimizer));
    }

    private static void writeFailure(
            JsonGenerator json, Entry entry, String error, String potential, Optional<String> optimizer)
            throws IOException {
        json.writeNumberField("index", entry.index());
        json.writeStringField("title", entry.title());
        json.writeBooleanField("converged", false);
        json.writeStringField("reason", StopReason.FAILED.name());
        json.writeStringField("error", error);
        json.writeStringField("potential", potential);
        if (optimizer.isPresent()) {
            json.writeStringField("optimizer", optimizer.get());
        }
    }
}
