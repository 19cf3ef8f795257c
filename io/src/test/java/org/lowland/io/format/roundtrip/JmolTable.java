package org.lowland.io.format.roundtrip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jmol.viewer.Viewer;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.jmol.JmolWriter;

/**
 * The same round trips within Jmol, by its script function {@code write}: molecules as SDF, crystals as CIF. Jmol asks for
 * garbage collections whenever it loads something, which takes all the time unless {@code -XX:+DisableExplicitGC} is given.
 */
final class JmolTable {
    /** What Jmol's {@code write} calls the formats that it knows; those of crystals have a cell. */
    private static final Map<String, String> MOLECULES = new LinkedHashMap<>();

    private static final Map<String, String> CRYSTALS = new LinkedHashMap<>();

    static {
        for (String id : List.of("sdf", "v3000", "cml", "pdb", "xyz", "xsf")) {
            MOLECULES.put(id, id.toUpperCase(Locale.ROOT));
        }
        for (String id : List.of("cif", "pdb", "xyz", "xsf")) {
            CRYSTALS.put(id, id.toUpperCase(Locale.ROOT));
        }
    }

    private JmolTable() {}

    /** The release that is on the class path. */
    static String version() {
        return Viewer.getJmolVersion();
    }

    static RoundTripTable measure(List<Sample> samples) {
        RoundTripTable table = new RoundTripTable();
        JmolWriter jmol = new JmolWriter();
        for (String id : RoundTripStudy.COMMON) {
            for (Sample sample : samples) {
                boolean molecule = sample.structure() instanceof MoleculeRecord;
                String type = (molecule ? MOLECULES : CRYSTALS).get(id);
                String back = molecule ? "sdf" : "cif";
                String text = type == null
                        ? ""
                        : Passage.text(back, sample.structure()).orElse("");
                if (!text.isEmpty()) {
                    count(table, jmol, new Trip(id, type, back, text));
                }
            }
        }
        return table;
    }

    /** Through which format, by which name of Jmol's, out of which and back to it, and what. */
    private record Trip(String id, String type, String back, String text) {}

    private static void count(RoundTripTable table, JmolWriter jmol, Trip trip) {
        Structure before = Passage.read(trip.back(), trip.text().getBytes(StandardCharsets.UTF_8), new ArrayList<>())
                .get(0);
        Optional<String> last = jmol.convert(trip.text(), trip.type())
                .flatMap(via -> jmol.convert(via, trip.back().toUpperCase(Locale.ROOT)));
        if (last.isEmpty()) {
            table.refuse(trip.id());
        } else {
            table.count(trip.id(), before, BabelTable.kept(trip.id(), before, last.get(), trip.back()));
        }
    }
}
