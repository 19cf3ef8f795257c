package org.lowland.cli.batch;

import java.util.Optional;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.OptimizationListener;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.report.Curve;
import org.lowland.io.report.CurveRecorder;
import org.lowland.io.report.OptimizationReport;
import org.lowland.io.report.ReportRow;

/** Fills the report of a run, where one is wanted. Confined to one thread, but for what the listener is told. */
final class RunReport {
    private final Optional<OptimizationReport> report;
    private final boolean seeds;
    private final CurveRecorder curves = new CurveRecorder(OptimizationReport.CURVES);
    private int next;

    /**
     * A report that is to be filled.
     *
     * @param report the page, when it is wanted
     * @param seeds whether there are several seeds to tell apart
     */
    RunReport(Optional<OptimizationReport> report, boolean seeds) {
        this.report = report;
        this.seeds = seeds;
    }

    /** What the loop tells of its walks. */
    OptimizationListener listener() {
        return report.isPresent() ? curves : new OptimizationListener() {};
    }

    /** Adds the next task of the loop, which has an outcome. */
    void add(Outcome outcome) {
        Curve curve = curves.take(next++);
        report.ifPresent(page -> page.add(row(outcome), curve));
    }

    /** Shows the best structure of a record beside the one that was given. */
    void show(Outcome outcome) {
        Structure before = outcome.prepared().structure();
        AtomicSystem end = outcome.result().system();
        report.ifPresent(page -> page.show(
                outcome.prepared().entry().index(),
                before,
                before instanceof MoleculeRecord molecule
                        ? molecule.moved(Molecules.withPositions(molecule.molecule(), end))
                        : ((LabelledFrame) before).moved(end, Optional.empty())));
    }

    /** Adds the next tasks of the loop, all of one record that could not be used. */
    void addFailed(Entry entry, String error, int tasks) {
        for (int k = 0; k < tasks; k++) {
            curves.take(next++);
        }
        ReportRow row = new ReportRow(
                entry.index(),
                entry.title(),
                "",
                0,
                Optional.empty(),
                Double.NaN,
                Double.NaN,
                0,
                0,
                Double.NaN,
                ReportRow.Verdict.FAILED,
                "",
                Optional.of(error));
        report.ifPresent(page -> page.add(row, new Curve()));
    }

    private ReportRow row(Outcome outcome) {
        OptimizationResult result = outcome.result();
        Entry entry = outcome.prepared().entry();
        return new ReportRow(
                entry.index(),
                entry.title(),
                Formula.of(outcome.prepared().system()),
                outcome.prepared().system().size(),
                seeds ? Optional.of(outcome.seed()) : Optional.empty(),
                result.energy(),
                result.fmax(),
                result.steps(),
                result.evaluations(),
                outcome.seconds(),
                verdict(outcome),
                outcome.isUsable() && result.converged() ? "" : result.reason().name(),
                outcome.problem().map(entry::located));
    }

    private static ReportRow.Verdict verdict(Outcome outcome) {
        if (!outcome.isUsable()) {
            return ReportRow.Verdict.FAILED;
        }
        if (outcome.isChanged()) {
            return ReportRow.Verdict.CHANGED;
        }
        return outcome.result().converged() ? ReportRow.Verdict.CONVERGED : ReportRow.Verdict.NOT_CONVERGED;
    }
}
