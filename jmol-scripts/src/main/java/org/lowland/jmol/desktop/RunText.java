package org.lowland.jmol.desktop;

import java.util.Locale;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.system.Units;
import org.lowland.jmol.minimize.RunProgress;
import org.lowland.jmol.minimize.RunRecord;

/** One line that tells how a run stands: the energy against its start in kcal/mol, the largest force in eV/Å. */
final class RunText {
    private RunText() {}

    static String starting(String backend, int atoms) {
        return backend + ": " + atoms + (atoms == 1 ? " atom" : " atoms");
    }

    static String running(String backend, RunProgress first, RunProgress now) {
        return backend + ": step " + now.step() + ", " + numbers(first, now);
    }

    static String ended(RunRecord record) {
        String end = record.backend() + ": " + outcome(record);
        if (record.course().isEmpty()) {
            return end;
        }
        RunProgress first = record.course().get(0);
        RunProgress last = record.course().get(record.course().size() - 1);
        return end + ", " + numbers(first, last) + String.format(Locale.ROOT, ", %.1f s", record.seconds());
    }

    private static String outcome(RunRecord record) {
        String steps = record.steps() + (record.steps() == 1 ? " step" : " steps");
        if (record.converged()) {
            return "converged after " + steps;
        }
        if (record.reason() == StopReason.CANCELLED) {
            return "stopped after " + steps;
        }
        return record.message().map(message -> "failed: " + message).orElse("not converged after " + steps);
    }

    private static String numbers(RunProgress first, RunProgress now) {
        double change = (now.energy() - first.energy()) * Units.KCAL_PER_MOL_PER_EV;
        return String.format(Locale.ROOT, "ΔE %+.2f kcal/mol, fmax %.3f eV/Å", change, now.fmax());
    }
}
