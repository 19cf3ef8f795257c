package org.lowland.io.format.roundtrip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.jmol.JmolWriter;

/** The same round trips within Jmol, by its script function {@code write}: molecules as SDF, crystals as CIF. */
final class JmolTable {
    /** The formats that Jmol's {@code write} knows. */
    private static final Map<String, String> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("sdf", "SDF"),
            Map.entry("v3000", "V3000"),
            Map.entry("cml", "CML"),
            Map.entry("pdb", "PDB"),
            Map.entry("xyz", "XYZ"),
            Map.entry("cif", "CIF")));

    private JmolTable() {}

    static RoundTripTable measure(List<Sample> samples) {
        RoundTripTable table = new RoundTripTable();
        JmolWriter jmol = new JmolWriter();
        for (String id : TYPES.keySet()) {
            for (Sample sample : samples) {
                boolean molecule = sample.structure() instanceof MoleculeRecord;
                String back = molecule ? "sdf" : "cif";
                String text = Passage.text(back, sample.structure()).orElse("");
                if (text.isEmpty()) {
                    continue;
                }
                Structure before = Passage.read(back, text.getBytes(StandardCharsets.UTF_8), new ArrayList<>())
                        .get(0);
                Optional<String> via = jmol.convert(text, TYPES.get(id));
                Optional<String> last = via.isEmpty()
                        ? Optional.empty()
                        : jmol.convert(via.get(), back.toUpperCase(java.util.Locale.ROOT));
                if (last.isEmpty()) {
                    table.refuse(id);
                } else {
                    table.count(id, before, BabelTable.kept(id, before, last.get(), back));
                }
            }
        }
        return table;
    }
}
