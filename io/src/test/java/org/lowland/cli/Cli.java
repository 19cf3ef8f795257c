package org.lowland.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of the command line within the test.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Cli(int code, String out, String err) {

    static Cli run(Object... args) {
        return runOn("", args);
    }

    static Cli runOn(String input, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main()
                .run(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs 'optimize' on the toy potential. */
    static Cli optimize(Object... args) {
        List<Object> all = new ArrayList<>(List.of("optimize", "--potential", "toy", "--optimizer", "toy-descent"));
        all.addAll(List.of(args));
        return run(all.toArray());
    }

    /** The lines of standard output. */
    List<String> lines() {
        return out.lines().toList();
    }
}
