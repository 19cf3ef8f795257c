package org.lowland.potential.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.system.Units;
import org.lowland.cli.batch.JsonLines;
import org.lowland.potential.physics.PhysicsReport;
import org.lowland.potential.physics.Trajectory;
import org.openscience.cdk.config.Elements;

/** An evaluation in words and as JSON. */
final class EvaluationText {
    private static final double MILLI = 1000;

    private EvaluationText() {}

    static void json(JsonGenerator out, DataSetEvaluation.Result result, Optional<PhysicsReport> physics)
            throws IOException {
        LabelErrors errors = result.errors();
        out.writeNumberField("frames", errors.frames());
        JsonLines.number(out, "force_mae_meV_per_A", MILLI * errors.forceMae());
        JsonLines.number(out, "force_rmse_meV_per_A", MILLI * errors.forceRmse());
        JsonLines.number(out, "energy_mae_meV", MILLI * errors.energyMae());
        JsonLines.number(out, "energy_rmse_meV", MILLI * errors.energyRmse());
        JsonLines.number(out, "atoms_per_second", result.atomsPerSecond());
        if (physics.isPresent()) {
            out.writeObjectFieldStart("physics");
            physics(out, physics.get());
            out.writeEndObject();
        }
    }

    private static void physics(JsonGenerator out, PhysicsReport report) throws IOException {
        Trajectory nve = report.trajectory();
        JsonLines.number(out, "nve_picoseconds", nve.picoseconds());
        JsonLines.number(out, "nve_drift_meV_per_atom_per_ps", nve.drift());
        JsonLines.number(out, "nve_largest_excursion_meV_per_atom", nve.excursion());
        JsonLines.number(out, "nve_final_temperature_K", nve.temperature());
        out.writeBooleanField("nve_broken", nve.broken());
        JsonLines.number(out, "closed_path_work_meV", report.closedPathWork());
        JsonLines.number(out, "net_force_eV_per_A", report.netForce());
        JsonLines.number(out, "net_torque_eV", report.netTorque());
        JsonLines.number(out, "rotation_error_eV_per_A", report.rotationError());
        JsonLines.number(out, "rotation_error_energy_eV", report.rotationErrorOfEnergy());
        JsonLines.number(out, "atoms_per_second_one_thread", report.atomsPerSecond());
    }

    static void print(PrintWriter out, String model, DataSetEvaluation.Result result) {
        LabelErrors e = result.errors();
        line(
                out,
                "%s on %d frames, %d atoms (labels in %s)",
                model,
                e.frames(),
                e.atoms(),
                result.data().units());
        line(out, "%-26s %12s %12s", "", "MAE", "RMSE");
        row(out, "forces, meV/Å", MILLI * e.forceMae(), MILLI * e.forceRmse());
        for (Map.Entry<Integer, LabelErrors.OfElement> element : e.byElement().entrySet()) {
            String symbol = Elements.ofNumber(element.getKey()).symbol();
            row(
                    out,
                    "  on " + symbol + " (" + element.getValue().atoms() + ")",
                    MILLI * element.getValue().forceMae(),
                    MILLI * element.getValue().forceRmse());
        }
        row(out, "energy, meV", MILLI * e.energyMae(), MILLI * e.energyRmse());
        row(
                out,
                "energy, kcal/mol",
                Units.KCAL_PER_MOL_PER_EV * e.energyMae(),
                Units.KCAL_PER_MOL_PER_EV * e.energyRmse());
        row(out, "energy, meV/atom", MILLI * e.energyMaePerAtom(), MILLI * e.energyRmsePerAtom());
        if (Double.isNaN(e.energyMae())) {
            line(out, "the model has no energies");
        }
        result.uncertainty().ifPresent(value -> line(out, "mean uncertainty of the energy %.3f meV", MILLI * value));
        line(out, "%.0f atoms per second", result.atomsPerSecond());
    }

    static void print(PrintWriter out, PhysicsReport report) {
        Trajectory nve = report.trajectory();
        line(
                out,
                "NVE, %.3g ps%s: drift %s meV/atom/ps, largest excursion %s meV/atom, %s K at the end",
                nve.picoseconds(),
                nve.broken() ? ", where it broke" : "",
                number("%.4g", nve.drift()),
                number("%.4g", nve.excursion()),
                number("%.0f", nve.temperature()));
        line(out, "work along closed paths, at most %.4g meV", report.closedPathWork());
        line(out, "net force at most %.3g eV/Å, net torque at most %.3g eV", report.netForce(), report.netTorque());
        line(
                out,
                "after a rotation: forces differ by at most %.3g eV/Å, energies by %s eV",
                report.rotationError(),
                number("%.3g", report.rotationErrorOfEnergy()));
        line(out, "%.0f atoms per second in one thread", report.atomsPerSecond());
    }

    private static void row(PrintWriter out, String name, double mae, double rmse) {
        line(out, "%-26s %12s %12s", name, number("%.3f", mae), number("%.3f", rmse));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
