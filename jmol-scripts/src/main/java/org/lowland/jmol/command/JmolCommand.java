package org.lowland.jmol.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lowland.api.InputException;
import org.lowland.cli.CommandProvider;
import org.lowland.cli.Common;
import org.lowland.cli.ExitCode;
import org.lowland.jmol.desktop.Desktop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts Jmol with Lowland in it. */
@Command(
        name = "jmol",
        description = {
            "Starts Jmol with Lowland in it: opens structures, runs scripts.",
            "Structures and scripts are taken in the order in which they are given, then -J, -s and -j. Inside Jmol,"
                    + " 'lowlandBackend = \"rfo@organic\"; minimize' relaxes what is shown."
        },
        footer = {
            "",
            "Exit codes with -n: 0 all well, 2 a file is not there, 3 a minimization did not converge, 4 a script ended with"
                    + " an error or a minimization failed.",
            "LOWLAND_JMOL_JAR=/path/Jmol.jar in the environment runs another Jmol than the one that comes along."
        },
        sortOptions = false)
public final class JmolCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new JmolCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "a structure in any format that Jmol reads, or a script (.spt)")
    private List<String> files = List.of();

    @Option(
            names = {"-n", "--nodisplay"},
            description = "open no window: run the scripts, write Jmol's console to standard output, and end")
    private boolean headless;

    @Option(
            names = {"-g", "--geometry"},
            paramLabel = "WxH",
            description = "size of the view, and of pictures whose size a script does not give")
    private String geometry;

    @Option(
            names = {"-J", "--jmolscript1"},
            paramLabel = "SCRIPT",
            description = "commands to run before -s")
    private String before;

    @Option(
            names = {"-s", "--script"},
            paramLabel = "FILE",
            description = "script to run; - reads commands from standard input")
    private String script;

    @Option(
            names = {"-j", "--jmolscript2"},
            paramLabel = "SCRIPT",
            description = "commands to run after -s")
    private String after;

    @Option(
            names = {"-o", "--noconsole"},
            description = "let Jmol's log go to the terminal instead of its Java console")
    private boolean terminalLog;

    @Option(
            names = {"-x", "--exit"},
            description = "close Jmol after the scripts, which -n does anyway")
    private boolean exits;

    @Option(
            names = {"-i", "--silent", "-L", "--nosplash"},
            description = "accepted as Jmol accepts them: the start is silent and shows no picture")
    private boolean[] accepted;

    /** Made by {@link Provider}. */
    private JmolCommand() {}

    @Override
    public Integer call() throws Exception {
        Opening opening = opening();
        WindowSize size = geometry == null ? WindowSize.USUAL : WindowSize.parse(geometry);
        requireJmol();
        if (headless) {
            if (opening.commands().isEmpty()) {
                throw new InputException("'jmol -n' has nothing to do; give a script, or commands with -J");
            }
            System.setProperty("java.awt.headless", "true");
            return new HeadlessRun(common).run(opening, size).code();
        }
        Opening whole = exits ? opening.then("exitJmol") : opening;
        Desktop.open(options(size), whole.commands(), !terminalLog);
        new CountDownLatch(1).await();
        return ExitCode.OK.code();
    }

    /** The size that Jmol remembers holds unless another one was given. */
    private List<String> options(WindowSize size) {
        List<String> options = new ArrayList<>();
        if (geometry != null) {
            options.addAll(List.of("-g", size.toString()));
        }
        if (terminalLog) {
            options.add("-o");
        }
        return options;
    }

    private Opening opening() throws IOException {
        Opening opening = Opening.of(files);
        if (before != null) {
            opening = opening.then(before);
        }
        if (script != null) {
            opening = opening.then(script.equals("-") ? typed() : Opening.script(script));
        }
        return after == null ? opening : opening.then(after);
    }

    private String typed() throws IOException {
        return new String(common.in().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void requireJmol() {
        try {
            Class.forName("org.jmol.viewer.Viewer", false, JmolCommand.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new InputException(
                    "There is no Jmol on the class path; let LOWLAND_JMOL_JAR name a Jmol.jar, or unset it", e);
        }
    }
}
