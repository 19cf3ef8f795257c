package org.lowland.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A V2000 record read by its columns alone, so that the reader under test does not judge itself; a MOL file is one
 * without the end mark.
 */
record SdfRecord(
        String title, List<String> elements, List<String> positions, List<String> bonds, Map<String, String> tags) {

    static List<SdfRecord> read(Path file) throws IOException {
        List<SdfRecord> records = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.equals("$$$$")) {
                records.add(parse(lines));
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        if (lines.contains("M  END")) {
            records.add(parse(lines));
        } else if (!lines.isEmpty()) {
            throw new IOException(file + " ends in the middle of a record");
        }
        return records;
    }

    private static SdfRecord parse(List<String> lines) {
        int atoms = Integer.parseInt(lines.get(3).substring(0, 3).strip());
        int bonds = Integer.parseInt(lines.get(3).substring(3, 6).strip());
        List<String> atomLines = lines.subList(4, 4 + atoms);
        Map<String, String> tags = new LinkedHashMap<>();
        for (int k = 4 + atoms + bonds; k < lines.size(); k++) {
            if (lines.get(k).startsWith(">")) {
                String name = lines.get(k).replaceAll(".*<(.*)>.*", "$1");
                StringBuilder value = new StringBuilder();
                while (k + 1 < lines.size() && !lines.get(k + 1).isEmpty()) {
                    k++;
                    value.append(value.isEmpty() ? "" : "\n").append(lines.get(k));
                }
                tags.put(name, value.toString());
            }
        }
        return new SdfRecord(
                lines.get(0),
                atomLines.stream().map(line -> line.substring(31, 34).strip()).toList(),
                atomLines.stream().map(line -> line.substring(0, 30)).toList(),
                lines.subList(4 + atoms, 4 + atoms + bonds).stream()
                        .map(line -> line.substring(0, 9))
                        .toList(),
                tags);
    }
}
