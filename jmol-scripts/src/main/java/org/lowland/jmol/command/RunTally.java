package org.lowland.jmol.command;

import org.lowland.api.optimize.StopReason;
import org.lowland.cli.ExitCode;
import org.lowland.jmol.minimize.RunListener;
import org.lowland.jmol.minimize.RunRecord;

/** What became of all minimizations of a script, for its exit code. Thread-safe. */
final class RunTally implements RunListener {
    private boolean failed;
    private boolean notConverged;

    /** What a script has stopped is as it was wanted, and a single point need not be at rest. */
    @Override
    public synchronized void ended(RunRecord record) {
        boolean singlePoint = record.reason() == StopReason.STEP_LIMIT && record.steps() == 0;
        notConverged |= !record.converged() && record.reason() != StopReason.CANCELLED && !singlePoint;
        failed |= record.reason() == StopReason.FAILED;
    }

    @Override
    public synchronized void refused(String message) {
        failed = true;
    }

    synchronized ExitCode code() {
        if (failed) {
            return ExitCode.FAILED;
        }
        return notConverged ? ExitCode.NOT_CONVERGED : ExitCode.OK;
    }
}
