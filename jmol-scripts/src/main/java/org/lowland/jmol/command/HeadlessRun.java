package org.lowland.jmol.command;

import java.util.Optional;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.minimize.Minimizer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.cli.Common;
import org.lowland.cli.ExitCode;
import org.lowland.jmol.session.JmolSession;

/**
 * Jmol without a window: runs scripts to their end, writes what its console would show to standard output, and draws
 * pictures in memory. Minimizations run within their command, unless a script says {@code set useMinimizationThread
 * true}; one that still goes on when the last script ends is waited for.
 */
final class HeadlessRun {
    private static final long BETWEEN_LOOKS = 10;

    /** A minimization that has just ended still has its last callback to make. */
    private static final long LAST_CALLBACK = 30;

    private static final String QUIT = "script ERROR: execution interrupted";

    private final Common common;

    /**
     * Prepares a run.
     *
     * @param common where output and errors go
     */
    HeadlessRun(Common common) {
        this.common = common;
    }

    /**
     * Runs commands until one fails.
     *
     * @param opening the commands
     * @param size of pictures, where a script does not say
     * @return FAILED when a command ended with an error or a minimization could not be done, NOT_CONVERGED when one did
     *     not converge, else OK
     */
    ExitCode run(Opening opening, WindowSize size) throws InterruptedException {
        Logger.setLogger(new QuietLog(common.err(), common.verbose()));
        RunTally tally = new RunTally();
        Viewer viewer = viewer(size);
        try (JmolSession session = JmolSession.install(viewer)) {
            session.addListener(tally);
            for (String command : opening.commands()) {
                viewer.scriptWait(command);
                Optional<String> error = error(viewer);
                waitForMinimization(viewer);
                if (error.isPresent()) {
                    common.problem(told(error.get()));
                    return ExitCode.FAILED;
                }
            }
        }
        return tally.code();
    }

    private Viewer viewer(WindowSize size) {
        try {
            Viewer viewer = (Viewer)
                    JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "lowland", null, null, "-n", null);
            viewer.setScreenDimension(size.width(), size.height());
            viewer.setBooleanProperty("useMinimizationThread", false);
            viewer.setJmolStatusListener(ScriptConsole.to(common.out()));
            return viewer;
        } catch (LinkageError e) {
            throw new InputException("This Jmol cannot be used: " + e, e);
        }
    }

    /** Callbacks queue scripts, which may begin another minimization; an empty script comes after all of them. */
    private static void waitForMinimization(Viewer viewer) throws InterruptedException {
        do {
            while (isMinimizing(viewer)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            Thread.sleep(LAST_CALLBACK);
            viewer.scriptWait("");
        } while (isMinimizing(viewer));
    }

    /** How the last script failed; one that ended by {@code quit} or {@code exit} has not. */
    private static Optional<String> error(Viewer viewer) {
        return QUIT.equals(viewer.getErrorMessageUn())
                ? Optional.empty()
                : Optional.ofNullable(viewer.getErrorMessage());
    }

    private static boolean isMinimizing(Viewer viewer) {
        Minimizer minimizer = viewer.getMinimizer(false);
        return minimizer != null && minimizer.minimizationOn();
    }

    /** Jmol shows the failing command with its file and line; its own heading says nothing more. */
    private static String told(String error) {
        return error.replaceFirst("^script ERROR: ", "").stripTrailing();
    }
}
