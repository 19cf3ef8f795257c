package org.lowland.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own in a temporary folder, on a free port of this machine alone, run by the user postgres
 * where the tests run as root.
 */
final class PostgresServer implements AutoCloseable {
    static final String USER = "lowland";
    static final String PASSWORD = "s3cret";
    private static final long SECONDS = 90;

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of the newest server programs; empty where none are installed. */
    static Optional<Path> programs() {
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            List<Path> folders = new ArrayList<>(
                    versions.map(version -> version.resolve("bin")).toList());
            Arrays.stream(System.getenv("PATH").split(":")).map(Path::of).forEach(folders::add);
            return folders.stream()
                    .filter(bin ->
                            Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pg_ctl")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one; throws an IOException that says why when it cannot be. */
    static PostgresServer start(Path programs) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lowland-postgres");
        PostgresServer server = new PostgresServer(programs, folder, freePort());
        server.begin();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void begin() throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        run(own("initdb", "-D", data(), "-U", USER, "-A", "scram-sha-256", "--pwfile", password.toString(), "-N"));
        String options = "-p " + port + " -h 127.0.0.1 -k '" + folder + "'";
        run(own("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o", options, "start"));
    }

    /** Ends the server at once and starts it again. */
    void crash() throws IOException, InterruptedException {
        run(own("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
        String options = "-p " + port + " -h 127.0.0.1 -k '" + folder + "'";
        run(own("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o", options, "start"));
    }

    /** The URL of the database that every server has. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> own(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("lowland-postgres", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + " failed: " + Files.readString(said));
            }
        } finally {
            Files.delete(said);
        }
    }

    @Override
    public void close() {
        try {
            run(own("pg_ctl", "-D", data(), "-m", "immediate", "stop"));
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
