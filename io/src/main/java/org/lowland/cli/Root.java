package org.lowland.cli;

import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command without a subcommand: it says what there is. Subcommands get at the streams through it. */
@Command(
        name = "lowland",
        description = "Finds low-energy structures of molecules, clusters, glasses and crystals.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all well, 2 bad usage or no usable input, 3 some structures did not converge, 4 some"
                    + " records failed or are another molecule than before."
        })
final class Root {
    private final InputStream in;
    private final OutputStream out;
    private final boolean terminal;

    Root(InputStream in, OutputStream out, boolean terminal) {
        this.in = in;
        this.out = out;
        this.terminal = terminal;
    }

    /** Standard input. */
    InputStream in() {
        return in;
    }

    /** Standard output, for what is a file; text for people goes through the command line's writer. */
    OutputStream out() {
        return out;
    }

    /** Whether somebody looks at standard error. */
    boolean terminal() {
        return terminal;
    }
}
