package org.lowland.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A process that has ended.
 *
 * @param code of the process
 * @param seconds it took
 * @param cpuSeconds that all its threads computed
 * @param peakKilobytes the largest memory resident at any time, 0 where the system does not tell
 */
record MeasuredProcess(int code, double seconds, double cpuSeconds, long peakKilobytes) {

    /** Runs a command; its output is dropped, its errors go to a file. */
    static MeasuredProcess run(List<String> command, Path errors) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        long peak = 0;
        Duration computed = Duration.ZERO;
        while (process.isAlive()) {
            peak = Math.max(peak, peak(process.pid()));
            computed = process.info().totalCpuDuration().orElse(computed);
            Thread.sleep(20);
        }
        int code = process.waitFor();
        return new MeasuredProcess(code, (System.nanoTime() - begin) * 1e-9, computed.toMillis() * 1e-3, peak);
    }

    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
