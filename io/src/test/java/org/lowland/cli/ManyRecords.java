package org.lowland.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Optimizes any number of pairs of atoms with every kind of output, in a process of its own with a small heap. As a
 * program it says how long that takes and how much memory it needs: ManyRecords COUNT...
 */
final class ManyRecords {
    /** The heap of that process. */
    static final String HEAP = "-Xmx64m";

    private ManyRecords() {}

    /**
     * How it went.
     *
     * @param code of the process
     * @param errors what it said
     * @param seconds it took
     * @param peakKilobytes the largest memory resident at any time, 0 where the system does not tell
     */
    record Run(int code, String errors, double seconds, long peakKilobytes) {}

    static Run run(Path folder, int count) throws IOException, InterruptedException {
        Path in = folder.resolve("in.xyz");
        try (BufferedWriter writer = Files.newBufferedWriter(in)) {
            for (int k = 1; k <= count; k++) {
                // Every thousandth cannot be used, every seventh is far from rest.
                String element = k % 1000 == 0 ? "Xe" : "Ar";
                double distance = 3 + (k % 7 == 0 ? 0.5 : 0.0005);
                writer.write(String.format(
                        Locale.ROOT,
                        "2%nProperties=species:S:1:pos:R:3 name=pair%d%n%s 0 0 0%nAr 0 0 %.4f%n",
                        k,
                        element,
                        distance));
            }
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.lowland.cli.Main",
                "optimize",
                in.toString(),
                "--potential",
                "toy-argon",
                "--optimizer",
                "toy-descent",
                "--threads",
                "2",
                "-o",
                folder.resolve("out.xyz.gz").toString(),
                "--trajectory",
                folder.resolve("frames.xyz.gz").toString(),
                "--json",
                folder.resolve("out.json").toString(),
                "--report",
                folder.resolve("report.html").toString()));
        Path errors = folder.resolve("err.txt");
        MeasuredProcess process = MeasuredProcess.run(command, errors);
        return new Run(process.code(), Files.readString(errors), process.seconds(), process.peakKilobytes());
    }

    /** Says how long and how much memory so many records take. */
    public static void main(String[] counts) throws IOException, InterruptedException {
        for (String count : counts) {
            Path folder = Files.createTempDirectory("records");
            Run run = run(folder, Integer.parseInt(count));
            System.out.printf(
                    Locale.ROOT,
                    "%s records: exit code %d, %.1f s, peak resident memory %.0f MB, %s%n",
                    count,
                    run.code(),
                    run.seconds(),
                    run.peakKilobytes() / 1024.0,
                    run.errors().lines().reduce((first, last) -> last).orElse(""));
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
