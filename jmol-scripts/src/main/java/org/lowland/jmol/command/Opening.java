package org.lowland.jmol.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lowland.api.InputException;

/**
 * What Jmol is to do at its start, as commands in their order. Immutable.
 *
 * @param commands each a whole script
 */
record Opening(List<String> commands) {
    /** What Jmol fetches from a data base or the network: {@code =1CRN}, {@code $caffeine}, {@code https://...}. */
    private static final Pattern REMOTE = Pattern.compile("(?s)[=:$*].*|[a-z]{2,}:/.*");

    Opening {
        commands = List.copyOf(commands);
    }

    /**
     * Structures and scripts as they were typed. Scripts run where they stand; of structures the first is loaded and the
     * others become further models.
     *
     * @param names files, or what Jmol fetches by itself
     * @return commands that open them
     * @throws InputException when a file is not there
     */
    static Opening of(List<String> names) {
        List<String> commands = new ArrayList<>();
        boolean loaded = false;
        for (String name : names) {
            boolean remote = REMOTE.matcher(name).matches();
            String quoted = remote ? quoted(name) : quoted(existing(name));
            if (!remote && name.toLowerCase(Locale.ROOT).endsWith(".spt")) {
                commands.add("script " + quoted);
            } else {
                commands.add((loaded ? "load APPEND " : "load ") + quoted);
                loaded = true;
            }
        }
        return new Opening(commands);
    }

    /**
     * Runs a script from a file.
     *
     * @param name the file, whatever it is called
     * @return the command
     * @throws InputException when the file is not there
     */
    static String script(String name) {
        return "script " + quoted(existing(name));
    }

    /** {@return the same, followed by another command} */
    Opening then(String command) {
        List<String> more = new ArrayList<>(commands);
        more.add(command);
        return new Opening(more);
    }

    private static String existing(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return file.toAbsolutePath().normalize().toString().replace('\\', '/');
            }
            throw new InputException(
                    name + ": " + (Files.isDirectory(file) ? "this is a folder" : "there is no such file")
                            + "; give a structure or a script (.spt)");
        } catch (InvalidPathException e) {
            throw new InputException(name + ": this is no name of a file; give a structure or a script (.spt)", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
