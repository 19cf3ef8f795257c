package org.lowland.cli;

import org.lowland.cli.batch.Reporter;

/** Says on standard error what happens, under a progress bar where somebody looks. */
final class CommandReporter implements Reporter {
    private final Common common;
    private final Progress progress;
    private long expected;

    CommandReporter(Common common, Progress progress) {
        this.common = common;
        this.progress = progress;
    }

    @Override
    public void problem(String message) {
        common.problem(message);
    }

    @Override
    public void problem(String message, Throwable cause) {
        common.problem(message, cause);
    }

    @Override
    public void note(String message) {
        common.note(message);
    }

    @Override
    public void expect(int count, boolean last) {
        expected += count;
        if (last) {
            progress.expect(expected);
        }
    }

    @Override
    public void done() {
        progress.step();
    }
}
