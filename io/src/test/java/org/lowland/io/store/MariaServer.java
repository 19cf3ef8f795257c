package org.lowland.io.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB server of its own in a temporary folder, on a free port of this machine alone, that asks for no passwords. */
final class MariaServer implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final long SECONDS = 90;

    private final Path folder;
    private final int port;
    private final Process process;

    private MariaServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static boolean isInstalled() {
        return Files.isExecutable(SERVER);
    }

    /** Starts one; throws an IOException that says why when it cannot be. */
    static MariaServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lowland-mariadb");
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            UserPrincipal nobody =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(folder, nobody);
            Files.setOwner(data, nobody);
        }
        int port = freePort();
        List<String> command = own(
                SERVER,
                "--no-defaults",
                "--datadir=" + data,
                "--skip-grant-tables",
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        MariaServer server = new MariaServer(folder, port, process);
        server.await();
        return server;
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers()) {
                return;
            }
            Thread.sleep(100);
        }
        String said = Files.readString(folder.resolve("said"));
        close();
        throw new IOException("mariadbd did not start: " + said);
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The URL of a database that is made when it is asked for. */
    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/lowland?createDatabaseIfNotExist=true";
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static List<String> own(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "nobody", "--"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Ends the server, and what runs it ends with it. */
    @Override
    public void close() {
        try {
            List<ProcessHandle> servers = process.descendants().toList();
            for (ProcessHandle server : servers.isEmpty() ? List.of(process.toHandle()) : servers) {
                server.destroy();
                server.onExit().join();
            }
            process.waitFor();
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
