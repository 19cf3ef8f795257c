package org.lowland.cli;

import java.util.concurrent.Callable;

/**
 * Brings a subcommand to {@code lowland}. Register it in {@code META-INF/services/org.lowland.cli.CommandProvider}.
 */
public interface CommandProvider {

    /**
     * Makes the subcommand.
     *
     * @return a new object whose class carries picocli's {@code @Command} with the subcommand's name; its call returns
     *     the exit code and throws {@link org.lowland.api.LowlandException} for what the user can mend
     */
    Callable<Integer> command();
}
