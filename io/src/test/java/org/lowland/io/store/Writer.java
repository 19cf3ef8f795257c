package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link WriterProcess} that is watched, and may be killed. */
final class Writer implements AutoCloseable {
    private static final long PATIENCE = 120;

    private final Process process;
    private final Thread listener;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private Writer(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "writer");
        listener.start();
    }

    static Writer start(String place, Map<String, String> environment, int from, int to, int batch) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                place,
                String.valueOf(from),
                String.valueOf(to),
                String.valueOf(batch));
        builder.environment().putAll(environment);
        return new Writer(builder.redirectErrorStream(true).start());
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
    }

    /** All records that the process was told are stored. */
    List<Integer> acknowledged() {
        List<Integer> numbers = new ArrayList<>();
        for (String line : said()) {
            if (line.startsWith("stored ")) {
                String[] words = line.split(" ");
                for (int number = Integer.parseInt(words[1]); number < Integer.parseInt(words[2]); number++) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    /** Waits until so many records are stored. */
    Writer await(int records) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (acknowledged().size() < records) {
            assertThat(process.isAlive() || acknowledged().size() >= records)
                    .as("still running: " + said())
                    .isTrue();
            assertThat(System.nanoTime()).as("in time: " + said()).isLessThan(end);
            Thread.sleep(2);
        }
        return this;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        listener.join();
        assertThat(process.exitValue()).as("killed: " + said()).isEqualTo(128 + 9);
    }

    /** Waits for the end. */
    void finish() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS))
                .as("ended in time: " + said())
                .isTrue();
        listener.join();
        assertThat(said()).endsWith("done");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
