package org.lowland.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Formats;
import org.lowland.io.format.StructureFormat;

/** The formats as a table: who serves them, what they carry, which names mean them. */
final class FormatTable {
    private static final String ROW = "%-8s %-5s %-4s";

    private FormatTable() {}

    static void print(PrintWriter out) {
        out.printf(ROW, "format", "does", "by");
        for (Feature feature : Feature.values()) {
            out.print(" " + feature.column());
        }
        out.println("  names");
        List<StructureFormat> missing = new ArrayList<>();
        for (StructureFormat format : Formats.all().list()) {
            out.printf(ROW, format.id(), does(format), format.library().words());
            Set<Feature> carried = format.features();
            for (Feature feature : Feature.values()) {
                String mark = carried.contains(feature) ? "x" : "-";
                out.print(" " + mark + " ".repeat(feature.column().length() - 1));
            }
            out.println("  " + names(format) + ": " + format.description());
            if (!format.available()) {
                missing.add(format);
            }
        }
        out.println();
        out.println(
                "r read, w write; all also compressed (.gz) and on standard streams, but for npz and hdf5, which are read from"
                        + " plain files. "
                        + Arrays.stream(Feature.values())
                                .map(feature -> feature.column() + " " + feature.words())
                                .collect(Collectors.joining(", "))
                        + ".");
        if (!missing.isEmpty()) {
            out.println("Not available here, because "
                    + missing.get(0).library().words() + " is not on the class path: "
                    + missing.stream().map(StructureFormat::id).collect(Collectors.joining(", ")) + ".");
        }
        out.flush();
    }

    private static String does(StructureFormat format) {
        if (!format.available()) {
            return "none";
        }
        return (isRead(format) ? "r" : "") + (format.writing().isPresent() ? "w" : "");
    }

    private static boolean isRead(StructureFormat format) {
        return format.reading().isPresent() || format.filing().isPresent();
    }

    private static String names(StructureFormat format) {
        List<String> names = new ArrayList<>();
        format.endings().forEach(ending -> names.add("." + ending));
        names.addAll(format.fileNames());
        if (names.isEmpty()) {
            return isRead(format) ? "(by content)" : "(--to " + format.id() + ")";
        }
        return String.join(" ", names);
    }
}
