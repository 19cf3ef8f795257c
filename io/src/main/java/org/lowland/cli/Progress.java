package org.lowland.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error where somebody looks, and nothing elsewhere. Thread-safe. */
public final class Progress implements AutoCloseable {
    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Begins a bar whose end is not known yet.
     *
     * @param task what is done
     * @param common tells whether a bar is wanted
     * @return the bar
     */
    public static Progress of(String task, Common common) {
        if (!common.showsProgress()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build());
    }

    /**
     * Says how many there are.
     *
     * @param count all of them
     */
    public void expect(long count) {
        if (bar != null) {
            bar.maxHint(count);
        }
    }

    /** One more is done. */
    public void step() {
        if (bar != null) {
            bar.step();
        }
    }

    /**
     * So many are done.
     *
     * @param count all so far
     */
    public void reach(long count) {
        if (bar != null) {
            bar.stepTo(count);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
