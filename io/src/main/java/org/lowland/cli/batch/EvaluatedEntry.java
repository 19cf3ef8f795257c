package org.lowland.cli.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.lowland.api.optimize.Forces;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;

/**
 * Energy and forces of one structure as it is.
 *
 * @param prepared the structure
 * @param evaluation its energy and forces
 * @param seconds that it took
 */
public record EvaluatedEntry(Preparation.Prepared prepared, Evaluation evaluation, double seconds) {

    /** {@return the largest norm of the force on a free atom, in eV/Å} */
    public double fmax() {
        return Forces.fmax(prepared.system(), evaluation);
    }

    /**
     * Writes the line of JSON of this.
     *
     * @param lines where it goes
     * @param potential the potential's id
     * @param forces whether the forces on all atoms are wanted too
     */
    public void write(JsonLines lines, String potential, boolean forces) {
        lines.line(json -> {
            Entry entry = prepared.entry();
            json.writeNumberField("index", entry.index());
            json.writeStringField("title", entry.title());
            json.writeStringField("formula", Formula.of(prepared.system()));
            json.writeNumberField("energy_eV", evaluation.energy());
            json.writeNumberField("fmax_eV_per_A", fmax());
            Outcome.writeUncertainty(json, evaluation.uncertainty());
            json.writeNumberField("seconds", Math.round(seconds * 1e6) / 1e6);
            json.writeStringField("potential", potential);
            if (forces) {
                writeForces(json);
            }
        });
    }

    private void writeForces(JsonGenerator json) throws IOException {
        AtomicSystem system = prepared.system();
        json.writeArrayFieldStart("forces_eV_per_A");
        for (int atom = 0; atom < system.size(); atom++) {
            json.writeArray(
                    new double[] {evaluation.force(atom, 0), evaluation.force(atom, 1), evaluation.force(atom, 2)},
                    0,
                    3);
        }
        json.writeEndArray();
    }
}
