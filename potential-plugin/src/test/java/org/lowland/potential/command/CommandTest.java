package org.lowland.potential.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lowland.cli.Main;

/** Tests of what the command line says: a run leaves what it wrote. */
public abstract class CommandTest {
    /** Standard output of the last run. */
    protected String out;
    /** Standard error of the last run. */
    protected String err;

    /** Runs {@code lowland} with arguments of any kind, as their text; the exit status. */
    protected final int run(Object... args) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int code = new Main()
                .run(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(output, true, StandardCharsets.UTF_8),
                        new PrintStream(problems, true, StandardCharsets.UTF_8),
                        false,
                        Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        out = output.toString(StandardCharsets.UTF_8);
        err = problems.toString(StandardCharsets.UTF_8);
        return code;
    }
}
