package org.lowland.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.lowland.api.LowlandException;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfWriter;

/**
 * Records per second and memory of conversions, beside Open Babel's in the same run: ConversionBenchmark TABLE COUNT...
 * The table is comma-separated with a column {@code smiles}. A few hundred of its molecules are built in 3D and repeated,
 * each time with other coordinates.
 */
final class ConversionBenchmark {
    private static final int MOLECULES = 300;
    private static final String HEAP = "-Xmx128m";
    private static final int FIRST_ATOM = 4;

    /** Beyond this many records only our own memory is of interest. */
    private static final int MOST_BESIDE = 200_000;

    private ConversionBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> molecules = molecules(Path.of(arguments[0]));
        System.out.printf(Locale.ROOT, "%d molecules%n", molecules.size());
        for (String count : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path folder = Files.createTempDirectory("conversion");
            Path in = folder.resolve("in.sdf");
            int records = Integer.parseInt(count);
            write(in, molecules, records);
            System.out.printf(Locale.ROOT, "%s records, %.0f MB%n", count, Files.size(in) / 1e6);
            for (String target : List.of("sdf", "xyz")) {
                Path ours = folder.resolve("ours." + target);
                report("lowland, SDF to " + target, records, folder, lowland(in, ours));
                Files.deleteIfExists(ours);
                if (records > MOST_BESIDE) {
                    continue;
                }
                Path theirs = folder.resolve("theirs." + (target.equals("xyz") ? "exyz" : target));
                report(
                        "Open Babel, SDF to " + target,
                        records,
                        folder,
                        List.of(
                                "obabel",
                                "-isdf",
                                in.toString(),
                                target.equals("xyz") ? "-oexyz" : "-osdf",
                                "-O",
                                theirs.toString()));
                Files.deleteIfExists(theirs);
            }
            Files.delete(in);
            Files.deleteIfExists(folder.resolve("err.txt"));
            Files.delete(folder);
        }
    }

    private static List<String> lowland(Path in, Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Dcdk.logging.level=fatal",
                "-cp",
                System.getProperty("java.class.path"),
                "org.lowland.cli.Main",
                "convert",
                in.toString(),
                out.toString(),
                "--quiet");
    }

    private static void report(String what, int records, Path folder, List<String> command)
            throws IOException, InterruptedException {
        Path errors = folder.resolve("err.txt");
        MeasuredProcess process = MeasuredProcess.run(command, errors);
        String last =
                Files.readString(errors).lines().reduce((one, other) -> other).orElse("");
        System.out.printf(
                Locale.ROOT,
                "%-24s %8.1f s, computed %7.1f s, %7.0f records/s, peak resident memory %5.0f MB, exit code %d %s%n",
                what,
                process.seconds(),
                process.cpuSeconds(),
                records / process.seconds(),
                process.peakKilobytes() / 1024.0,
                process.code(),
                last.length() > 100 ? last.substring(0, 100) : last);
    }

    /** The texts of molecules in 3D. */
    private static List<String> molecules(Path table) throws IOException {
        List<String> texts = new ArrayList<>();
        ConformerBuilder builder = ConformerBuilder.quick();
        try (BufferedReader reader = Files.newBufferedReader(table)) {
            int column = Arrays.asList(
                            reader.readLine().toLowerCase(Locale.ROOT).split(","))
                    .indexOf("smiles");
            String line = reader.readLine();
            while (line != null && texts.size() < MOLECULES) {
                // Names may hold commas; SMILES do not, and these tables have them behind.
                String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                try {
                    StringWriter text = new StringWriter();
                    SdfWriter.over(text)
                            .write(MoleculeRecord.of("m" + texts.size(), builder.build(Smiles.parse(fields[column]), 0))
                                    .with("smiles", fields[column]));
                    texts.add(text.toString());
                } catch (LowlandException e) {
                    System.out.println("left out: " + fields[column]);
                }
                line = reader.readLine();
            }
        }
        return texts;
    }

    private static void write(Path file, List<String> molecules, int count) throws IOException {
        Random random = new Random(5);
        List<String[]> records =
                molecules.stream().map(text -> text.split("(?<=\n)")).toList();
        StringBuilder line = new StringBuilder();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int record = 0; record < count; record++) {
                String[] lines = records.get(record % records.size());
                int atoms = Integer.parseInt(lines[3].substring(0, 3).strip());
                for (int k = 0; k < lines.length; k++) {
                    if (k < FIRST_ATOM || k >= FIRST_ATOM + atoms) {
                        out.write(lines[k]);
                        continue;
                    }
                    line.setLength(0);
                    for (int axis = 0; axis < 3; axis++) {
                        double old = Double.parseDouble(lines[k].substring(10 * axis, 10 * axis + 10));
                        appendDecimal(line, Math.round(old * 1e4) + random.nextInt(201) - 100);
                    }
                    out.append(line).write(lines[k], 30, lines[k].length() - 30);
                }
            }
        }
    }

    /** Appends ten-thousandths in ten columns. */
    private static void appendDecimal(StringBuilder line, long value) {
        String digits = Long.toString(Math.abs(value));
        String padded = "00000".substring(Math.min(5, digits.length())) + digits;
        int point = padded.length() - 4;
        String text = (value < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
        line.append(" ".repeat(10 - text.length())).append(text);
    }
}
