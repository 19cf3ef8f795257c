package org.lowland.jmol.command;

import java.io.PrintWriter;
import org.jmol.util.LoggerInterface;

/** Jmol's log without its account of every file and every atom; errors and, where wanted, all the rest are written. */
final class QuietLog implements LoggerInterface {
    private final PrintWriter out;
    private final boolean verbose;

    /**
     * Makes a log.
     *
     * @param out where it goes
     * @param verbose whether everything is wanted
     */
    QuietLog(PrintWriter out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    @Override
    public void debug(String text) {
        whenWanted(text);
    }

    @Override
    public void info(String text) {
        whenWanted(text);
    }

    @Override
    public void warn(String text) {
        whenWanted(text);
    }

    @Override
    public void warnEx(String text, Throwable e) {
        whenWanted(text + ": " + e);
    }

    /** What a script does wrong is told by whoever runs it. */
    @Override
    public void error(String text) {
        whenWanted(text);
    }

    @Override
    public void errorEx(String text, Throwable e) {
        write(text + ": " + e);
    }

    @Override
    public void fatal(String text) {
        write(text);
    }

    @Override
    public void fatalEx(String text, Throwable e) {
        write(text + ": " + e);
    }

    private void whenWanted(String text) {
        if (verbose) {
            write(text);
        }
    }

    private void write(String text) {
        out.println("jmol: " + text);
        out.flush();
    }
}
