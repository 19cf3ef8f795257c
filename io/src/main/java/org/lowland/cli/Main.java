package org.lowland.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.lowland.api.LowlandException;
import org.openscience.cdk.tools.LoggingToolFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Lowland from the command line. Holds no state: it can be run many times in one process. */
public final class Main {
    /** What libraries log is in our own messages where it matters; they are heard with {@code --verbose}. */
    private static final Map<String, String> QUIET = Map.of(
            "cdk.logging.level", "fatal",
            "org.slf4j.simpleLogger.defaultLogLevel", "warn",
            "org.slf4j.simpleLogger.log.ai.djl", "error");

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the subcommand and its arguments
     */
    public static void main(String[] args) {
        if (!List.of(args).contains("--verbose")) {
            QUIET.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        }
        // Else CDK looks through every jar for a library of logging, again for each molecule whose stereo it perceives.
        LoggingToolFactory.setLoggingToolClass(
                LoggingToolFactory.createLoggingTool(Main.class).getClass());
        boolean terminal = System.console() != null;
        int code = new Main().run(System.in, System.out, System.err, terminal, args);
        System.out.flush();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param in standard input
     * @param out where results go
     * @param err where everything else goes
     * @param terminal whether somebody looks at err, so that progress bars make sense
     * @param args the subcommand and its arguments
     * @return the exit code, as in {@link ExitCode}
     */
    public int run(InputStream in, PrintStream out, PrintStream err, boolean terminal, String... args) {
        CommandLine line = new CommandLine(new Root(in, out, terminal));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(Main::failed);
        line.setParameterExceptionHandler(Main::misused);
        line.setUsageHelpAutoWidth(true);
        line.setUsageHelpLongOptionsMaxWidth(30);
        try {
            addCommands(line, args);
        } catch (ServiceConfigurationError e) {
            line.getErr().println("lowland: a subcommand cannot be loaded: " + e.getMessage());
            return ExitCode.UNUSABLE.code();
        }
        if (args.length == 0) {
            line.usage(line.getErr());
            return ExitCode.UNUSABLE.code();
        }
        return line.execute(args);
    }

    /** Adds the subcommand that was asked for, or all where help is wanted: building one takes time. */
    private static void addCommands(CommandLine line, String... args) {
        ServiceLoader<CommandProvider> providers =
                ServiceLoader.load(CommandProvider.class, Main.class.getClassLoader());
        List<Callable<Integer>> commands =
                providers.stream().map(p -> p.get().command()).toList();
        List<Callable<Integer>> wanted = commands.stream()
                .filter(c -> args.length > 0 && name(c).equals(args[0]))
                .toList();
        for (Callable<Integer> command : wanted.isEmpty() ? commands : wanted) {
            if (!line.getSubcommands().containsKey(name(command))) {
                line.addSubcommand(name(command), command);
            }
        }
        line.getSubcommands().values().forEach(c -> {
            c.setOut(line.getOut());
            c.setErr(line.getErr());
            c.setExecutionExceptionHandler(line.getExecutionExceptionHandler());
            c.setParameterExceptionHandler(line.getParameterExceptionHandler());
            c.setUsageHelpAutoWidth(true);
            c.setUsageHelpLongOptionsMaxWidth(30);
        });
    }

    private static String name(Callable<Integer> command) {
        return command.getClass().getAnnotation(Command.class).name();
    }

    private static int misused(ParameterException e, String... args) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("lowland: " + e.getMessage());
        line.getErr().println("'" + line.getCommandSpec().qualifiedName() + " --help' shows what there is");
        return ExitCode.UNUSABLE.code();
    }

    private static int failed(Exception e, CommandLine line, ParseResult parsed) {
        boolean verbose = List.of(parsed.originalArgs().toArray()).contains("--verbose");
        if (verbose) {
            e.printStackTrace(line.getErr());
        }
        if (e instanceof LowlandException) {
            line.getErr().println("lowland: " + e.getMessage());
            return ExitCode.UNUSABLE.code();
        }
        line.getErr()
                .println("lowland: this is a defect of Lowland: " + e
                        + (verbose ? "" : "; run it again with --verbose and report what it says"));
        return 1;
    }
}
