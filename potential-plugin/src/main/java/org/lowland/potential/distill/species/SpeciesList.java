package org.lowland.potential.distill.species;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lowland.api.InputException;

/** Reads lists of SMILES into distinct species. */
final class SpeciesList {
    private SpeciesList() {}

    /**
     * The species of several lists, each SMILES once, in the order of the lists. A molecule that is written in two ways
     * comes twice, with one key, and so gets two first structures.
     *
     * @param files comma-separated files with a column named {@code smiles}, or files of one SMILES a line
     * @param filter what is let through
     * @param excluded keys that are left out
     * @return the species
     */
    static List<Species> read(List<Path> files, ChemistryFilter filter, Set<String> excluded) {
        Map<String, Species> distinct = new LinkedHashMap<>();
        for (Path file : files) {
            for (String smiles : column(file)) {
                filter.accept(smiles)
                        .filter(species -> !excluded.contains(species.key()))
                        .ifPresent(species -> distinct.putIfAbsent(species.smiles(), species));
            }
        }
        return List.copyOf(distinct.values());
    }

    /** The SMILES of one file, in its order. */
    static List<String> column(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<String> found = new ArrayList<>();
            String line = reader.readLine();
            int column = line == null ? 0 : split(line).indexOf("smiles");
            boolean table = line != null && column >= 0;
            for (line = table ? reader.readLine() : line; line != null; line = reader.readLine()) {
                List<String> fields = table ? split(line) : List.of(line.strip().split("\\s+"));
                int wanted = table ? column : 0;
                if (fields.size() > wanted && !fields.get(wanted).isBlank()) {
                    found.add(fields.get(wanted).strip());
                }
            }
            return found;
        } catch (IOException e) {
            throw new InputException("The list of molecules " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
