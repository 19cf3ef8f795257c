package org.lowland.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A screen that nobody sees, on a display of its own. */
final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final String display;

    private VirtualScreen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /** Opens a screen; the test is skipped where there is no Xvfb, or no Java that draws on a screen. */
    static VirtualScreen open() throws IOException {
        Assumptions.assumeTrue(isOnPath("Xvfb"), "there is no Xvfb");
        Path toolkit = Path.of(System.getProperty("java.home"), "lib", "libawt_xawt.so");
        Assumptions.assumeTrue(Files.exists(toolkit), () -> toolkit + " is not there: this Java opens no windows");
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1100x760x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader answer = server.inputReader();
        String number = answer.readLine();
        Assumptions.assumeTrue(number != null, "Xvfb cannot open a screen here");
        return new VirtualScreen(server, ":" + number.strip());
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** {@return its name, for {@code DISPLAY}} */
    String display() {
        return display;
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> server.destroyForcibly())
                .join();
    }
}
