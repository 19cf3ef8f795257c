package org.lowland.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.lowland.io.store.StoreLocation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command has: {@code @Mixin private Common common;}. */
public final class Common {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--verbose", description = "say more, and show stack traces")
    private boolean verbose;

    @Option(names = "--quiet", description = "say only what went wrong")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    private boolean help;

    /** {@return whether stack traces are wanted} */
    public boolean verbose() {
        return verbose;
    }

    /** {@return whether only what went wrong is wanted} */
    public boolean quiet() {
        return quiet;
    }

    /** {@return standard input} */
    public InputStream in() {
        return root().in();
    }

    /** {@return where results go} */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** {@return where everything else goes} */
    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /**
     * Says what went wrong.
     *
     * @param message what, where and what to do
     */
    public void problem(String message) {
        err().println("lowland: " + message);
        err().flush();
    }

    /**
     * Says what went wrong, with a stack trace where that is wanted.
     *
     * @param message what, where and what to do
     * @param cause where that came from
     */
    public void problem(String message, Throwable cause) {
        if (verbose) {
            cause.printStackTrace(err());
        }
        problem(message);
    }

    /**
     * Says what is good to know, unless that is not wanted.
     *
     * @param message one line
     */
    public void note(String message) {
        if (!quiet) {
            err().println("lowland: " + message);
            err().flush();
        }
    }

    /** {@return what was typed, as one line that can be typed again in a shell; of a JDBC URL, nothing that is secret} */
    String typed() {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(StoreLocation::shown)
                .map(Common::quoted)
                .collect(Collectors.joining(" ", "lowland ", ""));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** {@return whether a progress bar is wanted and somebody looks} */
    boolean showsProgress() {
        return !quiet && root().terminal();
    }

    Root root() {
        return (Root) spec.root().userObject();
    }
}
